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
  const chosen = await dialogs.tell(isWarning ? 'warning' : 'information', sentences.join(' '), open, showFolder);
  if (chosen === open) await openFile(file, format);
  if (chosen === showFolder) await showInFolder(file);
}

/** In the program made for it where there is one; a browser or a remote machine has the editor alone. */
async function openFile(file: Uri, format: ExportFormat): Promise<void> {
  const isText = format === 'txt' || format === 'letter';
  if (isOnThisMachine(file) && !isText) await env.openExternal(file);
  else await commands.executeCommand('vscode.open', file);
}

export async function showInFolder(file: Uri): Promise<void> {
  await commands.executeCommand(isOnThisMachine(file) ? 'revealFileInOS' : 'revealInExplorer', file);
}

function isOnThisMachine({ scheme }: Uri): boolean {
  return scheme === 'file' && env.uiKind === UIKind.Desktop && env.remoteName === undefined;
}
