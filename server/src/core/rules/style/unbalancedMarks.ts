import type { Passage, Place } from '../../facts/passages';
import type { Sentence } from '../../facts/sentence';
import { isDigit, isSpace, isWordCharacter } from '../../text/words';
import { t } from '../../words/translate';
import type { Fix, PartRule } from '../rule';

export const rule: PartRule = {
  id: 'unbalanced-marks',
  group: 'style',
  scope: 'part',
  severity: 'hint',
  summary: 'A bracket or quotation mark without its other half.',
  fix: 'offered',
  check(part, context, report) {
    for (const passage of context.passages(part)) {
      if (!PLACES.has(passage.place)) continue;
      for (const { mark, at, role } of unbalancedIn(passage).slice(0, MOST)) {
        const span = passage.text.source(at, at + 1);
        report({
          span,
          message:
            role === 'opens'
              ? t(
                  'A {0} is opened here and never closed. Where what stands in it ends, or begins, is left to guess. Add the other half, or take this one out.',
                  nameOf(mark),
                )
              : t(
                  'A {0} is closed here and was never opened. Where what stands in it ends, or begins, is left to guess. Add the other half, or take this one out.',
                  nameOf(mark),
                ),
          fixes: () => [takeOut(passage, at, mark)],
        });
      }
    }
  },
};

const PLACES: ReadonlySet<Place> = new Set(['summary', 'section', 'title', 'rationale']);
/** The most that is reported of one text: nobody would read more. */
const MOST = 20;

interface Mark {
  readonly mark: string;
  readonly at: number;
  /** `mayClose`: it may also be the mark of a list or of inches. `either`: white space stands on both sides. */
  readonly role: 'opens' | 'closes' | 'mayClose' | 'either';
  /** It begins its sentence: where a paragraph begins, a quotation mark may stand again. */
  readonly isFirst: boolean;
}

function takeOut({ text }: Passage, at: number, mark: string): Fix {
  return {
    title: t('Take out the {0}', nameOf(mark)),
    safe: false,
    edits: [{ span: text.source(at, at + 1), text: '' }],
  };
}

function nameOf(mark: string): string {
  return QUOTES.includes(mark) ? t('quotation mark') : t('bracket');
}

const QUOTES = '"\u201c\u201d';
const OPENING = '([{\u201c';
/** Marks that belong together. Letters mix straight and curly quotation marks. */
const KINDS = ['()', '[]', '{}', QUOTES];

/** Marks of one kind, read from the front. */
interface Reading {
  readonly open: Mark[];
  /** How many were closed by a mark that may have been none: another one may close later. */
  doubtful: number;
}

/** Marks may close in a later sentence of their text. */
function unbalancedIn({ sentences }: Passage): Mark[] {
  const readings = new Map<string, Reading>();
  const wrong: Mark[] = [];
  for (const { start, sentence } of sentences) {
    for (const found of sentence.of(marksIn)) {
      const kind = KINDS.find(marks => marks.includes(found.mark)) ?? '';
      const reading = readings.get(kind) ?? { open: [], doubtful: 0 };
      readings.set(kind, reading);
      take({ ...found, at: start + found.at }, reading, wrong);
    }
  }
  const unclosed = [...readings.values()].flatMap(({ open }) => open);
  return [...wrong, ...unclosed].sort((a, b) => a.at - b.at);
}

function take(mark: Mark, reading: Reading, wrong: Mark[]): void {
  const { open } = reading;
  if (mark.role === 'opens' || (mark.role === 'either' && open.length === 0)) {
    const goesOn = QUOTES.includes(mark.mark) && mark.isFirst && open.length > 0;
    if (!goesOn) open.push(mark);
  } else if (open.pop()) {
    if (mark.role === 'mayClose') reading.doubtful++;
  } else if (mark.role !== 'mayClose') {
    if (reading.doubtful > 0) reading.doubtful--;
    else wrong.push(mark);
  }
}

const NONE: readonly Mark[] = [];
const MARK = /[()[\]{}"\u201c\u201d]/g;

/** The marks of a sentence that have to be in pairs, an aspect of it. */
function marksIn({ text }: Sentence): readonly Mark[] {
  const found: Mark[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARK)) {
    const role = mark === '"' ? quoteRole(text, at) : OPENING.includes(mark) ? 'opens' : closingRole(text, at);
    found.push({ mark, at, role, isFirst: at === 0 });
  }
  return found.length > 0 ? found : NONE;
}

function quoteRole(text: string, at: number): Mark['role'] {
  const before = at === 0 ? SPACE : text.charCodeAt(at - 1);
  const after = at + 1 === text.length ? SPACE : text.charCodeAt(at + 1);
  // Inches.
  if (isDigit(before)) return 'mayClose';
  if (isSpace(before) && isSpace(after)) return 'either';
  const opens = !isSpace(after) && !isWordCharacter(before) && !'.,;:!?)]'.includes(String.fromCharCode(before));
  return opens ? 'opens' : 'closes';
}

/** "1)", "a)", "iv)" and smileys need no opening bracket. */
function closingRole(text: string, at: number): Mark['role'] {
  if (text.charAt(at) !== ')') return 'closes';
  let start = at;
  while (start > 0 && at - start < 6 && isWordCharacter(text.charCodeAt(start - 1))) start--;
  const label = text.slice(start, at);
  const before = start === 0 ? SPACE : text.charCodeAt(start - 1);
  if (label === '') return ':;-'.includes(String.fromCharCode(before)) ? 'mayClose' : 'closes';
  const isParted = isSpace(before) || '(,;:-.'.includes(String.fromCharCode(before));
  return isParted && /^(?:\d{1,3}|\p{L}|[ivx]{1,5})$/iu.test(label) ? 'mayClose' : 'closes';
}

const SPACE = 32;
