import type { Span } from '../text/span';

/** A word, a number in digits, or one other character; "xwk" is two words. */
export interface QuantityToken extends Span {
  /** In lower case. */
  readonly word: string;
  /** Nothing stands between it and the token before. */
  readonly isGlued: boolean;
}

export type QuantityTokens = readonly QuantityToken[];

export function quantityTokens(text: string): QuantityToken[] {
  const tokens: QuantityToken[] = [];
  let end = -1;
  for (const match of text.matchAll(
    /\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?|x(?=w(?:ee)?ks?\b)|\p{L}+|[^\s\p{L}\d]/giu,
  )) {
    const { index: start } = match;
    const isGlued = start === end;
    end = start + match[0].length;
    tokens.push({ word: match[0].toLowerCase(), start, end, isGlued });
  }
  return tokens;
}

/** A whole number, or a range of them, as a text states it. */
export interface StatedNumber {
  readonly low: number;
  readonly high: number;
  /** Indexes of its first and its last token. */
  readonly first: number;
  readonly last: number;
  /** The other number, where words and figures differ: "six (8)". */
  readonly other: number | null;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const words = new Map([
  ...ONES.map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
]);
const LONGEST = 6;

/** The number that begins at this token: "12", "twenty-four", "six (6)", "2-3", "two to three". Null for dates and parts of words. */
export function numberAt(tokens: QuantityTokens, at: number): StatedNumber | null {
  const low = oneAt(tokens, at);
  if (!low || isPartOfMore(tokens, at)) return null;
  const link = tokens[low.last + 1]?.word ?? '';
  const isRange = link === '-' || link === '\u2013' || link === 'to' || link === 'or';
  const high = isRange ? oneAt(tokens, low.last + 2) : null;
  const last = high?.last ?? low.last;
  if (goesOn(tokens, last)) return null;
  if (high && high.low < low.low) return null;
  return { low: low.low, high: high?.low ?? low.low, first: at, last, other: low.other ?? high?.other ?? null };
}

/** One number with the same in brackets behind it, without looking at what stands around. */
function oneAt(tokens: QuantityTokens, at: number): StatedNumber | null {
  const plain = plainAt(tokens, at);
  if (!plain) return null;
  const { value, last } = plain;
  const inner = tokens[last + 1]?.word === '(' ? plainAt(tokens, last + 2) : null;
  // One of the two in words: otherwise the bracket says something else.
  if (inner && tokens[inner.last + 1]?.word === ')' && inner.isWord !== plain.isWord) {
    const other = inner.value === value ? null : inner.value;
    return { low: value, high: value, first: at, last: inner.last + 1, other };
  }
  return { low: value, high: value, first: at, last, other: null };
}

function plainAt(tokens: QuantityTokens, at: number): { value: number; last: number; isWord: boolean } | null {
  const word = tokens[at]?.word ?? '';
  if (/^\d/.test(word)) {
    const digits = word.replaceAll(',', '');
    return digits.length > LONGEST || digits.includes('.') ? null : { value: Number(digits), last: at, isWord: false };
  }
  const value = words.get(word);
  if (value === undefined) return null;
  const next = tokens[at + 1]?.word === '-' ? at + 2 : at + 1;
  const ones = words.get(tokens[next]?.word ?? '') ?? 0;
  if (value >= 20 && ones > 0 && ones < 10) return { value: value + ones, last: next, isWord: true };
  return { value, last: at, isWord: true };
}

/** "L4", "10/325", "11-14-16", "$50": the number belongs to what stands before it. */
function isPartOfMore(tokens: QuantityTokens, at: number): boolean {
  const { word = '', isGlued = false } = tokens[at] ?? {};
  const before = tokens[at - 1]?.word ?? '';
  if (!isGlued || before === '') return false;
  if (/^\p{L}/u.test(before)) return !/^(?:x|qty|no|wk|week)$/.test(before) || !/^\d/.test(word);
  if (before === '-' || before === '/' || before === '.' || before === '\u2013')
    return tokens[at - 1]?.isGlued === true;
  return before === '$' || before === '%';
}

/** "11/14/16", "10/325", "5.": a slash, a hyphen or a per cent mark right behind makes it part of something else. */
function goesOn(tokens: QuantityTokens, last: number): boolean {
  const next = tokens[last + 1];
  if (!next?.isGlued) return false;
  if (next.word === '%') return true;
  const behind = tokens[last + 2];
  return (
    (next.word === '/' || next.word === '-' || next.word === ':') && behind?.isGlued === true && /^\d/.test(behind.word)
  );
}
