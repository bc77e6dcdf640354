import { l10n } from 'vscode';
import type { Removed } from '../../../server/src/lsp/convertMessages';

/** How many places a redacted copy leaves out, by their kind; never what stood there. */
export function removedWords(removed: readonly Removed[]): string {
  const all = removed.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return l10n.t('Nothing was found to be removed: read it through yourself.');
  const counts = new Map<string, number>();
  for (const { kind, count } of removed) counts.set(kindWords(kind), (counts.get(kindWords(kind)) ?? 0) + count);
  const kinds = [...counts].map(([words, count]) => l10n.t('{0}: {1}', words, count)).join(', ');
  return all === 1
    ? l10n.t('1 place was removed ({0}). Read the copy through: no check finds all.', kinds)
    : l10n.t('{0} places were removed ({1}). Read the copy through: no check finds all.', all, kinds);
}

function kindWords(kind: string): string {
  switch (kind) {
    case 'socialSecurity':
      return l10n.t('social security numbers');
    case 'telephone':
      return l10n.t('telephone numbers');
    case 'email':
      return l10n.t('e-mail addresses');
    case 'personalPage':
    case 'webAddress':
      return l10n.t('web addresses');
    case 'address':
    case 'county':
      return l10n.t('addresses and places');
    case 'birthDate':
    case 'date':
      return l10n.t('dates');
    case 'age':
      return l10n.t('ages');
    case 'licence':
    case 'record':
      return l10n.t('licence and record numbers');
    case 'computer':
    case 'device':
      return l10n.t('devices');
    case 'signature':
    case 'person':
    case 'likelyPerson':
    case 'physician':
    case 'listed':
      return l10n.t('names');
    default:
      return l10n.t('other');
  }
}
