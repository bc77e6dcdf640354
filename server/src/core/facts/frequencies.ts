import type { Span } from '../text/span';
import { numberAt, type QuantityTokens, quantityTokens, type StatedNumber } from './quantitiesNumbers';
import type { Sentence } from './sentence';

export type Period = 'day' | 'week' | 'month' | 'year';

/** From `low` to `high`; the two are equal where no range is stated. */
export interface Amount {
  readonly low: number;
  readonly high: number;
}

/** How often, and for how long: "2-3 times a week for 6 weeks", "2x6", "once daily". The span counts in the text read. */
export interface Frequency {
  readonly span: Span;
  readonly times: Amount;
  /** Null in "2x6", which leaves the weeks unsaid. */
  readonly per: Period | null;
  readonly duration: (Amount & { readonly unit: Period | null }) | null;
  /** How many times in all; null where the duration is not stated or counts in another unit. */
  readonly total: Amount | null;
}

/** The frequencies in a text, in order. Linear. */
export function frequenciesIn(text: string): readonly Frequency[] {
  return frequenciesAmong(quantityTokens(text)).map(({ frequency }) => frequency);
}

/** The frequencies in a sentence. */
export function frequenciesOf({ text }: Sentence): readonly Frequency[] {
  return frequenciesIn(text);
}

/** With the indexes of its first and last token. */
export interface FoundFrequency {
  readonly frequency: Frequency;
  readonly first: number;
  readonly last: number;
}

export function frequenciesAmong(tokens: QuantityTokens): FoundFrequency[] {
  const found: FoundFrequency[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const read = frequencyAt(tokens, at);
    if (!read) continue;
    found.push(read);
    at = read.last;
  }
  return found;
}

const PERIODS = new Map<string, Period>([
  ...['week', 'weeks', 'wk', 'wks', 'weekly'].map(word => [word, 'week'] as const),
  ...['day', 'days', 'daily'].map(word => [word, 'day'] as const),
  ...['month', 'months', 'mo', 'mos', 'monthly'].map(word => [word, 'month'] as const),
  ...['year', 'years', 'yr', 'yrs', 'yearly', 'annually'].map(word => [word, 'year'] as const),
]);
const ADVERBS = new Map([
  ['once', 1],
  ['twice', 2],
  ['thrice', 3],
]);

export function periodOf(word: string): Period | null {
  return PERIODS.get(word) ?? null;
}

