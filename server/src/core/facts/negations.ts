import type { Span } from '../text/span';
import { type NegationToken, negationTokens, type Reaches, reachesOf } from './negationsReach';
import * as is from './negationsWords';
import type { Sentence } from './sentence';

/**
 * A denial: "no", "denies", "not" (`plain`), or the statement that the records lack something (`documentation`: "there is
 * no documentation of", "has not been documented"). Spans are UTF-16 offsets in the text that was read.
 */
export interface Negation {
  readonly kind: 'documentation' | 'plain';
  /** The words that deny. */
  readonly cue: Span;
  /** What is denied; it stands behind the cue, or before it in "X was not done". Never empty. */
  readonly scope: Span;
}

/** The denials of a text, in the order of their cues. Linear. */
export function negationsIn(text: string): readonly Negation[] {
  if (!/n['’]t\b|\b(?:no|den|without|lack|fail|never|negative|neither|absen|unable|silent)/i.test(text)) {
    return NONE;
  }
  const tokens = negationTokens(text);
  const reaches = reachesOf(tokens);
  const found: Negation[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const read = negationAt(tokens, at, reaches);
    if (!read) continue;
    found.push(read.negation);
    at = read.last;
  }
  return found;
}

const NONE: readonly Negation[] = [];

/** The denials of a sentence. */
export function negationsOf({ text }: Sentence): readonly Negation[] {
  return negationsIn(text);
}

/** Whether what stands at this offset of the sentence is denied. */
export function isNegatedAt(sentence: Sentence, offset: number): boolean {
  const scopes = sentence.of(deniedOf);
  let low = 0;
  let high = scopes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scopes[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (scopes[low]?.start ?? Number.POSITIVE_INFINITY) <= offset;
}

/** What is denied in the sentence, in order, without overlaps. */
function deniedOf(sentence: Sentence): readonly Span[] {
  const scopes = sentence.of(negationsOf).map(({ scope }) => scope);
  const merged: Span[] = [];
  for (const scope of [...scopes].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && scope.start <= last.end) merged[merged.length - 1] = { ...last, end: Math.max(last.end, scope.end) };
    else merged.push(scope);
  }
  return merged;
}

interface Read {
  readonly negation: Negation;
  /** Index of the cue's last word. */
  readonly last: number;
}

type Tokens = readonly NegationToken[];

function negationAt(tokens: Tokens, at: number, reaches: Reaches): Read | null {
  const word = tokens[at]?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  switch (word) {
    case 'no':
      if (is.notDenied.has(next) || next === ',' || /^\d/.test(next)) return null;
      return ofRecords(tokens, at, at + 1, reaches) ?? plain(tokens, at, at, reaches);
    case 'without':
      return ofRecords(tokens, at, at + 1, reaches) ?? plain(tokens, at, at, reaches);
    case 'lack':
    case 'absence':
      if (next !== 'of') return null;
      return ofRecords(tokens, at, at + 2, reaches) ?? plain(tokens, at, at + 1, reaches);
    case 'lacks':
    case 'lacked':
    case 'lacking':
      return ofRecords(tokens, at, at + 1, reaches) ?? plain(tokens, at, at, reaches);
    case 'negative':
      return next === 'for' ? plain(tokens, at, at + 1, reaches) : null;
    case 'silent':
      return next === 'on' || next === 'regarding' || next === 'about' ? ofSilence(tokens, at, reaches) : null;
    case 'nothing':
      return ofVerb(tokens, at, wordAfterRecords(tokens, at), reaches);
    case 'fail':
    case 'fails':
    case 'failed':
      return next === 'to' ? ofVerb(tokens, at, at + 2, reaches) : null;
    case 'unable':
      return next === 'to' ? plain(tokens, at, at + 1, reaches) : null;
    case 'never':
    case 'neither':
    case 'nor':
    case 'none':
      return plain(tokens, at, at, reaches);
  }
  if (is.deniers.has(word)) return isOfPerson(tokens, at) ? plain(tokens, at, at, reaches) : null;
  return word === 'not' || word.endsWith("n't") ? ofNot(tokens, at, reaches) : null;
}

/** "denied the request" and "was denied" speak of a decision. */
function isOfPerson(tokens: Tokens, at: number): boolean {
  const before = tokens[at - 1]?.word ?? '';
  const behind = `${tokens[at + 1]?.word} ${tokens[at + 2]?.word}`;
  return !is.auxiliaries.has(before) && before !== 'review' && !/\b(?:request|certification|by)\b/.test(behind);
}

/** The furthest a noun of record stands behind a denial, in words. */
const MOST_ADJECTIVES = 4;
const MOST_FILLERS = 12;

/** "no [clear] documentation [was submitted] of X", "no documented X". */
function ofRecords(tokens: Tokens, first: number, from: number, reaches: Reaches): Read | null {
  let noun = from;
  while (noun - from < MOST_ADJECTIVES && is.recordAdjectives.has(tokens[noun]?.word ?? '')) {
    if (tokens[noun]?.word === 'documented' && !is.recordNouns.has(tokens[noun + 1]?.word ?? '')) {
      return documentation(tokens, first, noun, reaches);
    }
    noun++;
  }
  if (!is.recordNouns.has(tokens[noun]?.word ?? '')) return null;
  let last = noun;
  while (last - noun < MOST_FILLERS && is.recordFillers.has(tokens[last + 1]?.word ?? '')) last++;
  const joiner = tokens[last + 1]?.word ?? '';
  if (is.recordJoiners.has(joiner)) return documentation(tokens, first, last + 1, reaches);
  // "no documentation such as X, showing Y" and "no evidence to support" say what the record was wanted for.
  const behind = tokens[noun + 1]?.word ?? '';
  const isDirect = /^[a-z]/.test(behind) && !is.recordPurposes.has(behind);
  // "no indication the patient has had X": the filler words begin what is denied.
  const isObject = !is.recordFillers.has(behind) || /^(?:the|this|his|her)$/.test(behind);
  return isDirect && isObject ? documentation(tokens, first, noun, reaches) : null;
}

function ofSilence(tokens: Tokens, at: number, reaches: Reaches): Read | null {
  return reaches.sentenceHas(at, is.recordSubjects) ? documentation(tokens, at, at + 1, reaches) : null;
}

function wordAfterRecords(tokens: Tokens, at: number): number {
  let index = at + 1;
  while (index - at < MOST_FILLERS && is.recordFillers.has(tokens[index]?.word ?? '')) index++;
  return index;
}

/** "does not document X", "failed to provide any evidence of X". */
function ofVerb(tokens: Tokens, first: number, at: number, reaches: Reaches): Read | null {
  const verb = (tokens[at]?.word ?? '').replace(/s$/, '');
  const isReport = is.reportVerbs.has(verb) && reaches.sentenceHas(first, is.recordSubjects);
  if (!is.recordVerbs.has(verb) && !isReport) return null;
  if (is.persons.has(subjectBefore(tokens, first)) || reaches.clauseHas(first, is.guidelineSubjects)) return null;
  const nested = ofRecords(tokens, first, at + 1, reaches);
  if (nested) return nested;
  const last = is.recordJoiners.has(tokens[at + 1]?.word ?? '') ? at + 1 : at;
  return documentation(tokens, first, last, reaches);
}

function subjectBefore(tokens: Tokens, at: number): string {
  const before = tokens[at - 1]?.word ?? '';
  return is.auxiliaries.has(before) ? (tokens[at - 2]?.word ?? '') : before;
}

const MOST_ADVERBS = 3;

/** "is not documented", "was not done", "does not document", "has not had". */
function ofNot(tokens: Tokens, at: number, reaches: Reaches): Read | null {
  let verb = at + 1;
  while (verb - at <= MOST_ADVERBS && isBeforeVerb(tokens[verb]?.word ?? '')) verb++;
  const word = tokens[verb]?.word ?? '';
  if (is.notDenied.has(word)) return null;
  // "did not respond to physical therapy", "did not tolerate the drug": it was tried.
  if (is.outcomeVerbs.has(word)) return behind('plain', tokens, at, verb - 1, verb + 1);
  const auxiliary = is.auxiliaries.has(tokens[at - 1]?.word ?? '') ? at - 1 : at;
  const isPassive = /^(?:is|are|was|were|been|be)$/.test(
    tokens[verb - 1]?.word === 'been' ? 'been' : (tokens[auxiliary]?.word ?? '').replace(/n't$/, ''),
  );
  if (isPassive && is.recordParticiples.has(word)) return before('documentation', tokens, auxiliary, verb, reaches);
  if (isPassive && is.participles.has(word)) return before('plain', tokens, auxiliary, verb, reaches);
  const ofRecord = ofVerb(tokens, auxiliary, verb, reaches);
  if (ofRecord) return ofRecord;
  return plain(tokens, at, at, reaches);
}

function isBeforeVerb(word: string): boolean {
  return word === 'been' || word === 'yet' || /^[a-z]{3,}ly$/.test(word);
}

function documentation(tokens: Tokens, first: number, last: number, reaches: Reaches): Read | null {
  return behind('documentation', tokens, first, last, reaches.clauseEnd(last + 1));
}

function plain(tokens: Tokens, first: number, last: number, reaches: Reaches): Read | null {
  return behind('plain', tokens, first, last, reaches.plainEnd(last + 1, is.deniers.has(tokens[first]?.word ?? '')));
}

function behind(kind: Negation['kind'], tokens: Tokens, first: number, last: number, end: number): Read | null {
  let close = end;
  while (close > last + 1 && /^[.,;:(]$/.test(tokens[close - 1]?.word ?? '')) close--;
  return read(kind, tokens, { first, last }, { first: last + 1, last: close - 1 });
}

function before(kind: Negation['kind'], tokens: Tokens, first: number, last: number, reaches: Reaches): Read | null {
  return read(kind, tokens, { first, last }, { first: reaches.clauseStart(first), last: first - 1 });
}

/** A stretch of words, by the indexes of its first and its last. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

function read(kind: Negation['kind'], tokens: Tokens, cue: Stretch, scope: Stretch): Read | null {
  if (scope.first > scope.last) return null;
  const spanOf = ({ first, last }: Stretch): Span => ({
    start: tokens[first]?.start ?? 0,
    end: tokens[last]?.end ?? 0,
  });
  return { negation: { kind, cue: spanOf(cue), scope: spanOf(scope) }, last: cue.last };
}
