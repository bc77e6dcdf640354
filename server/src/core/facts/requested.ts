import type { Span } from '../text/span';
import { type Necessity, necessityOf } from './necessity';
import type { Sentence } from './sentence';

/**
 * Where a sentence says what is asked for: "the request for [MRI of the knee] is denied", "[MRI of the knee] is not
 * medically necessary", "criteria for [an MRI of the knee]". The span counts in the sentence, UTF-16.
 */
export interface Requested {
  readonly span: Span;
  /**
   * `finding`: of this the sentence says whether it is necessary. `reason`: it says so only to give a reason ("as the
   * surgery is not medically necessary, …"). `request`: this is requested. `argument`: the sentence speaks of what would
   * speak for it.
   */
  readonly kind: 'finding' | 'reason' | 'request' | 'argument';
  /** A finding in words that do not say "necessary": "the requested imaging is not supported". */
  readonly isWeak: boolean;
}

/** What the sentence says is asked for. */
export function requestedOf(sentence: Sentence): readonly Requested[] {
  return requestedIn(sentence.text, sentence.of(necessityOf));
}

const REQUEST =
  /\b(?:request(?:s|ed|ing)?(?: (?:is|was|are|were) for)?|disputed|proposed|(?:necessity|authorization|certification|decision|appeal) (?:for|of|on|regarding))\b/gi;
const ARGUMENT =
  /\b(?:(?:criteria|need|basis|reasons?|rationale|indications?|candidates?) (?:for|of)|support(?:s|ing|ed)?|warrant(?:s|ing|ed)?|justif(?:y|ies|ying))\b/gi;
/** The same, with its subject before it. */
const ARGUED =
  /\b(?:is|are|was|were|(?:cannot|can not|would not|will not) be)(?: not)? (?:supported|indicated|warranted|certified|authorized|justified)\b/gi;

/** What ends a noun phrase: a verb, a clause, a purpose. */
const END =
  /[;!?]|, (?:and )?(?:the|he|she|it|they|there|this|these|that|but|however|as|since|because|given|which|who)\b|\b(?:is|are|was|were|be|been|will|would|should|could|cannot|can|may|does|did|do|has|have|had|remains?|because|since|which|that|who|but|however|although|while|due|given|made|submitted|denied|(?:to|in order to) (?:rule|evaluate|assess|determine|support|address|treat|confirm|help|clarify))\b/i;
const LONGEST = 240;
/** A sentence that begins like this says in its first clause why, not what. */
const REASON =
  /^(?:although|though|as|since|because|given|based|while|if|when|due|in|on|at|with|without|after|before|despite|considering|per|according|until|for|from|upon|unless)\b/i;
/** Of a sentence that begins like this the subject stands behind the verb. */
const EXPLETIVE = /^(?:however,? |therefore,? |additionally,? |furthermore,? )?(?:there|it|i)\b/i;

/** No sentence that is read as one asks more often. */
const MOST = 20;

/**
 * What a text, one sentence, says is asked for, given its findings of necessity; in the order of the text, at most some
 * twenty of each kind. Linear.
 */
export function requestedIn(text: string, necessities: readonly Necessity[]): Requested[] {
  const asked = phrasesBehind(text, REQUEST);
  const found = findingsIn(text, necessities.slice(0, MOST), asked);
  const isFound = (span: Span) => found.some(one => one.span.start < span.end && span.start < one.span.end);
  const add = (spans: readonly Span[], kind: Requested['kind']) => {
    for (const span of spans) {
      if (saysSomething(text, span) && !isFound(span)) found.push({ span, kind, isWeak: false });
    }
  };
  add(asked, 'request');
  add(phrasesBehind(text, ARGUMENT), 'argument');
  add(phrasesBefore(text, ARGUED), 'argument');
  return found.sort((a, b) => a.span.start - b.span.start);
}

function findingsIn(text: string, necessities: readonly Necessity[], asked: readonly Span[]): Requested[] {
  const found: Requested[] = [];
  let from = 0;
  for (const { span, subject, isReason, strength } of necessities) {
    const last = asked.filter(({ start }) => start >= from && start <= span.end).at(-1);
    const says = last && saysSomething(text, last);
    // "There is no pain of the knee and the request is not necessary": the subject says nothing, what precedes it may.
    const before = last && !says ? subjectBefore(text, from, span.start) : null;
    const kind = before ? 'argument' : isReason ? 'reason' : 'finding';
    const place = before ?? (says ? last : subject);
    if (place.end > place.start) found.push({ span: place, kind, isWeak: strength === 'weak' });
    from = span.end;
  }
  return found;
}

function saysSomething(text: string, { start, end }: Span): boolean {
  return /\w/.test(text.slice(start, end));
}

function firstMatches(text: string, words: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = [];
  for (const match of text.matchAll(words)) if (matches.push(match) === MOST) break;
  return matches;
}

/** The phrases that follow such words; of words that follow each other ("a request for authorization of") the last counts. */
function phrasesBehind(text: string, words: RegExp): Span[] {
  const spans: Span[] = [];
  for (const match of firstMatches(text, words)) {
    const start = match.index + match[0].length;
    const reach = text.slice(start, start + LONGEST);
    const span = { start, end: start + (END.exec(reach)?.index ?? reach.length) };
    const before = spans.at(-1);
    if (before && before.end > start) spans[spans.length - 1] = span;
    else spans.push(span);
  }
  return spans;
}

/** The subjects of such verbs. */
function phrasesBefore(text: string, words: RegExp): Span[] {
  let from = 0;
  return firstMatches(text, words).flatMap(match => {
    const span = subjectBefore(text, from, match.index);
    from = match.index + match[0].length;
    return span ?? [];
  });
}

/** What stands before a verb as its subject, a reason put first excluded; null where the verb stands first. */
function subjectBefore(text: string, from: number, to: number): Span | null {
  const words = text.slice(from, to);
  const comma = words.lastIndexOf(', ');
  if (REASON.test(words.trimStart()) || from > 0) return comma < 0 ? null : { start: from + comma + 2, end: to };
  return EXPLETIVE.test(words) ? null : { start: from, end: to };
}