function frequencyAt(tokens: QuantityTokens, at: number): FoundFrequency | null {
  const adverb = ADVERBS.get(tokens[at]?.word ?? '');
  if (adverb !== undefined) {
    const times = { low: adverb, high: adverb, first: at, last: at, other: null };
    return rateAt(tokens, times, at + 1);
  }
  if (/^(?:#|qty|quantity)$/.test(tokens[at - 1]?.word ?? '')) return null;
  const times = numberAt(tokens, at);
  if (!times) return weeklyAt(tokens, at);
  return rateAt(tokens, times, skip(tokens, times.last + 1, TIMES)) ?? productAt(tokens, times);
}

const TIMES = /^(?:times?|x|\u00d7|visits?|sessions?|treatments?|days?)$/;
const PER = /^(?:an?|per|each|every|\/|x|\u00d7)$/;

function skip(tokens: QuantityTokens, at: number, words: RegExp): number {
  return words.test(tokens[at]?.word ?? '') ? at + 1 : at;
}

/** "[2 times] a week [for 6 weeks]"; `at` is behind "times". */
function rateAt(tokens: QuantityTokens, times: StatedNumber, at: number): FoundFrequency | null {
  const behindPer = skip(tokens, at, PER);
  const word = tokens[behindPer]?.word ?? '';
  const per = periodOf(word);
  const isAdverb = /ly$/.test(word) || word === 'daily';
  // "3 days" is a duration, "3 days a week" a frequency.
  if (!per || (!isAdverb && behindPer === times.last + 1) || /s$/.test(word)) return null;
  return found(tokens, times, per, behindPer);
}

/** "weekly for 6 weeks". */
function weeklyAt(tokens: QuantityTokens, at: number): FoundFrequency | null {
  const word = tokens[at]?.word ?? '';
  if (word !== 'weekly' && word !== 'monthly') return null;
  const read = found(tokens, { low: 1, high: 1, first: at, last: at, other: null }, PERIODS.get(word) ?? null, at);
  return read.frequency.duration ? read : null;
}

const MOST_TIMES = 7;
const MOST_WEEKS = 52;
const SIZES = /^(?:in|inch|inches|cm|mm|ft|feet|foot|mg|ml|%|[\u2032\u2033]|refills?|months?|mos?)$/;

/** "2x6", "2 times 8", "3 x 4 wks": times a week by weeks. */
function productAt(tokens: QuantityTokens, times: StatedNumber): FoundFrequency | null {
  if (!/^(?:x|\u00d7|times)$/.test(tokens[times.last + 1]?.word ?? '')) return null;
  const weeks = numberAt(tokens, times.last + 2);
  if (!weeks || times.high > MOST_TIMES || weeks.high > MOST_WEEKS || weeks.high < 2) return null;
  const behind = tokens[weeks.last + 1]?.word ?? '';
  const unit = periodOf(behind);
  if (SIZES.test(behind) || /^(?:x|\u00d7)$/.test(behind) || (unit && unit !== 'week')) return null;
  const last = unit ? weeks.last + 1 : weeks.last;
  const total = { low: times.low * weeks.low, high: times.high * weeks.high };
  const frequency: Frequency = {
    span: { start: tokens[times.first]?.start ?? 0, end: tokens[last]?.end ?? 0 },
    times: { low: times.low, high: times.high },
    per: unit,
    duration: { low: weeks.low, high: weeks.high, unit },
    total,
  };
  return { frequency, first: times.first, last };
}

const FOR = /^(?:for|over|x|\u00d7|times|during)$/;
const OF_DURATION = /^(?:the|next|a|an|period|of|additional|up|to|another|total)$/;
const MOST_WORDS = 4;

function found(tokens: QuantityTokens, times: StatedNumber, per: Period | null, last: number): FoundFrequency {
  const duration = durationBehind(tokens, last, per);
  const end = duration?.end ?? last;
  const isSame = duration !== null && (duration.amount.unit ?? per) === per;
  const frequency: Frequency = {
    span: { start: tokens[times.first]?.start ?? 0, end: tokens[end]?.end ?? 0 },
    times: { low: times.low, high: times.high },
    per,
    duration: duration?.amount ?? null,
    total: isSame ? { low: times.low * duration.amount.low, high: times.high * duration.amount.high } : null,
  };
  return { frequency, first: times.first, last: end };
}

interface Duration {
  readonly amount: Amount & { readonly unit: Period | null };
  readonly end: number;
}

function durationBehind(tokens: QuantityTokens, last: number, per: Period | null): Duration | null {
  let at = skip(tokens, skip(tokens, last + 1, /^[,.]$/), /^\($/);
  if (!FOR.test(tokens[at]?.word ?? '')) return null;
  const isTimes = /^(?:x|\u00d7|times)$/.test(tokens[at]?.word ?? '');
  at++;
  for (let words = 0; words < MOST_WORDS && OF_DURATION.test(tokens[at]?.word ?? ''); words++) at++;
  const number = numberAt(tokens, at);
  if (!number) return null;
  const behind = tokens[number.last + 1]?.word === '-' ? number.last + 2 : number.last + 1;
  const unit = periodOf(tokens[behind]?.word ?? '');
  if (!unit && !isTimes) return null;
  const amount = { low: number.low, high: number.high, unit: unit ?? per };
  return { amount, end: unit ? behind : number.last };
}
