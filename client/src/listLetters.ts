import { type Disposable, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isObject, type ListLettersResult, listLetters } from '../../server/src/lsp/messages';

/** Folders that hold what programs made. */
const leftOut = new Set(['node_modules', '.git']);
const mostFolders = 5000;

/** Finds the letters of the workspace for the server, wherever VS Code keeps them. */
export function answerListLetters(client: BaseLanguageClient): Disposable {
  return client.onRequest(listLetters, async (params: unknown): Promise<ListLettersResult> => {
    const most = isObject(params) && typeof params['most'] === 'number' ? params['most'] : 0;
    const found = await workspace.findFiles('**/*.letter', undefined, most);
    const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => uri);
    const all = found.length > 0 ? found : await lettersBelow(folders, most);
    return { uris: all.map(uri => client.code2ProtocolConverter.asUri(uri)) };
  });
}

/** The letters of folders and the folders below them: file systems that cannot be searched can be walked through. */
export async function lettersBelow(folders: readonly Uri[], most: number): Promise<Uri[]> {
  const found: Uri[] = [];
  const waiting = [...folders];
  for (let visited = 0; visited < mostFolders && found.length < most; visited++) {
    const folder = waiting.shift();
    if (!folder) break;
    const entries = await workspace.fs.readDirectory(folder).then(
      read => read,
      () => [],
    );
    for (const [name, type] of entries) {
      const uri = Uri.joinPath(folder, name);
      if (type === FileType.File && name.endsWith('.letter')) found.push(uri);
      if (type === FileType.Directory && !leftOut.has(name)) waiting.push(uri);
    }
  }
  return found.slice(0, most);
}
