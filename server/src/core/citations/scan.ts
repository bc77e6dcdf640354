import { isDigit, isSpace, isWordCharacter } from '../text/words';
import type { GuidelineGrammar } from './grammar';
import type { GuidelineLineProblem } from './model';

/** A guideline line while it is read. Offsets count in `text`; `lower` is the same text in lower case, of equal length. */
export interface Reading {
  readonly text: string;
  readonly lower: string;
  readonly grammar: GuidelineGrammar;
  readonly problems: GuidelineLineProblem[];
  /** How many more unknown names are compared with the known ones: bounds the work on a hostile line. */
  comparisons: number;
}

/** Lower case that keeps every offset: the few letters whose lower case is longer stay as they are. */
export function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let result = '';
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i).toLowerCase();
    result += letter.length === 1 ? letter : text.charAt(i);
  }
  return result;
}

export function skipSpaces(text: string, at: number, to: number): number {
  let i = at;
  while (i < to && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** Skips spaces and the marks that may stand between the parts of one citation. */
export function skipMarks(text: string, at: number, to: number): number {
  let i = at;
  while (i < to && (isSpace(text.charCodeAt(i)) || INNER_MARKS.includes(text.charAt(i)))) i++;
  return i;
}

const INNER_MARKS = ',;:-\u2013\u2014';

/** Where the text ends once trailing spaces and the given marks are left out. */
export function trimEnd(text: string, from: number, to: number, marks = ''): number {
  let i = to;
  while (i > from && (isSpace(text.charCodeAt(i - 1)) || marks.includes(text.charAt(i - 1)))) i--;
  return i;
}

export function isWordStart(text: string, at: number): boolean {
  return isWordCharacter(text.charCodeAt(at)) && (at === 0 || !isWordCharacter(text.charCodeAt(at - 1)));
}

function isWordEnd(text: string, at: number): boolean {
  return at >= text.length || !isWordCharacter(text.charCodeAt(at)) || !isWordCharacter(text.charCodeAt(at - 1));
}

/** Whether the words (lower case) stand here, not within a longer word. */
export function wordsAt(lower: string, at: number, words: string): boolean {
  return (
    words !== '' &&
    lower.startsWith(words, at) &&
    isWordEnd(lower, at + words.length) &&
    (at === 0 || isWordEnd(lower, at))
  );
}

/** The first place from `from` on where the words stand, or -1. */
export function findWords(lower: string, words: string, from: number): number {
  if (words === '') return -1;
  let at = lower.indexOf(words, from);
  while (at >= 0 && !wordsAt(lower, at, words)) at = lower.indexOf(words, at + 1);
  return at;
}

/** A year of four digits that stands here, or null. */
export function yearAt(text: string, at: number, to: number): number | null {
  if (at + 4 > to || (at + 4 < text.length && isWordCharacter(text.charCodeAt(at + 4)))) return null;
  if (at > 0 && isWordCharacter(text.charCodeAt(at - 1))) return null;
  const century = text.slice(at, at + 2);
  if (century !== '19' && century !== '20') return null;
  if (!isDigit(text.charCodeAt(at + 2)) || !isDigit(text.charCodeAt(at + 3))) return null;
  return Number(text.slice(at, at + 4));
}

export interface LabelMatch {
  readonly kind: 'page' | 'section';
  readonly start: number;
  /** Behind its colon. */
  readonly end: number;
}

/** A label for pages or sections that stands here. Without its colon only the printed form counts, or any before a page. */
export function labelAt(reading: Reading, at: number, to: number): LabelMatch | null {
  const { lower, grammar } = reading;
  if (!isWordStart(lower, at)) return null;
  for (const { kind, word, isPrinted } of grammar.labels) {
    if (!lower.startsWith(word, at)) continue;
    const behind = at + word.length;
    if (isWordCharacter(word.charCodeAt(word.length - 1)) && !isWordEnd(lower, behind)) continue;
    const next = skipSpaces(lower, behind, to);
    if (next < to && lower.charAt(next) === ':') return { kind, start: at, end: next + 1 };
    const isPage = kind === 'page' && isDigit(lower.charCodeAt(next));
    if (next < to && (isPage || (isPrinted && isWordStart(lower, next)))) return { kind, start: at, end: behind };
  }
  return null;
}

/** A number of up to six digits that begins here, with its end, or null. */
export function numberAt(
  text: string,
  at: number,
  to: number,
): { readonly value: number; readonly end: number } | null {
  let end = at;
  while (end < to && isDigit(text.charCodeAt(end))) end++;
  return end === at || end - at > 6 ? null : { value: Number(text.slice(at, end)), end };
}
