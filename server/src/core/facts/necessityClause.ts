import type { Span } from '../text/span';
import { Gap, type Tokens } from '../vocabulary/tokens';
import {
  CLAUSE_STARTS,
  CONCESSIONS,
  CONCLUSIONS,
  CONDITIONS,
  COPULAS,
  DOUBTS,
  EARLIER,
  NO_REASON_AFTER_AS,
  REASONS,
  REQUEST,
  SAYING,
  SUBJECT_NEGATORS,
} from './necessityWords';

/** What stands before the verb of a statement of necessity, and what that makes of the statement. */
export interface Clause {
  /** Index of the first word of the clause. */
  readonly start: number;
  /** It is a reason for something else: "since the surgery is not medically necessary". */
  readonly isReason: boolean;
  /** It says that something is so on a condition, or is set against what counts. */
  readonly isOpen: boolean;
  /** Its subject negates it: "none of the services", "neither". */
  readonly isNegated: boolean;
  /** What it depends on denies it: "there is no evidence that". */
  readonly isDenied: boolean;
  /** Another negation stands in it. */
  readonly isDoubtful: boolean;
  /** It speaks of the request. */
  readonly ofRequest: boolean;
  /** It draws a conclusion: "therefore". */
  readonly concludes: boolean;
}

/** How many words before the verb are looked at. */
export const REACH = 60;
const PUT_IN = 20;
const AUXILIARY_STARTS = new Set('is was are were has had have does did'.split(' '));

export function wordAt(tokens: Tokens, index: number): string {
  return tokens.words[index] ?? '';
}

/** What stands between a word and the one before it. */
export function gapText({ text, ends, starts }: Tokens, index: number): string {
  return index > 0 && index < starts.length ? text.slice(ends[index - 1], starts[index]) : '';
}

/** From word `from` to before word `to`; empty, at `to`, where there are none. */
export function spanOfWords({ starts, ends }: Tokens, from: number, to: number): Span {
  const end = ends[to - 1] ?? 0;
  return from < to ? { start: starts[from] ?? end, end } : { start: end, end };
}

/** The clause whose subject stands before word `verb`. */
export function clauseBefore(tokens: Tokens, verb: number): Clause {
  const last = lastOfSubject(tokens, verb);
  const start = clauseStart(tokens, last);
  const subject = subjectStart(tokens, last);
  const opening = openingOf(tokens, start);
  const request = hasAny(tokens, subject, last, REQUEST);
  const far = wordAt(tokens, sentenceStart(tokens, start));
  const isConditional = far === 'if' || far === 'unless' || (!request && CONDITIONS.has(far));
  const isRelative = start > last && wordAt(tokens, last) === 'that';
  return {
    start,
    isReason: opening === 'reason' && !followsAsOwnReason(tokens, start, last),
    isOpen: opening === 'open' || isConditional || isRelative || ofEarlierRequest(tokens, start, last),
    isDenied: isDeniedBefore(tokens, start),
    isNegated: isNegated(tokens, start) || hasAny(tokens, subject, last, ALWAYS_NEGATING),
    isDoubtful: hasAny(tokens, start, last, DOUBTS),
    ofRequest: request,
    concludes: concludesBefore(tokens, start),
  };
}

/** "The request is refused as it is not medically necessary": the reason is the finding. */
function followsAsOwnReason(tokens: Tokens, start: number, last: number): boolean {
  if (start < 3 || last - start > 1) return false;
  const subject = tokens.words.slice(start, last + 1).join(' ');
  return ['it', 'this', 'the request', 'this request', 'these', 'they'].includes(subject);
}

const DENYING = new Set(
  'no not never cannot nothing fails failed fail lacks lack insufficient inadequate without nor neither t'.split(' '),
);

/** "There is no evidence that", "I do not believe that". */
function isDeniedBefore(tokens: Tokens, start: number): boolean {
  if (wordAt(tokens, start - 1) !== 'that' || wordAt(tokens, start - 2) === 'given') return false;
  for (let i = start - 2; i >= 0 && start - i < 14 && !isBoundary(tokens, i + 1); i--) {
    if (DENYING.has(wordAt(tokens, i))) return true;
  }
  return false;
}

/** What is put in between commas before the verb does not count. */
function lastOfSubject(tokens: Tokens, verb: number): number {
  if (tokens.gaps[verb] !== Gap.pause) return verb - 1;
  for (let i = verb - 1; i > 0 && verb - i < PUT_IN; i--) {
    if (tokens.gaps[i] === Gap.stop) break;
    if (tokens.gaps[i] === Gap.pause) return i - 1;
  }
  return verb - 1;
}

const ALWAYS_NEGATING = new Set(['none', 'neither']);

function isNegated(tokens: Tokens, start: number): boolean {
  const first = wordAt(tokens, start);
  return SUBJECT_NEGATORS.has(first) && !(first === 'no' && gapText(tokens, start + 1).includes(','));
}

