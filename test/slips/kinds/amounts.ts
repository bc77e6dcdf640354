import { readied, withServiceNamed } from '../conclusion';
import type { Random } from '../random';
import type { Kind, Slip } from '../slip';
import { flat, type Match, matches } from '../text';

const strength = /\b(\d+(?:\.\d+)?)(?=(?:\/\d+)? ?(?:mg|mcg|ml)\b|%)/gi;
const numbers = 'two three four five six seven eight nine ten twelve'.split(' ');
const amountOf = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12];
const quantities: readonly RegExp[] = [
  /#(\d+)\b/g,
  /\b(\d+)(?= (?:visits|sessions|treatments|units|patches|refills)\b)/gi,
  /\btimes (\d+)\b/gi,
  new RegExp(
    `\\b(${numbers.join('|')})(?= (?:visits|sessions|treatments)\\b|(?: [a-z]+)? (?:visits|sessions)\\b)`,
    'gi',
  ),
];
const durations: readonly RegExp[] = [
  /(?<![-–\d])(\d+)(?= (?:times (?:a|per) week|weeks)\b)/gi,
  new RegExp(`\\b(?<!to )(${numbers.join('|')})(?= (?:times (?:a|per) week|weeks)\\b)`, 'gi'),
];

/** Another number, in words or figures as the one given; null where the text has all that come into question. */
function otherNumber(words: string, text: string, random: Random): string | null {
  const own = Number(words);
  const isInWords = Number.isNaN(own);
  const amounts = [own * 2, own / 2, own * 4, own + 5, own + 2, own + 10];
  const choices = isInWords ? numbers : amounts.filter(n => !Number.isInteger(own) || Number.isInteger(n)).map(String);
  const free = choices.filter(choice => !new RegExp(`(?<![\\d.])${choice}(?![\\d])`, 'i').test(text));
  if (free.length === 0) return null;
  const other = random.pick(free);
  return isInWords && words !== words.toLowerCase() ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}

function kind(id: string, about: string, rules: readonly string[], amounts: readonly RegExp[]): Kind {
  return {
    id,
    about,
    rules,
    plant: (letter, random) =>
      letter.items.flatMap((item): Slip[] => {
        const named = withServiceNamed(letter, item, random);
        if (!named) return [];
        return amounts
          .flatMap(amount => matches(named.base.text, named.service, amount))
          .flatMap((place: Match): Slip[] => {
            const title = flat(letter.text, item.title);
            const words = place.groups[1] ?? '';
            const start = named.base.text.indexOf(words, place.start);
            const other = otherNumber(words, title, random);
            return other === null
              ? []
              : [{ base: named.base, edits: [{ start, end: start + words.length, text: other }] }];
          });
      }),
  };
}

export const kinds: readonly Kind[] = [
  kind('strength', 'the conclusion names another strength than the title', ['dose-conflict'], [strength]),
  kind(
    'quantity',
    'the conclusion names another quantity than the title',
    ['quantity-conflict', 'dose-conflict'],
    quantities,
  ),
  kind(
    'frequency',
    'the conclusion names another frequency or duration than the title',
    ['quantity-conflict'],
    durations,
  ),
  {
    id: 'quantity-title',
    about: 'a title gives its quantity in words and in figures, and the two differ (it is first given twice alike)',
    rules: ['quantity-conflict'],
    plant: (letter, random) =>
      letter.items.flatMap((item): Slip[] => {
        const words = new RegExp(
          `\\b(\\d+|${numbers.join('|')})(?= (?:[a-z]+ ){0,2}(?:visits|sessions|treatments)\\b)`,
          'gi',
        );
        const [place] = matches(letter.text, item.title, words);
        const said = place?.groups[1]?.toLowerCase() ?? '';
        const own = numbers.includes(said) ? amountOf[numbers.indexOf(said)] : Number(said);
        const word = numbers[amountOf.indexOf(own ?? 0)];
        if (!place || own === undefined || word === undefined) return [];
        const twice = (figure: number) => `${word} (${figure})`;
        const ready = readied(letter, item, [{ start: place.start, end: place.end, text: twice(own) }]);
        const end = place.start + twice(own).length;
        const other = twice(own + random.pick([-1, 2, 3, 4, 5, 6, 8, 10, 12, 20]));
        return ready ? [{ base: ready.base, edits: [{ start: place.start, end, text: other }] }] : [];
      }),
  },
];
