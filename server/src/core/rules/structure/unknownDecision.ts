import type { DecisionMatch } from '../../language/names';
import type { Profile } from '../../profile/schema';
import { type Span, shift } from '../../text/span';
import { anyOf, quote } from '../../words/phrases';
import { ofData, t } from '../../words/translate';
import type { LetterRule, Report } from '../rule';
import { caseDecisionOf } from './caseDecision';

export const rule: LetterRule = {
  id: 'unknown-decision',
  group: 'structure',
  scope: 'letter',
  sparesLastFields: true,
  severity: 'error',
  summary: 'A decision in a word that the letter cannot be decided with.',
  fix: 'offered',
  check(letter, { profile }, report) {
    if (profile.profile.items.per === 'case') {
      const line = caseDecisionOf(letter);
      if (!line || line.word === '' || line.word.startsWith('[[') || line.match?.match === 'exact') return;
      report(unknown(line.word, line.span, line.match, profile.profile));
      return;
    }
    for (const { part, start } of letter.items) {
      const { decision } = part.title;
      if (!decision || decision.match === 'exact') continue;
      report(unknown(decision.word, shift(decision.span, start), decision, profile.profile));
    }
  },
};

function unknown(word: string, span: Span, match: DecisionMatch | null, { items }: Profile): Report {
  const words = items.decisions.map(d => d.word);
  const meant = match?.match === 'near' ? match.definition?.word : undefined;
  // A whole sentence can stand for the decision of a case.
  const what = word.length > 40 ? t('This') : quote(word);
  const message = meant
    ? t('{0} is no decision; is "{1}" meant? The decision takes effect as it is printed. Correct it.', what, meant)
    : [t('{0} is no decision here. Use {1}.', what, anyOf(words)), match?.advice ? ofData(match.advice) : '']
        .join(' ')
        .trimEnd();
  return {
    span,
    message,
    fixes: () =>
      [...words]
        .sort((a, b) => likeness(word, b, meant) - likeness(word, a, meant))
        .map(right => ({
          title: right === meant ? t('Did you mean "{0}"?', right) : t('Decide "{0}"', right),
          safe: false,
          edits: [{ span, text: right }],
        })),
  };
}

/** The word that is meant comes first, then one that begins like a word of what was written. */
function likeness(word: string, right: string, meant: string | undefined): number {
  if (right === meant) return 2;
  const start = right.slice(0, 3).toLowerCase();
  return word
    .toLowerCase()
    .split(/\s+/)
    .some(w => w.startsWith(start))
    ? 1
    : 0;
}
