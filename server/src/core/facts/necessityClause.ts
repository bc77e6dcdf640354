import type { Span } from '../text/span';
import { Gap, type Tokens } from '../vocabulary/tokens';
import {
  ANYONE,
  CLAUSE_STARTS,
  CONCESSIONS,
  CONCLUSIONS,
  CONDITIONS,
  CONDITIONS_BEHIND,
  COPULAS,
  DECIDERS,
  DOUBTS,
  EARLIER,
  FOLLOWERS,
  GUIDES,
  NO_REASON_AFTER_AS,
  OTHERS,
  OWN,
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
  /** Another negation stands in it. */
  readonly isDoubtful: boolean;
  /** It speaks of the request. */
  readonly ofRequest: boolean;
  /** It draws a conclusion: "therefore". */
  readonly concludes: boolean;
}

/** How many words before the verb are looked at. */
const REACH = 60;
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
  return {
    start,
    isReason: opening === 'reason',
    isOpen: opening === 'open' || isConditional || ofEarlierRequest(tokens, start, last),
    isNegated: isNegated(tokens, start) || hasAny(tokens, subject, last, ALWAYS_NEGATING),
    isDoubtful: hasAny(tokens, start, last, DOUBTS),
    ofRequest: request,
    concludes: concludesBefore(tokens, start),
  };
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
    if (AUXILIARY_STARTS.has(before) || (COPULAS.has(before) && before !== 'be')) return i;
    i--;
  }
  return Math.max(i, 0);
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
    return index === 0 || isBoundary(tokens, index) || ['necessary', 'appropriate'].includes(wordAt(tokens, index - 1));
  }
  return word !== 'given' || wordAt(tokens, index + 1) === 'that' || index === 0;
}

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

export type Voice = 'reviewer' | 'guideline' | 'other';

/** Who says what stands in the clause that starts at `start`; `end` is the first word of its verb. */
export function voiceOf(tokens: Tokens, start: number, end: number): Voice {
  for (let i = end - 1; i >= 0 && end - i < REACH; i--) {
    if (SAYING.has(wordAt(tokens, i)) && !isPassiveOfIt(tokens, i) && !isParticiple(tokens, i))
      return speaker(tokens, i);
    if (i < start && startsAnew(tokens, i + 1)) return opensWithOther(tokens, i);
    if (tokens.gaps[i] === Gap.stop || CONCLUSIONS.has(wordAt(tokens, i))) break;
  }
  return opensWithOther(tokens, Math.max(0, start - 1));
}

/** "It is noted that", "was requested": nobody else speaks. */
function isPassiveOfIt(tokens: Tokens, verb: number): boolean {
  return COPULAS.has(wordAt(tokens, verb - 1)) && wordAt(tokens, verb - 2) === 'it';
}

/** "The criteria noted above" say nothing themselves. */
function isParticiple(tokens: Tokens, index: number): boolean {
  return wordAt(tokens, index).endsWith('ed') && BEHIND_PARTICIPLE.has(wordAt(tokens, index + 1));
}

const BEHIND_PARTICIPLE = new Set('above below here earlier by in on for'.split(' '));

const NEW_STARTS = new Set('and but so however then the this these it such none neither no requested'.split(' '));

/** Behind a comma, unless the comma closes what was put in behind "that". */
function startsAnew(tokens: Tokens, index: number): boolean {
  if (tokens.gaps[index] === Gap.join || !NEW_STARTS.has(wordAt(tokens, index))) return false;
  for (let i = index - 1; i > 0 && index - i < 15; i--) {
    if (tokens.gaps[i] !== Gap.join) return wordAt(tokens, i - 1) !== 'that';
  }
  return true;
}

/** The one who does the saying, from the words before the verb; the nearest one named counts. */
function speaker(tokens: Tokens, verb: number): Voice {
  if (isFirstPerson(tokens, verb)) return 'reviewer';
  for (let i = verb - 1; i >= 0 && verb - i < 16; i--) {
    const word = wordAt(tokens, i);
    if (word === 'reviewer') return isOther(wordAt(tokens, i - 1)) ? 'other' : 'reviewer';
    if (GUIDES.has(word)) return 'guideline';
    if (OTHERS.has(word)) return 'other';
    if (word.length > 1 && isCapitals(tokens, i)) return 'guideline';
    if (word === 'review' && isOther(wordAt(tokens, i - 1))) return 'other';
    if (tokens.gaps[i] === Gap.stop || wordAt(tokens, i) === 'because') break;
  }
  return 'reviewer';
}

/** "I am reversing the prior decision and deem". */
function isFirstPerson(tokens: Tokens, verb: number): boolean {
  for (let i = verb - 1; i >= 0 && verb - i < 16 && tokens.gaps[i + 1] !== Gap.stop; i--) {
    if (OWN.has(wordAt(tokens, i))) return true;
  }
  return false;
}

function isOther(word: string): boolean {
  return EARLIER.has(word) || OTHERS.has(word);
}

function isCapitals({ text, starts, ends }: Tokens, index: number): boolean {
  return /^[A-Z]{2,}$/.test(text.slice(starts[index], ends[index]));
}

/** "According to the utilization review, the request was …". */
function opensWithOther(tokens: Tokens, from: number): Voice {
  let i = Math.min(from, tokens.words.length - 1);
  while (i > 0 && from - i < 20 && tokens.gaps[i] !== Gap.stop) i--;
  const first = wordAt(tokens, i);
  if (first !== 'per' && !(first === 'according' && wordAt(tokens, i + 1) === 'to')) return 'reviewer';
  for (let j = i + 1; j <= from && j < i + 8; j++) {
    if (DECIDERS.has(wordAt(tokens, j)) || isOther(wordAt(tokens, j))) return 'other';
    if (GUIDES.has(wordAt(tokens, j))) break;
  }
  return 'reviewer';
}

/** What follows the statement: a condition, someone else who said so, or what the adjective describes. */
export type Following = 'end' | 'condition' | 'other' | 'noun';

const OF_OTHERS = new Set('by in on at during per from'.split(' '));

export function followingOf(tokens: Tokens, index: number): Following {
  const next = wordAt(tokens, index);
  if (index >= tokens.words.length || tokens.gaps[index] === Gap.stop) return 'end';
  if (tokens.gaps[index] === Gap.join && !FOLLOWERS.has(next)) return 'noun';
  for (let i = index; i < index + 4; i++) {
    const word = wordAt(tokens, i);
    if (tokens.gaps[i] === Gap.stop || word === '') return 'end';
    if (word === 'because' || word === 'since' || word === 'as') return 'end';
    if (CONDITIONS_BEHIND.has(word)) return isConditionAt(tokens, i) ? 'condition' : 'end';
    if (ANYONE.has(word)) return 'condition';
    if (i > index && OF_OTHERS.has(next) && (DECIDERS.has(word) || EARLIER.has(word))) return 'other';
  }
  return 'end';
}

/** "When considering the above" and "the records provided" set no condition. */
function isConditionAt(tokens: Tokens, index: number): boolean {
  const word = wordAt(tokens, index);
  if (word === 'when') return !wordAt(tokens, index + 1).endsWith('ing');
  return word !== 'provided' || wordAt(tokens, index + 1) === 'that' || wordAt(tokens, index + 1) === 'the';
}
