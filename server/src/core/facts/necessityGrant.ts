import type { Span } from '../text/span';
import { necessityOf } from './necessity';
import { statementOf } from './necessityFinding';
import {
  AMOUNT_FIRST,
  CONDITION_BEFORE,
  CONDITION_BEHIND,
  EARLIER_DECISION,
  GRANT_HINT,
  NOT_BEFORE,
  OF_A_PART,
  OF_AN_AMOUNT,
  REST_REFUSED,
} from './necessityGrantWords';
import type { Sentence } from './sentence';
import type { PlacedSentence } from './sentences';

/** That a rationale grants a part of what was requested; spans count in its folded text. */
export interface Grant {
  readonly span: Span;
  /** An amount is granted, and nothing says that it is less than what was requested. */
  readonly isAmount: boolean;
}

/** The last place where the sentences grant a part, or null where they do not, or where someone else did. */
export function grantIn(sentences: readonly PlacedSentence[]): Grant | null {
  for (let i = sentences.length - 1; i >= 0; i--) {
    const { sentence, start } = sentences[i] as PlacedSentence;
    const grant = sentence.of(grantOf);
    if (!grant || (grant.isPast && i < sentences.length - AT_END)) continue;
    const leavesRest = REST_REFUSED.test(sentences[i + 1]?.sentence.text ?? '');
    const span = { start: start + grant.span.start, end: start + grant.span.end };
    return { span, isAmount: grant.isAmount && !leavesRest };
  }
  return null;
}

/** How near the end a sentence in the past has to stand: further up it tells what was done before. */
const AT_END = 4;

interface SentenceGrant extends Grant {
  readonly isPast: boolean;
}

/** What a sentence grants; an aspect of it. */
export function grantOf(sentence: Sentence): SentenceGrant | null {
  const { text } = sentence;
  if (!GRANT_HINT.test(text) || EARLIER_DECISION.test(text)) return null;
  return (
    matched(OF_A_PART, text, false) ?? dividedGrant(sentence) ?? matched(OF_AN_AMOUNT, text, true) ?? amount(sentence)
  );
}

function matched(patterns: readonly RegExp[], text: string, isAmount: boolean): SentenceGrant | null {
  for (const pattern of patterns) {
    const match = pattern.exec(text);
    if (!match) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    if (!isOpen(text, span)) return { span, isAmount, isPast: PAST.test(match[0]) };
  }
  return null;
}

const PAST = /\b(?:was|were|been)\b/i;

/** What holds on a condition, or did not happen. */
function isOpen(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - REACH), start);
  const clause = before.slice(Math.max(...[...',;:'].map(mark => before.lastIndexOf(mark))) + 1);
  return (
    CONDITION_BEFORE.test(before) || NOT_BEFORE.test(clause) || CONDITION_BEHIND.test(text.slice(end, end + REACH))
  );
}

const REACH = 60;

/** "Two visits are medically necessary, but the other four are not." */
function dividedGrant(sentence: Sentence): SentenceGrant | null {
  if (!sentence.of(statementOf).isDivided || !QUANTITY.test(sentence.text)) return null;
  const part = sentence.of(granted)[0];
  return part ? { ...part, isAmount: false } : null;
}

const QUANTITY =
  /#|\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|only|part|portion|remaining|remainder|rest|other|balance)\b/i;

/** "However, two visits are medically necessary." */
function amount(sentence: Sentence): SentenceGrant | null {
  const { text } = sentence;
  const isOne = ({ span: { start, end } }: Grant) => {
    const first = AMOUNT_FIRST.exec(text.slice(start, end));
    return first && (first[1] !== undefined || CLAUSE_OPENS.test(text.slice(Math.max(0, start - REACH), start)));
  };
  return sentence.of(granted).find(isOne) ?? null;
}

/** What may stand before an amount that is all that a finding speaks of: a comma alone may part it from the service. */
const CLAUSE_OPENS = /(?:^|^[A-Z][a-z]+(?: [a-z]+)?, |[,;] (?:and|but|so) |; )$/;

/** What a sentence finds necessary, each from its subject on; an aspect of it. */
function granted(sentence: Sentence): readonly SentenceGrant[] {
  return sentence
    .of(necessityOf)
    .filter(({ polarity, isReason, strength }) => polarity === 'necessary' && !isReason && strength !== 'weak')
    .map(({ subject, span }) => ({
      span: { start: subject.start, end: span.end },
      isAmount: true,
      isPast: PAST.test(sentence.text.slice(span.start, span.end)),
    }));
}
