import type { Folded } from '../text/folded';
import type { Span } from '../text/span';
import type { Said, WordCount } from './comparison';

/** A word or mark of a folded text, in whose offsets it stands. */
interface Word extends Span {
  /** The same for words that a reader takes for the same. */
  readonly key: string;
}

const WORD = /[\p{L}\p{M}\p{N}]+|[^\s\p{L}\p{M}\p{N}]/gu;
const BULLET = /[\u2022\u25e6\u2023\u25aa\u25cf\u25cb]/;

/** How a mark is compared: the form of quotation marks and of the marks of lists does not count. */
function keyOf(word: string, text: string, at: number): string {
  if (word === '\u201c' || word === '\u201d') return '"';
  if (word === '\u2018' || word === '\u2019') return "'";
  if (BULLET.test(word)) return '-';
  const isAlone = (at === 0 || text[at - 1] === ' ') && text[at + 1] === ' ';
  return isAlone && (word === '*' || word === '+') ? '-' : word;
}

function wordsIn(text: string, leftOut: readonly Span[] = []): Word[] {
  const words: Word[] = [];
  let next = 0;
  for (const { 0: word, index: start } of text.matchAll(WORD)) {
    while (next < leftOut.length && (leftOut[next]?.end ?? 0) <= start) next++;
    if ((leftOut[next]?.start ?? Number.POSITIVE_INFINITY) <= start) continue;
    words.push({ start, end: start + word.length, key: keyOf(word, text, start) });
  }
  return words;
}

/** The same for texts that say the same in the same words, whatever white space and form of marks they have. */
export function wordingOf(text: string): string {
  return wordsIn(text)
    .map(({ key }) => key)
    .join(' ');
}

/** A word without the marks beside it; the signs that join and color pictures are none. */
const WORD_ALONE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

/** The same of the words alone: marks do not count. */
export function wordsAlone(text: string): string {
  return Array.from(text.matchAll(WORD_ALONE), String).join(' ');
}

/** The distinct words of a text in lower case, at most `most`. */
export function distinctWords(text: string, most: number): Set<string> {
  const found = new Set<string>();
  for (const { 0: word } of text.matchAll(WORD_ALONE)) {
    if (found.size >= most) break;
    found.add(word.toLowerCase());
  }
  return found;
}

/** A text of a letter, to be compared. */
export interface LetterText {
  readonly text: Folded;
  /** Offset in the letter of what the folded text counts from. */
  readonly start: number;
  /** Stretches of the folded text that are compared elsewhere; in order. */
  readonly leftOut?: readonly Span[];
}

export interface WordingChange {
  readonly before: Said;
  readonly after: Said;
  readonly words: WordCount;
}

/** What became of a text: from the first word that differs to the last. Null where none does. Linear. */
export function wordingChange(before: LetterText, after: LetterText): WordingChange | null {
  if (before.text.text === after.text.text && !before.leftOut && !after.leftOut) return null;
  const old = wordsIn(before.text.text, before.leftOut);
  const now = wordsIn(after.text.text, after.leftOut);
  const shortest = Math.min(old.length, now.length);
  let head = 0;
  while (head < shortest && old[head]?.key === now[head]?.key) head++;
  if (head === old.length && head === now.length) return null;
  let tail = 0;
  while (tail < shortest - head && old.at(-1 - tail)?.key === now.at(-1 - tail)?.key) tail++;
  const gone = old.slice(head, old.length - tail);
  const come = now.slice(head, now.length - tail);
  return {
    before: stretch(before, old, head, gone),
    after: stretch(after, now, head, come),
    words: countWords(gone, come),
  };
}

function stretch({ text, start }: LetterText, words: readonly Word[], head: number, changed: readonly Word[]): Said {
  const [first, last] = [changed[0], changed.at(-1)];
  if (first && last) return said({ text, start }, wholeWords(text.text, first.start, last.end));
  // Where nothing stands, the place is behind the last word that stayed.
  const at = words[head - 1]?.end ?? 0;
  return said({ text, start }, { start: at, end: at });
}

/** A date, of which a part changed, is shown as a whole; longer words without a space are not. */
const LONGEST_WORD = 30;

function wholeWords(text: string, start: number, end: number): Span {
  const before = /\S{0,30}$/.exec(text.slice(Math.max(0, start - LONGEST_WORD), start))?.[0].length ?? 0;
  const behind = /^\S*/.exec(text.slice(end, end + LONGEST_WORD))?.[0].length ?? 0;
  return {
    start: before < LONGEST_WORD ? start - before : start,
    end: behind < LONGEST_WORD ? end + behind : end,
  };
}

/** What stands in a stretch of the folded text. */
export function said({ text, start }: Pick<LetterText, 'text' | 'start'>, span: Span): Said {
  const source = text.source(span.start, span.end);
  return {
    text: text.text.slice(span.start, span.end),
    span: { start: start + source.start, end: start + source.end },
  };
}

/** All of a text. */
export function saidWhole(text: Pick<LetterText, 'text' | 'start'>): Said {
  return said(text, { start: 0, end: text.text.text.length });
}

/** How many words of one list the other lacks; marks are not counted. */
function countWords(gone: readonly Word[], come: readonly Word[]): WordCount {
  const counts = new Map<string, number>();
  const count = (words: readonly Word[], by: number) => {
    for (const { key } of words) if (/[\p{L}\p{N}]/u.test(key)) counts.set(key, (counts.get(key) ?? 0) + by);
  };
  count(gone, -1);
  count(come, 1);
  let added = 0;
  let removed = 0;
  for (const difference of counts.values()) {
    if (difference > 0) added += difference;
    else removed -= difference;
  }
  return { added, removed };
}
