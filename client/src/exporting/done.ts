import { commands, env, l10n, UIKind, type Uri } from 'vscode';
import type { Dialogs } from '../dialogs';
import type { ExportFormat } from './formats';

/** Says what was exported, and opens it or its folder where that is wanted. */
export async function tellDone(
  dialogs: Pick<Dialogs, 'tell'>,
  file: Uri,
  format: ExportFormat,
  sentences: readonly string[],
  isWarning: boolean,
): Promise<void> {
  const open = l10n.t('Open');
  const showFolder = l10n.t('Show in Folder');
  const isText = format === 'txt' || format === 'letter';
  // A browser or a remote machine has the editor alone.
  const opens = isText || isOnThisMachine(file);
  const words = opens ? sentences : [...sentences, l10n.t('To open it, download it from the explorer.')];
  const answers = opens ? [open, showFolder] : [showFolder];
  const chosen = await dialogs.tell(isWarning ? 'warning' : 'information', words.join(' '), ...answers);
  if (chosen === open && isText) await commands.executeCommand('vscode.open', file);
  if (chosen === open && !isText) await env.openExternal(file);
  if (chosen === showFolder) await showInFolder(file);
}

export async function showInFolder(file: Uri): Promise<void> {
  await commands.executeCommand(isOnThisMachine(file) ? 'revealFileInOS' : 'revealInExplorer', file);
}

function isOnThisMachine({ scheme }: Uri): boolean {
  return scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
}
