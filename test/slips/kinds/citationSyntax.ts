import type { Random } from '../random';
import type { Item, Sketch } from '../sketch';
import type { Kind, Slip } from '../slip';
import { type Edit, matches } from '../text';

type Way = (letter: Sketch, item: Item, random: Random) => Edit | null;

/** Replaces the first match, or its group, on the reviewer's line. */
function first(expression: RegExp, text: string): Way {
  return ({ text: source }, { reviewer }) => {
    const [place] = matches(source, reviewer.value, expression);
    return place ? { start: place.start, end: place.end, text } : null;
  };
}

function kind(id: string, about: string, alsoFine: readonly string[], ...ways: readonly Way[]): Kind {
  return {
    id,
    about,
    rules: ['citation-syntax'],
    alsoFine,
    plant: (letter, random) =>
      letter.items.flatMap((item): Slip[] => {
        const edits = ways.flatMap(way => way(letter, item, random) ?? []);
        return edits.length > 0 ? [{ edits: [random.pick(edits)] }] : [];
      }),
  };
}

const year = '20\\d\\d';

export const kinds: readonly Kind[] = [
  kind('drop-full-stop', "the reviewer's line has no final full stop", [], ({ text }, { reviewer }) => {
    const { end } = reviewer.value;
    return text[end - 1] === '.' ? { start: end - 1, end, text: '' } : null;
  }),
  kind(
    'run-together',
    'a second citation runs into the first one',
    ['missing-reference'],
    first(new RegExp(`(?<=Complaints ${year})(?=, Section)`, 'g'), ' Chronic Pain Medical Treatment 2016'),
    first(/(?<=\w\w\w|\)), and (?=(?:Chronic|Opioid|Low|General)[\w ]+ 20\d\d)/g, ' '),
  ),
  kind(
    'comma-without-space',
    'a space is lost behind a comma between citations or sections',
    [],
    first(/, (?=Section\(s\):)/g, ','),
  ),
  kind(
    'broken-opening',
    "the fixed words that open the reviewer's line are cut short",
    ['mtus-first'],
    first(/^Decision based on MTUS(?= )/g, 'MTUS'),
    first(/^Decision based on MTUS(?= )/g, 'Decision based on'),
    first(/Decision based on Non-MTUS Citation(?= )/g, 'Decision based on Non-MTUS'),
  ),
  kind(
    'drop-outside',
    'the sentence that the decision rests outside the MTUS is lost',
    ['mtus-first'],
    first(/^The Expert Reviewer based their decision on recommendation\(s\) outside of the MTUS Guidelines\. /g, ''),
    // Where a MTUS citation stands first, its loss leaves the same line.
    first(/^Decision based on MTUS [^.]+\. (?=Decision based on Non-MTUS)/g, ''),
  ),
];
