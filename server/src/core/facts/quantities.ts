import type { Span } from '../text/span';
import { type Amount, type FoundFrequency, frequenciesAmong, periodOf } from './frequencies';
import {
  numberAt,
  type QuantityToken,
  type QuantityTokens,
  quantityTokens,
  type StatedNumber,
} from './quantitiesNumbers';
import type { Sentence } from './sentence';

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

/** How many of what a text asks for: "12 visits", "six (6) sessions", "#60". The span counts in the text read. */
export interface Quantity extends Amount {
  readonly unit: QuantityUnit;
  readonly span: Span;
  /** Only the number, "six (6)"; of a product all of it. */
  readonly number: Span;
  /** `product` if worked out from a frequency: "2 times a week for 6 weeks" are 12 visits. */
  readonly basis: 'stated' | 'product';
  /** The number in brackets, where it is another one than that in words: "six (8)". */
  readonly other: number | null;
}

/** The quantities in a text, in order. Strengths, doses ("1 tablet daily") and intervals ("every 4 weeks") are none. Linear. */
export function quantitiesIn(text: string): readonly Quantity[] {
  const tokens = quantityTokens(text);
  const found: Quantity[] = [];
  const frequencies = frequenciesAmong(tokens);
  let next = 0;
  for (let at = 0; at < tokens.length; at++) {
    const frequency = frequencies[next];
    if (frequency?.first === at) {
      found.push(...ofFrequency(frequency));
      at = frequency.last;
      next++;
      continue;
    }
    const read = quantityAt(tokens, at);
    if (!read) continue;
    // A frequency that begins within it goes first.
    if (frequency && frequency.first <= read.last) continue;
    found.push(read.quantity);
    at = read.last;
  }
  return found;
}

/** The quantities in a sentence. */
export function quantitiesOf({ text }: Sentence): readonly Quantity[] {
  return quantitiesIn(text);
}

function ofFrequency({ frequency }: FoundFrequency): Quantity[] {
  const { total, per, duration, span } = frequency;
  if (!total || (per !== 'week' && per !== 'month' && per !== null) || !duration) return [];
  return [{ ...total, unit: 'visit', span, number: span, basis: 'product', other: null }];
}

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

interface Read {
  readonly quantity: Quantity;
  readonly last: number;
}

function quantityAt(tokens: QuantityTokens, at: number): Read | null {
  const word = tokens[at]?.word ?? '';
  if (/^(?:#|qty|quantity)$/.test(word)) return markedAt(tokens, at);
  if (/^(?:x|\u00d7|times)$/.test(word)) return timesAt(tokens, at);
  if (word === 'refill' || word === 'refills') return refillsAt(tokens, at);
  if (word === 'no' && /^refills?$/.test(tokens[at + 1]?.word ?? '')) return made(tokens, 0, 'refill', at, at + 1);
  const number = numberAt(tokens, at);
  return number && countedAt(tokens, number);
}

function made(tokens: QuantityTokens, amount: number, unit: QuantityUnit, first: number, last: number): Read {
  return read(tokens, { low: amount, high: amount, first, last, other: null }, unit, first, last);
}

function read(tokens: QuantityTokens, number: StatedNumber, unit: QuantityUnit, first: number, last: number): Read {
  const { low, high, other } = number;
  const spanOf = (from: number, to: number) => ({ start: tokens[from]?.start ?? 0, end: tokens[to]?.end ?? 0 });
  const place = { span: spanOf(first, last), number: spanOf(number.first, number.last) };
  return { quantity: { low, high, unit, ...place, basis: 'stated', other }, last };
}

const MARKS = /^(?:#|of|:|\.|=|-)$/;

/** "#30", "qty: 90", "quantity of 12". */
function markedAt(tokens: QuantityTokens, at: number): Read | null {
  let next = at + 1;
  while (next - at <= 3 && MARKS.test(tokens[next]?.word ?? '')) next++;
  const number = numberAt(tokens, next);
  if (!number) return null;
  const behind = unitBehind(tokens, number);
  // "#30 tablets", but not "#2 30-day supply".
  const isNamed = behind && behind.at === number.last + 1;
  return read(tokens, number, isNamed ? behind.unit : 'count', at, isNamed ? behind.at : number.last);
}

/** "times 12", "x3": a service so often. */
function timesAt(tokens: QuantityTokens, at: number): Read | null {
  const number = numberAt(tokens, at + 1);
  if (!number || number.low === 0) return null;
  const behind = unitBehind(tokens, number);
  if (behind && behind.at === number.last + 1) return read(tokens, number, behind.unit, at, behind.at);
  const next = tokens[number.last + 1]?.word ?? '';
  return SIZES.test(next) ? null : read(tokens, number, 'count', at, number.last);
}

const SIZES = /^(?:x|\u00d7|in|inch|inches|cm|mm|ft|feet|mg|mcg|ml|gm?|%|level|levels|view|views|[\u2033-])$/;

/** "refills: 3", "refill x 2". */
function refillsAt(tokens: QuantityTokens, at: number): Read | null {
  const next = /^(?:x|\u00d7|:|times|#|-)$/.test(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1;
  const number = numberAt(tokens, next);
  return number && read(tokens, number, 'refill', at, number.last);
}

/** The furthest a unit may stand behind its number, in words: "two additional physical therapy follow-up visits". */
const FURTHEST = 6;
/** Between a number and its unit these begin something else. */
const ENDS = new Set(
  'a an and at for in of or over per the times to with x \u00d7 by from on is was were are every each times mg mcg ml gm g out than'.split(
    ' ',
  ),
);
/** Marks that may stand between. */
const JOINS = /^[-/&'\u2019]$/;

function unitBehind(tokens: QuantityTokens, number: StatedNumber): { unit: QuantityUnit; at: number } | null {
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

/** "12 visits", "six (6) physical therapy sessions", "30-day supply". */
function countedAt(tokens: QuantityTokens, number: StatedNumber): Read | null {
  const behind = unitBehind(tokens, number);
  if (!behind) return null;
  const { unit, at } = behind;
  const next = tokens[at + 1]?.word ?? '';
  // "30 visit", "12 treatment plan": what follows is counted, not the unit.
  if (
    unit === 'hour' || periodOf(tokens[at]?.word ?? '')
      ? isInterval(tokens, number, at)
      : isRate(tokens, unit, number, at)
  )
    return null;
  if (unit === 'visit' && /^(?:treatment|visit)$/.test(tokens[at]?.word ?? '') && number.high > 1 && PLANS.test(next))
    return null;
  return read(tokens, number, unit, number.first, at);
}

const PLANS = /^(?:plan|program|guidelines?|options?|area|areas|level|levels)$/;
const AGO = /^(?:ago|old|prior|post|postoperative|postop|later|before|after|earlier|status|out)$/;
const SINCE = /^(?:every|each|q|in|within|past|last|previous|since|prior|first|approximately|about|after|until|next)$/;

/** "6 weeks ago", "every 4 weeks", "47 years old". */
function isInterval(tokens: QuantityTokens, number: StatedNumber, at: number): boolean {
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
function isRate(tokens: QuantityTokens, unit: QuantityUnit, number: StatedNumber, at: number): boolean {
  const behind = tokens[at + 1]?.word ?? '';
  if (unit === 'piece') {
    return number.high < FEWEST_PIECES || (number.high <= MOST_DOSE && DIRECTIONS.test(behind));
  }
  return (
    /^(?:daily|weekly|monthly|per|\/|each|every)$/.test(behind) ||
    (behind === 'a' && periodOf(tokens[at + 2]?.word ?? '') !== null)
  );
}
