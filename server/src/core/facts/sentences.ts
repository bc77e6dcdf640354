import { isDigit } from '../text/words';
import type { Vocabulary } from '../vocabulary/schema';
import { type Sentence, sentenceOf } from './sentence';

/** A sentence in a text; `start` counts in that text. */
export interface PlacedSentence {
  readonly start: number;
  readonly sentence: Sentence;
}

/**
 * Cuts folded text into sentences, white space between them excluded. Where a paragraph begins, at one of the offsets in
 * `paragraphs`, a sentence ends in any case. Linear.
 */
export function sentencesIn(
  text: string,
  vocabulary: Vocabulary,
  paragraphs: readonly number[] = [],
): readonly PlacedSentence[] {
  return sentencesBetween(0, text.length, text, vocabulary, paragraphs);
}

/** The same of a stretch of the text that begins and ends where sentences do. */
export function sentencesBetween(
  from: number,
  to: number,
  text: string,
  vocabulary: Vocabulary,
  paragraphs: readonly number[],
): readonly PlacedSentence[] {
  const found: PlacedSentence[] = [];
  let start = from;
  for (const end of endsIn(from, to, text, paragraphs)) {
    const whole = text.slice(start, end);
    const words = whole.trim();
    if (words !== '') {
      found.push({ start: start + whole.indexOf(words), sentence: sentenceOf(words, vocabulary) });
    }
    start = end;
  }
  return found;
}

/** A full stop or the like, marks that close, and what begins a sentence behind the space. */
const STOP = /[.?!]["'\u201d\u2019)\]]{0,3} (?=["'\u201c\u2018([]{0,2}[\p{Lu}\d])/gu;

/** Each end is decided by the few characters around it, so that an edit moves no ends far from it. */
function endsIn(from: number, to: number, text: string, paragraphs: readonly number[]): number[] {
  const ends: number[] = [];
  STOP.lastIndex = from;
  for (let match = STOP.exec(text); match && match.index < to; match = STOP.exec(text)) {
    const { index, 0: stop } = match;
    const next = index + stop.length;
    if (next >= to) break;
    if (text[index] === '.' && (isAbbreviation(text, index, next) || isListNumber(text, index, paragraphs))) continue;
    ends.push(next);
  }
  // A paragraph that ends with a comma goes on, as "Sincerely," does.
  for (const at of paragraphs) if (at > from && at < to && text.charAt(at - 2) !== ',') ends.push(at);
  return [...ends.sort((a, b) => a - b), to];
}

/** Words that end in a full stop without ending a sentence. */
const SHORT = new Set(
  (
    'dr drs mr mrs ms prof st ave blvd rd vs e.g i.e cf fig figs approx resp incl ref refs vol dept jr sr med surg assn ' +
    'p.o d.o.b u.s tel acct lic attn'
  ).split(' '),
);
/** The same, where a number follows, be it "12", "A-12345" or "(2004)". */
const BEFORE_NUMBER = new Set(
  (
    'no nos p pp pg pgs ch chap sec sect art par tab para item apt ste al ed eds wt ht temp ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec'
  ).split(' '),
);
const NUMBER = /^[([]?\p{Lu}{0,4}-?\d/u;
/** What a single capital letter names the kind of, rather than a person: "vitamin D", "grade B". */
const LETTERED =
  /(?:^|\P{L})(?:vitamin|hepatitis|influenza|type|grade|class|stage|group|category|level|plan|part|option|figure|table|exhibit|appendix|schedule|attachment) $/iu;
const LONGEST = 8;

function isAbbreviation(text: string, stop: number, next: number): boolean {
  let start = stop;
  while (start > 0 && stop - start <= LONGEST && /[\p{L}.]/u.test(text[start - 1] ?? '')) start--;
  const word = text.slice(start, stop);
  // "1st." is no street.
  if (isDigitAt(text, start - 1)) return false;
  if (/^\p{Lu}$/u.test(word)) return !LETTERED.test(text.slice(Math.max(0, start - 13), start));
  const lower = word.toLowerCase();
  if (SHORT.has(lower)) return true;
  const isBeforeNumber = NUMBER.test(text.slice(next, next + 7));
  return isBeforeNumber && (BEFORE_NUMBER.has(lower) || /^(?:\p{Lu}\.){1,4}\p{Lu}$/u.test(word));
}

/** The number of an item of a list, "2.", which belongs to what follows: behind the end of a sentence, or the first. */
function isListNumber(text: string, stop: number, paragraphs: readonly number[]): boolean {
  let start = stop;
  while (start > 0 && stop - start < 3 && isDigitAt(text, start - 1)) start--;
  if (start === stop || stop - start > 2) return false;
  if (start === 0 || paragraphs.includes(start)) return true;
  if (text.charAt(start - 1) !== ' ') return false;
  if (start === 1) return true;
  const before = text.charAt(start - 2);
  if (before === ':') return text.slice(start, stop) === '1';
  return '?!;'.includes(before) || (before === '.' && !isAbbreviation(text, start - 2, start));
}

function isDigitAt(text: string, at: number): boolean {
  return at >= 0 && isDigit(text.charCodeAt(at));
}
