import { l10n, type QuickPickItem, type Uri, workspace } from 'vscode';
import type { Dialogs } from '../dialogs';
import { fileName } from '../exporting/names';
import { isLetter } from '../letters';

/** More letters are better looked for in the dialogue of files. */
const mostListed = 2000;

interface LetterItem extends QuickPickItem {
  /** Null for the entry that asks for a file. */
  readonly uri: Uri | null;
}

/** Asks which letter another one is compared with; undefined if none. */
export async function pickLetter(letter: Uri, dialogs: Pick<Dialogs, 'pick' | 'open'>): Promise<Uri | undefined> {
  const browse: LetterItem = { label: l10n.t('Other File…'), uri: null, alwaysShow: true };
  const items = (await lettersBeside(letter)).map<LetterItem>(uri => {
    return { label: fileName(uri), description: workspace.asRelativePath(uri), uri };
  });
  const chosen = await dialogs.pick([...items, browse], {
    placeHolder: l10n.t('The letter or version that "{0}" is compared with', fileName(letter)),
    matchOnDescription: true,
  });
  if (!chosen) return undefined;
  if (chosen.uri) return chosen.uri;
  const [file] = (await dialogs.open({ title: l10n.t('Compare With'), openLabel: l10n.t('Compare') })) ?? [];
  return file;
}

/** The other letters that are open, and those of the workspace. */
async function lettersBeside(letter: Uri): Promise<Uri[]> {
  const open = workspace.textDocuments.filter(isLetter).map(({ uri }) => uri);
  const files = await workspace.findFiles('**/*.letter', '**/node_modules/**', mostListed);
  const all = new Map([...open, ...files].map(uri => [uri.toString(), uri]));
  all.delete(letter.toString());
  return [...all.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}
