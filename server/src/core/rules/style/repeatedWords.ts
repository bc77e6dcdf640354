import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import type { SentenceRule } from '../rule';

export const rule: SentenceRule = {
  id: 'repeated-words',
  group: 'style',
  scope: 'sentence',
  places: ['summary', 'section', 'title', 'rationale'],
  severity: 'hint',
  summary: 'A word or a phrase that stands twice in a row.',
  fix: 'offered',
  check({ text }, _context, report) {
    for (const { copies, extra, removed } of repetitionsIn(text)) {
      const phrase = text.slice(extra.start, extra.end);
      report({
        span: copies,
        message: t(
          '"{0}" stands here twice in a row. The reader stumbles, and wonders whether something else was meant. Take out one of the two.',
          phrase,
        ),
        fixes: () => [
          { title: t('Take out the second "{0}"', phrase), safe: false, edits: [{ span: removed, text: '' }] },
        ],
      });
    }
  },
};

interface Repetition {
  /** From the first copy up to the end of the last. */
  readonly copies: Span;
  /** The second copy. */
  readonly extra: Span;
  /** All copies but the first, with the white space before each. */
  readonly removed: Span;
}

interface Word {
  readonly start: number;
  readonly end: number;
  /** In lower case. */
  readonly text: string;
  /** The same for the same text: quicker to compare. */
  readonly number: number;
}

/** Words in a phrase, at most. */
const LONGEST = 20;
/** The most that is reported of one sentence. */
const MOST = 20;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'\u2019-]*/gu;

/** Shorter phrases first; a word that belongs to a repetition belongs to no other. */
function repetitionsIn(text: string): Repetition[] {
  const words = wordsIn(text);
  const taken = new Set<Word>();
  const found: Repetition[] = [];
  for (let length = 1; length <= LONGEST && length * 2 <= words.length; length++) {
    let run = 0;
    for (let at = 0; at + length <= words.length; at++) {
      if (at + length < words.length && isSame(words[at], words[at + length], text)) {
        run++;
        continue;
      }
      // Behind `run` equal words stand as many copies more as the phrase fits into it.
      const first = at - run;
      const copies = run < length ? [] : words.slice(first, first + length * (Math.floor(run / length) + 1));
      if (copies.length > 0 && isRow(copies, text) && !copies.some(word => taken.has(word))) {
        for (const word of copies) taken.add(word);
        const behind = words[first + copies.length];
        if (!isMeant(copies.slice(0, length), words[first - 1], behind)) found.push(repetition(copies, length));
      }
      run = 0;
    }
  }
  return found.sort((a, b) => a.copies.start - b.copies.start).slice(0, MOST);
}

function wordsIn(text: string): Word[] {
  const numbers = new Map<string, number>();
  return [...text.matchAll(WORD)].map(({ 0: written, index: start }) => {
    const lower = written.toLowerCase();
    const number = numbers.get(lower) ?? numbers.size;
    numbers.set(lower, number);
    return { start, end: start + written.length, text: lower, number };
  });
}

/** Whether both are one word, and each is parted from the word before it by a space alone, unless the phrase begins there. */
function isSame(first: Word | undefined, second: Word | undefined, text: string): boolean {
  if (!first || !second || first.number !== second.number) return false;
  return text.charAt(first.start) === text.charAt(second.start) || first.start === 0;
}

function repetition(copies: readonly Word[], length: number): Repetition {
  const startOf = (index: number) => copies[index]?.start ?? 0;
  const endOf = (index: number) => copies[index]?.end ?? 0;
  const end = endOf(copies.length - 1);
  return {
    copies: { start: startOf(0), end },
    extra: { start: startOf(length), end: endOf(2 * length - 1) },
    removed: { start: endOf(length - 1), end },
  };
}

function isRow(copies: readonly Word[], text: string): boolean {
  return copies.every((word, index) => index === 0 || isParted(text, copies[index - 1] as Word, word));
}

function isParted(text: string, before: Word, word: Word): boolean {
  return word.start === before.end + 1 && text.charAt(before.end) === ' ';
}

/** Words that a good sentence can have twice in a row. */
const DOUBLES = new Set(
  'had her very so no well now many much long far more again never yes walla pago bora beri bye tom cha'.split(' '),
);
const RELATIVES = new Set(['that', 'which', 'who', 'what', 'whatever', 'it']);
const VERBS = new Set('is are was were be been has have had does do did can cannot could will would may'.split(' '));
const JOINERS = new Set(['and', 'or', 'by', 'to', 'after']);

function isMeant(phrase: readonly Word[], before: Word | undefined, after: Word | undefined): boolean {
  // "3 3", "C C": not words that one doubles by a slip.
  if (!phrase.some(({ text }) => /^\p{L}[\p{L}'\u2019-]+$|^a$/u.test(text))) return true;
  const [first, second] = phrase;
  if (phrase.length === 1) return DOUBLES.has(first?.text ?? '');
  // "what is not recommended is not recommended"
  if (VERBS.has(first?.text ?? '') && RELATIVES.has(before?.text ?? '')) return true;
  // "over and over and over", "more and more and".
  const joined = phrase.length === 2 && phrase.some(({ text }) => JOINERS.has(text));
  return joined && (after?.text === first?.text || before?.text === second?.text);
}
