import {
  Disposable,
  Range,
  RelativePattern,
  Selection,
  TabInputText,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import type { Place } from './source';

/** The letter, which the editor may have let go of since; null where there is none any more. */
export async function openDocument(letter: Uri): Promise<TextDocument | null> {
  const known = workspace.textDocuments.find(({ uri, isClosed }) => isSame(uri, letter) && !isClosed);
  if (known || letter.scheme === 'untitled') return known ?? null;
  try {
    return await workspace.openTextDocument(letter);
  } catch {
    return null;
  }
}

/** Shows the letter in an editor, at a place: where it is shown already, if it is. */
export async function showPlace(document: TextDocument, { line, character }: Place): Promise<void> {
  const editor = await window.showTextDocument(document, { viewColumn: columnOf(document.uri), preview: false });
  editor.selection = new Selection(line, character, line, character);
  editor.revealRange(new Range(line, character, line, character), TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Tells when a letter's file comes, goes, or changes, which no event of documents does while it is not open. */
export function watchFile(letter: Uri, changed: () => void, gone: () => void): Disposable {
  if (letter.scheme === 'untitled') return new Disposable(() => {});
  const name = nameOf(letter);
  // What means something in a pattern stands for itself.
  const pattern = name.replace(/[*?[{}]/g, sign => `[${sign}]`);
  const watcher = workspace.createFileSystemWatcher(new RelativePattern(Uri.joinPath(letter, '..'), pattern));
  return Disposable.from(
    watcher,
    watcher.onDidCreate(changed),
    watcher.onDidChange(changed),
    watcher.onDidDelete(async () => {
      // Some programs write a file by deleting it first.
      if (!(await exists(letter))) gone();
    }),
  );
}

async function exists(file: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}

export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

export function isSame(a: Uri, b: Uri): boolean {
  return a.toString() === b.toString();
}

function columnOf(letter: Uri): ViewColumn {
  const editor = window.visibleTextEditors.find(({ document }) => isSame(document.uri, letter));
  const group = window.tabGroups.all.find(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && isSame(input.uri, letter)),
  );
  return editor?.viewColumn ?? group?.viewColumn ?? ViewColumn.One;
}
