import { commands, type TextDocument, Uri, window, workspace } from 'vscode';

/** The extension under test. */
export const extensionId = 'determination-letters.determination-letters';

/** The time until a state that is polled for must have come, under mocha's own timeout. */
const pollTimeout = 40_000;
const pollInterval = 50;

/**
 * Makes a new letter of the workspace, and opens it nowhere.
 *
 * @param name its file name, new in this run
 */
export async function writeLetter(name: string, text: string): Promise<Uri> {
  const folder = workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('The suites need a workspace folder');
  const uri = Uri.joinPath(folder.uri, name);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/**
 * Opens a new letter of the workspace in an editor. VS Code holds it open for minutes, also when the editor is
 * closed.
 *
 * @param name its file name, new in this run
 */
export async function openLetter(name: string, text: string): Promise<TextDocument> {
  const uri = await writeLetter(name, text);
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}

/** Closes every editor and drops what was not saved. Call it after each test. */
export async function closeEditors(): Promise<void> {
  for (const document of workspace.textDocuments.filter(each => each.isDirty)) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/**
 * Asks again and again until the answer is there: VS Code does most things a moment later than it is told.
 *
 * @param what named in the error
 * @param ask returns nothing as long as the state has not come
 * @throws {Error} when it does not come in time
 */
export async function waitFor<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const end = Date.now() + pollTimeout;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`In vain waited for ${what}`);
    await new Promise(resolve => setTimeout(resolve, pollInterval));
  }
}
