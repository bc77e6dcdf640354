import { isDigit, type Tokens } from './tokens';

/** Levels of one stretch of the spine: letter, numbers, and the body part they belong to. */
export interface LevelRange<T> {
  readonly first: number;
  readonly last: number;
  readonly value: T;
}

/** By their letter, in lower case. */
export type LevelRanges<T> = ReadonlyMap<string, readonly LevelRange<T>[]>;

interface Level<T> {
  readonly letter: string;
  readonly number: number;
  readonly value: T;
  readonly last: number;
}

const rangeWords = new Set(['to', 'through', 'thru']);

/**
 * Spinal levels that begin at the word with this index: "L4", "L-4", "L4-5", "C4/5", "C5-C6-C7", "L5-S1", "L3 to L5".
 * Returns the last word's index and each stretch of the spine named, or null.
 */
export function levelsAt<T>(
  tokens: Tokens,
  first: number,
  ranges: LevelRanges<T>,
): { last: number; values: T[] } | null {
  let level = levelAt(tokens, first, ranges);
  if (!level) return null;
  const values = new Set([level.value]);
  for (let next = following(tokens, level, ranges); next; next = following(tokens, level, ranges)) {
    level = next;
    values.add(level.value);
  }
  return { last: level.last, values: [...values] };
}

function following<T>(tokens: Tokens, level: Level<T>, ranges: LevelRanges<T>): Level<T> | null {
  const next = level.last + 1;
  const word = tokens.words[next];
  if (word === undefined || tokens.gaps[next] !== 0) return null;
  if (rangeWords.has(word)) return tokens.gaps[next + 1] === 0 ? levelAt(tokens, next + 1, ranges) : null;
  const between = textBetween(tokens, level.last, next);
  if (!between.includes('-') && !between.includes('/') && !between.includes('\u2013')) return null;
  const named = levelAt(tokens, next, ranges);
  if (named) return named;
  const number = numberOf(word);
  // "L4-5": the letter is not repeated. "L5-2 views" is no range.
  if (number === null || number <= level.number) return null;
  return inRange(level.letter, number, next, ranges);
}

function levelAt<T>(tokens: Tokens, index: number, ranges: LevelRanges<T>): Level<T> | null {
  const word = tokens.words[index];
  if (word === undefined || word.length === 0 || word.length > 3) return null;
  const letter = word.charAt(0);
  if (!ranges.has(letter)) return null;
  const number = numberOf(word.slice(1));
  if (number !== null) return inRange(letter, number, index, ranges);
  if (word.length > 1 || tokens.text.charAt(tokens.starts[index] ?? 0) === letter) return null;
  // "L-4": only a capital letter, and nothing but a hyphen.
  const split = numberOf(tokens.words[index + 1] ?? '');
  const isHyphened = split !== null && textBetween(tokens, index, index + 1) === '-';
  return isHyphened ? inRange(letter, split, index + 1, ranges) : null;
}

function inRange<T>(letter: string, number: number, last: number, ranges: LevelRanges<T>): Level<T> | null {
  const range = ranges.get(letter)?.find(one => number >= one.first && number <= one.last);
  return range ? { letter, number, value: range.value, last } : null;
}

/** A whole number of one or two digits. */
function numberOf(word: string): number | null {
  if (word.length === 0 || word.length > 2) return null;
  for (let i = 0; i < word.length; i++) if (!isDigit(word.charCodeAt(i))) return null;
  return Number(word);
}

/** At most a few characters: what is longer joins no levels. */
function textBetween(tokens: Tokens, index: number, next: number): string {
  const from = tokens.ends[index] ?? 0;
  const to = tokens.starts[next] ?? from;
  return to - from > 5 ? '' : tokens.text.slice(from, to);
}