/** The subject with the lists and insertions in it: back to the verb before it. */
function subjectStart(tokens: Tokens, last: number): number {
  let i = last;
  while (i > 0 && last - i < REACH && tokens.gaps[i] !== Gap.stop) {
    const before = wordAt(tokens, i - 1);
    if (AUXILIARY_STARTS.has(before) || SAYING.has(before) || CONCLUSIONS.has(before)) break;
    i--;
  }
  return Math.max(i, 0);
}

/** "The prior request was …" */
function ofEarlierRequest(tokens: Tokens, start: number, last: number): boolean {
  for (let i = start; i < last; i++) {
    const word = wordAt(tokens, i);
    if (EARLIER.has(word) && word !== 'original' && wordAt(tokens, i + 1).startsWith('request')) return true;
  }
  return false;
}

function hasAny({ words }: Tokens, from: number, to: number, set: ReadonlySet<string>): boolean {
  for (let i = from; i <= to; i++) if (set.has(words[i] ?? '')) return true;
  return false;
}

/** The first word of the clause that holds `last`; conjunctions that open it stand before it. */
function clauseStart(tokens: Tokens, last: number): number {
  let i = last + 1;
  while (i > 0 && last - i < REACH) {
    if (isBoundary(tokens, i)) return i;
    const before = wordAt(tokens, i - 1);
    if (CLAUSE_STARTS.has(before) || CONCLUSIONS.has(before) || CONDITIONS.has(before)) return i;
    if (CONCESSIONS.has(before) || isReasonWord(tokens, i - 1)) return i;
    if (AUXILIARY_STARTS.has(before) || (COPULAS.has(before) && before !== 'be')) return behindAnd(tokens, i, last);
    i--;
  }
  return Math.max(i, 0);
}

/** Behind another verb the subject begins at the last "and": "there are no red flags and the scan". */
function behindAnd(tokens: Tokens, start: number, last: number): number {
  for (let i = last; i > start; i--) if (wordAt(tokens, i - 1) === 'and') return i;
  return start;
}

/** Whether the word is parted from the one before it by more than a space; a quotation mark alone parts nothing. */
function isBoundary(tokens: Tokens, index: number): boolean {
  if (tokens.gaps[index] === Gap.join) return false;
  return tokens.gaps[index] === Gap.stop || /[,:;()[\]\u2013\u2014]/.test(gapText(tokens, index));
}

function isReasonWord(tokens: Tokens, index: number): boolean {
  const word = wordAt(tokens, index);
  if (!REASONS.has(word)) return false;
  if (word === 'as') {
    if (NO_REASON_AFTER_AS.has(wordAt(tokens, index + 1))) return false;
    if (index === 0 || isBoundary(tokens, index)) return true;
    return SUBJECTS.has(wordAt(tokens, index + 1)) && !NO_REASON_BEFORE_AS.has(wordAt(tokens, index - 1));
  }
  return word !== 'given' || wordAt(tokens, index + 1) === 'that' || index === 0;
}

const SUBJECTS = new Set('it the this these there they she he no'.split(' '));
const NO_REASON_BEFORE_AS = new Set('such well long far soon much same insofar often regarded known'.split(' '));

/** How the clause is joined to what stands before it. */
function openingOf(tokens: Tokens, start: number): 'plain' | 'reason' | 'open' {
  const at = wordAt(tokens, start);
  let before = isBoundary(tokens, start) ? '' : wordAt(tokens, start - 1);
  if (before === 'that' && wordAt(tokens, start - 2) === 'given') before = 'given';
  if (CONDITIONS.has(before) || CONDITIONS.has(at)) return 'open';
  if (CONCESSIONS.has(before) || CONCESSIONS.has(at)) return 'open';
  if (before !== '' && (before === 'given' || isReasonWord(tokens, start - 1))) return 'reason';
  return isReasonWord(tokens, start) ? 'reason' : 'plain';
}

/** The first word of the sentence or of the half of it behind a semicolon or a conclusion. */
function sentenceStart(tokens: Tokens, from: number): number {
  let i = from;
  while (i > 0 && from - i < REACH && tokens.gaps[i] !== Gap.stop) {
    if (CONCLUSIONS.has(wordAt(tokens, i - 1))) return i;
    i--;
  }
  return i;
}

function concludesBefore(tokens: Tokens, start: number): boolean {
  for (let i = start; i >= 0 && start - i < REACH; i--) {
    const word = wordAt(tokens, i);
    if (CONCLUSIONS.has(word)) return true;
    if (word === 'such' && wordAt(tokens, i - 1) === 'as') return true;
    if (word === 'given' || word === 'based') return true;
    if (tokens.gaps[i] === Gap.stop) return false;
  }
  return false;
}
