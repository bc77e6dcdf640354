import type { Span } from '../text/span';
import { type Amount, type FoundFrequency, frequenciesAmong, periodOf } from './frequencies';
import { numberAt, type QuantityTokens, quantityTokens, type StatedNumber } from './quantitiesNumbers';
import { isInterval, isRate, type QuantityUnit, unitBehind } from './quantitiesUnits';
import type { Sentence } from './sentence';

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

/** Drugs sold in numbered strengths: "Tylenol #3". */
const GRADED = /^(?:tylenol|codeine|apap|acetaminophen)$/;
const MOST_GRADES = 4;
const MARKS = /^(?:#|of|:|\.|=|-)$/;

/** "#30", "qty: 90", "quantity of 12". */
function markedAt(tokens: QuantityTokens, at: number): Read | null {
  let next = at + 1;
  while (next - at <= 3 && MARKS.test(tokens[next]?.word ?? '')) next++;
  const number = numberAt(tokens, next);
  if (!number || (number.high <= MOST_GRADES && GRADED.test(tokens[at - 1]?.word ?? ''))) return null;
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

const SIZES =
  /^(?:minutes?|mins?|x|\u00d7|in|inch|inches|cm|mm|ft|feet|mg|mcg|ml|gm?|%|level|levels|view|views|[\u2033-])$/;

/** "refills: 3", "refill x 2". */
function refillsAt(tokens: QuantityTokens, at: number): Read | null {
  const next = /^(?:x|\u00d7|:|times|#|-)$/.test(tokens[at + 1]?.word ?? '') ? at + 2 : at + 1;
  const number = numberAt(tokens, next);
  return number && read(tokens, number, 'refill', at, number.last);
}

const FIRST_YEAR = 1900;

const PLANS = /^(?:plan|program|guidelines?|options?|area|areas|level|levels)$/;

/** "12 visits", "six (6) physical therapy sessions", "30-day supply". */
function countedAt(tokens: QuantityTokens, number: StatedNumber): Read | null {
  const behind = unitBehind(tokens, number);
  if (!behind) return null;
  const { unit, at } = behind;
  // "The January 6, 2016 office visit".
  if (number.high >= FIRST_YEAR && at > number.last + 1) return null;
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
