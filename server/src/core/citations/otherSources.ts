import type { Span } from '../text/span';
import { foldSpaces, isWordCharacter } from '../text/words';
import type { GuidelineGrammar } from './grammar';
import type { NamedSource, OtherSources } from './model';
import { readSource, type SourceStart, sourceStartsAt } from './namedSource';
import { lowerCase, type Reading, wordsAt } from './scan';
import { readChapters } from './sourceChapters';

/** Reads the free text of a guideline line that names other sources. */
export function readOtherSources(reading: Reading, body: Span): OtherSources {
  const text = reading.text.slice(body.start, body.end);
  const sources = findSources(reading, body, 'free', start => nextSource(reading, start, body.end));
  return { span: body, text, sources, unnamed: sources.length === 0 && !mayNameSource(text) };
}

/** How far behind the name of a source, in a rationale, its chapter and topic may stand. */
const PROSE_REACH = 80;

/**
 * The sources that a rationale names, in order, each as often as it stands there: chapters with their pages, guidelines,
 * the profile's other sources, the standard itself. `text` is folded; spans count in it.
 */
export function sourcesNamed(text: string, grammar: GuidelineGrammar): NamedSource[] {
  const reading: Reading = { text, lower: lowerCase(text), grammar, problems: [], comparisons: 0 };
  const all = { start: 0, end: text.length };
  return findSources(reading, all, 'prose', start => {
    const reach = Math.min(text.length, start.end + PROSE_REACH);
    return Math.min(nextSource(reading, start, reach), sentenceEnd(text, start.end, reach));
  });
}

/** `extent` says how far what follows the name of a source belongs to it. */
function findSources(
  reading: Reading,
  body: Span,
  kind: 'free' | 'prose',
  extent: (start: SourceStart) => number,
): NamedSource[] {
  const { text } = reading;
  const sources: NamedSource[] = [];
  let at = body.start;
  while (at < body.end) {
    if (!isWordCharacter(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const start = sourceStartsAt(reading, at, body.end);
    if (start) {
      const to = extent(start);
      const found = readChapters(reading, readSource(reading, start, at, to), start.end, to, kind);
      for (const source of found) sources.push(source);
      at = Math.max(start.end, found.at(-1)?.span.end ?? 0);
    } else {
      while (at < body.end && isWordCharacter(text.charCodeAt(at))) at++;
    }
  }
  return sources;
}

/** Where the next source begins, or what joins it. A section of the source at hand may have the name of another. */
function nextSource(reading: Reading, { end, guidelines }: SourceStart, to: number): number {
  const { text, lower, grammar } = reading;
  const sections = guidelines[0] ? grammar.sections(guidelines[0]) : null;
  for (let i = end; i < to; i++) {
    if (!isWordCharacter(text.charCodeAt(i)) || isWordCharacter(text.charCodeAt(i - 1))) continue;
    const section = sections?.longestAt(text, i, to);
    if (section) i = section.end - 1;
    else if (sourceStartsAt(reading, i, to) || grammar.andOther.some(words => wordsAt(lower, i, words))) return i;
  }
  return to;
}

function sentenceEnd(text: string, from: number, to: number): number {
  for (let i = from; i + 2 < to; i++) {
    if (text.charAt(i) === '.' && text.charAt(i + 1) === ' ' && /[A-Z]/.test(text.charAt(i + 2))) return i;
  }
  return to;
}

/** Words that say that there is a source, but not which. */
const GENERAL_WORDS = new Set(
  [
    'a an and the of for on in to by with or as per other its their this that',
    'medical treatment treatments clinical care practice health evidence based evidence-based peer reviewed peer-reviewed',
    'guideline guidelines literature citation citations source sources reference references standard standards',
    'article articles study studies journal journals research review reviews data expert opinion consensus',
    'current general various multiple several published recommendation recommendations',
  ].flatMap(words => words.split(' ')),
);

/** Whether free text may name a source: beyond general words it has a proper name, a number or an address. In doubt yes. */
function mayNameSource(text: string): boolean {
  return foldSpaces(text)
    .split(' ')
    .some(word => {
      const bare = word.replace(/^[^A-Za-z0-9]{1,20}/, '').replace(/[.,;:)\]]{1,20}$/, '');
      return bare !== '' && !GENERAL_WORDS.has(bare.toLowerCase()) && /[A-Z0-9./@]/.test(bare);
    });
}
