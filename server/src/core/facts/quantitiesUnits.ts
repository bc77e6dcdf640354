import { periodOf } from './frequencies';
import { numberAt, type QuantityToken, type QuantityTokens, type StatedNumber } from './quantitiesNumbers';

/**
 * What is counted. `piece` stands for tablets, capsules and patches, `visit` for sessions and treatments too, `count`
 * for "#30", "qty 2" and "times 3", which leave unsaid what they count.
 */
export type QuantityUnit =
  | 'piece'
  | 'visit'
  | 'count'
  | 'injection'
  | 'unit'
  | 'container'
  | 'refill'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'year';

const UNITS = new Map<string, QuantityUnit>([
  ...['session', 'visit', 'treatment', 'appointment', 'encounter'].map(word => [word, 'visit'] as const),
  ...['tablet', 'tab', 'capsule', 'cap', 'caplet', 'pill', 'patch', 'patche', 'lozenge', 'suppositorie', 'film'].map(
    word => [word, 'piece'] as const,
  ),
  ...['injection', 'shot'].map(word => [word, 'injection'] as const),
  ...['bottle', 'tube', 'box', 'boxe', 'vial', 'pack', 'package', 'kit', 'syringe', 'inhaler', 'pair'].map(
    word => [word, 'container'] as const,
  ),
  ['unit', 'unit'],
  ['refill', 'refill'],
  ['hour', 'hour'],
  ['hr', 'hour'],
]);

function unitOf(word: string): QuantityUnit | null {
  return UNITS.get(word) ?? UNITS.get(word.replace(/s$/, '')) ?? periodOf(word);
}

/** The furthest a unit may stand behind its number, in words: "two additional physical therapy follow-up visits". */
const FURTHEST = 6;
/** Between a number and its unit these begin something else. */
const ENDS = new Set(
  'a an and at for in of or over per the times to with x \u00d7 by from on is was were are every each times mg mcg ml gm g out than recommend recommends recommended'.split(
    ' ',
  ),
);
/** Marks that may stand between. */
const JOINS = /^[-/&'\u2019]$/;

/** The unit behind a number, and the index of its word; null where something else begins first. */
export function unitBehind(tokens: QuantityTokens, number: StatedNumber): { unit: QuantityUnit; at: number } | null {
  let words = 0;
  for (let at = number.last + 1; at < tokens.length && words < FURTHEST; at++) {
    const { word } = tokens[at] as QuantityToken;
    if (JOINS.test(word)) continue;
    const unit = unitOf(word);
    if (unit) return periodOf(word) && words > 0 ? null : { unit, at };
    if (ENDS.has(word) || !/^\p{L}/u.test(word) || numberAt(tokens, at)) return null;
    words++;
  }
  return null;
}

/* What only looks like a quantity. */

const AGO = /^(?:ago|old|prior|post|postoperative|postop|later|before|after|earlier|status|out)$/;
const SINCE = /^(?:every|each|q|in|within|past|last|previous|since|prior|first|approximately|about|after|until|next)$/;

/** "6 weeks ago", "every 4 weeks", "47 years old". */
export function isInterval(tokens: QuantityTokens, number: StatedNumber, at: number): boolean {
  const before = tokens[number.first - 1]?.word ?? '';
  const behind = tokens[at + 1]?.word ?? '';
  const isHyphened = behind === '-';
  return SINCE.test(before) || AGO.test(isHyphened ? (tokens[at + 2]?.word ?? '') : behind);
}

const DIRECTIONS =
  /^(?:daily|once|twice|thrice|by|po|per|every|each|q|qd|qhs|hs|orally|bid|tid|qid|prn|as|a|at|in|three|four|\/|nightly|weekly|monthly)$/;
/** Fewer than this are a dose; up to the other, one where directions follow. */
const FEWEST_PIECES = 5;
const MOST_DOSE = 14;

/** "2 visits a week", "1 tablet by mouth": a rate or a dose, not how many there are. */
export function isRate(tokens: QuantityTokens, unit: QuantityUnit, number: StatedNumber, at: number): boolean {
  const behind = tokens[at + 1]?.word ?? '';
  if (unit === 'piece') {
    return number.high < FEWEST_PIECES || (number.high <= MOST_DOSE && DIRECTIONS.test(behind));
  }
  return (
    /^(?:daily|weekly|monthly|per|\/|each|every)$/.test(behind) ||
    (behind === 'a' && periodOf(tokens[at + 2]?.word ?? '') !== null)
  );
}
