import { l10n } from 'vscode';
import type { Removed } from '../../../server/src/lsp/convertMessages';

/** How many places a redacted copy leaves out, by their kind; never what stood there. */
export function removedWords({ counts, isComplete }: Removed): string {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return [
    all === 0 ? l10n.t('Nothing was found to be removed.') : placesRemoved(counts, all),
    isComplete
      ? l10n.t('Read the copy through: no check finds all.')
      : l10n.t('Not all could be removed: do not give the copy away before you have read it through.'),
  ].join(' ');
}

function placesRemoved(counts: Removed['counts'], all: number): string {
  const kinds = Object.entries(counts).map(([rule, count]) => l10n.t('{0}: {1}', ruleWords(rule), count));
  return all === 1
    ? l10n.t('1 place was removed ({0}).', kinds.join(', '))
    : l10n.t('{0} places were removed ({1}).', all, kinds.join(', '));
}

/** What a rule of privacy finds. */
function ruleWords(rule: string): string {
  switch (rule) {
    case 'personal-identifier':
      return l10n.t('what identifies a person');
    case 'reviewer-identity':
      return l10n.t('who the reviewer is');
    default:
      return rule;
  }
}
