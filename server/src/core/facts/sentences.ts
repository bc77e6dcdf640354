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
  const found: PlacedSentence[] = [];
  let start = 0;
  for (const end of endsIn(text, paragraphs)) {
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

function endsIn(text: string, paragraphs: readonly number[]): number[] {
  const ends: number[] = [];
  for (const { index, 0: stop } of text.matchAll(STOP)) {
    if (text[index] !== '.' || !isAbbreviation(text, index, index + stop.length)) ends.push(index + stop.length);
  }
  // A paragraph that ends with a comma goes on, as "Sincerely," does.
  for (const at of paragraphs) if (at > 0 && at < text.length && text.charAt(at - 2) !== ',') ends.push(at);
  return [...ends.sort((a, b) => a - b), text.length];
}

/** Words that end in a full stop without ending a sentence. */
const SHORT = new Set(
  (
    'dr drs mr mrs ms prof st ave blvd rd vs e.g i.e al cf fig figs approx resp incl ref refs vol dept jr sr med surg assn ' +
    'p.o d.o.b tel acct lic attn'
  ).split(' '),
);
/** The same, where a number follows, be it "12" or "A-12345". */
const BEFORE_NUMBER = new Set('no nos p pp pg pgs ch chap sec sect art par tab approx para item apt ste'.split(' '));
const LONGEST = 8;

function isAbbreviation(text: string, stop: number, next: number): boolean {
  let start = stop;
  while (start > 0 && stop - start <= LONGEST && /[\p{L}.]/u.test(text[start - 1] ?? '')) start--;
  const word = text.slice(start, stop);
  if (/^\p{Lu}$/u.test(word)) return true;
  const lower = word.toLowerCase();
  return SHORT.has(lower) || (BEFORE_NUMBER.has(lower) && /^\p{Lu}{0,4}-?\d/u.test(text.slice(next, next + 6)));
}
