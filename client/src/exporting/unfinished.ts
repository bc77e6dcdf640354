import { l10n } from 'vscode';
import type { UnfinishedResult } from '../../../server/src/lsp/convertMessages';
import type { Dialogs } from '../dialogs';

export function isUnfinished({ errors, placeholders }: UnfinishedResult): boolean {
  return errors.length + placeholders.length > 0;
}

/** "2 errors, 1 placeholder" */
export function unfinishedCounts({ errors, placeholders }: UnfinishedResult): string {
  return [
    errors.length === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors.length),
    placeholders.length === 1 ? l10n.t('1 placeholder') : l10n.t('{0} placeholders', placeholders.length),
  ]
    .filter((_, index) => (index === 0 ? errors : placeholders).length > 0)
    .join(', ');
}

/** Asks whether an unfinished letter is to be exported, and says what it lacks. */
export async function confirmUnfinished(
  dialogs: Pick<Dialogs, 'confirm'>,
  name: string,
  unfinished: UnfinishedResult,
): Promise<boolean> {
  const message = l10n.t('"{0}" is not finished: {1}.', name, unfinishedCounts(unfinished));
  const exportAnyway = l10n.t('Export Anyway');
  return (await dialogs.confirm(message, details(unfinished), exportAnyway)) === exportAnyway;
}

/** More of them nobody reads in a dialogue. */
const mostNamed = 8;

function details({ errors, placeholders }: UnfinishedResult): string {
  const all = [
    ...errors.map(({ message, range }) => ({ words: message, line: range.start.line })),
    ...placeholders.map(({ text, range }) => ({ words: l10n.t('To be filled in: {0}', text), line: range.start.line })),
  ].sort((a, b) => a.line - b.line);
  const named = all.slice(0, mostNamed).map(({ words, line }) => l10n.t('Line {0}: {1}', line + 1, words));
  const rest = all.length - named.length;
  return [...named, ...(rest > 0 ? [l10n.t('and {0} more', rest)] : [])].join('\n');
}
