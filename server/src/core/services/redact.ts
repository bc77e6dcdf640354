import { type Letter, parseLetter } from '../language/letter';
import type { Policy } from '../privacy/policy';
import { checkLetter, type RuleFailure } from '../rules/check';
import { commentsOf } from '../rules/comments';
import { rules } from '../rules/index';
import { redacted as stub } from '../rules/privacy/words';
import type { Finding } from '../rules/rule';
import type { Setup } from '../setup';
import { applyEdits, type Span, type TextEdit } from '../text/span';
import { TakenSpans } from './takenSpans';

/** A copy of a letter without what identifies a person. */
export interface RedactedLetter {
  readonly text: string;
  /** By id of a rule, how many passages it had replaced; never what stood there. */
  readonly counts: Readonly<Record<string, number>>;
  /** False where a rule failed, or found something after all: the copy must not be given away unread. */
  readonly isComplete: boolean;
}

/** What is put in may bring out the next finding, as a name between two others. */
const MOST_ROUNDS = 10;
/** From this round on nothing is put in but the word that no rule finds. */
const PLAIN_ROUND = 3;

/**
 * The letter's text with all that the rules of privacy find under a policy replaced by neutral words, also where a rule is
 * switched off or suppressed, and with its comments emptied, which no rule reads.
 */
export function redacted(letter: Letter, setup: Setup, policy: Policy, failed: RuleFailure = () => {}): RedactedLetter {
  const counts = new Map<string, number>();
  let isComplete = true;
  const incomplete = (rule: string, error: unknown) => {
    isComplete = false;
    failed(rule, error);
  };
  const fail: RuleFailure = Object.assign(incomplete, failed.watch && { watch: failed.watch });
  const strict = strictSetup(setup, policy);
  let text = withoutComments(letter);
  for (let round = 0; round <= MOST_ROUNDS; round++) {
    const findings = checkLetter(parseLetter(text, strict.profile), strict, fail);
    if (findings.length === 0) return { text, counts: Object.fromEntries(counts), isComplete };
    if (round === MOST_ROUNDS) break;
    text = applyEdits(text, replacements(findings, round >= PLAIN_ROUND, counts));
  }
  return { text, counts: Object.fromEntries(counts), isComplete: false };
}

/** Comments are emptied: their marks and line ends stay, so that the rest reads as it did. */
function withoutComments(letter: Letter): string {
  const { text } = letter.source;
  const empty = ({ start, end }: Span) => ({
    span: { start, end },
    text: text.slice(start, end).replace(/[^\r\n\f]+/g, ''),
  });
  return applyEdits(
    text,
    commentsOf(letter).map(({ inner }) => empty(inner)),
  );
}

/** All rules of privacy, as they are set where they are on. */
function strictSetup(setup: Setup, policy: Policy): Setup {
  const privacy = rules.filter(rule => rule.group === 'privacy');
  const active = new Map(setup.rules.map(each => [each.rule, each]));
  return {
    ...setup,
    policy,
    rules: privacy.map(rule => active.get(rule) ?? { rule, severity: 'error', options: {} }),
  };
}

/** One edit a finding, those left out that would touch an earlier one: the next round finds them again. */
function replacements(findings: readonly Finding[], isPlain: boolean, counts: Map<string, number>): TextEdit[] {
  const taken = new TakenSpans();
  return findings.flatMap(({ rule, span, fixes }): TextEdit[] => {
    if (!taken.isFree(span)) return [];
    taken.take(span);
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
    const own = isPlain ? undefined : fixes()[0]?.edits;
    const [edit] = own ?? [];
    const isOnePlace = own?.length === 1 && edit?.span.start === span.start && edit.span.end === span.end;
    return [isOnePlace && edit ? edit : { span, text: stub }];
  });
}
