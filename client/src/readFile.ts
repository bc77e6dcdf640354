import { type Disposable, type FileStat, FileType, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isObject, mostFileBytes, type ReadFileResult, readFile } from '../../server/src/lsp/messages';

/** Whether a file stands in one of the folders, also when links are followed. All are URIs. */
export type StandsWithin = (uri: string, folders: readonly string[]) => Promise<boolean>;

/** Reads files for the server, wherever VS Code keeps them. */
export function answerReadFile(client: BaseLanguageClient, standsWithin: StandsWithin): Disposable {
  return client.onRequest(readFile, async (params: unknown): Promise<ReadFileResult> => {
    if (!isObject(params)) return { text: null };
    const { uri, within } = params;
    if (typeof uri !== 'string') return { text: null };
    const isFree = within === undefined || (isListOfTexts(within) && (await standsWithin(uri, within)));
    return { text: isFree && (await isOfOurSize(uri)) ? await readText(uri) : null };
  });
}

/** The text of a file, wherever VS Code keeps it, or null if it cannot be read. */
export async function readText(uri: string): Promise<string | null> {
  try {
    const bytes = await workspace.fs.readFile(Uri.parse(uri, true));
    return new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}

async function isOfOurSize(uri: string): Promise<boolean> {
  const { type, size } = await statOf(Uri.parse(uri, true));
  return (type & FileType.File) !== 0 && size <= mostFileBytes;
}

/** Of a file that is not there: that its kind is unknown. */
async function statOf(uri: Uri): Promise<Pick<FileStat, 'type' | 'size'>> {
  return workspace.fs.stat(uri).then(
    found => found,
    () => ({ type: FileType.Unknown, size: 0 }),
  );
}

/** Where it cannot be told whereto a link leads, there must be none below the folder. */
export async function standsWithoutLinks(uri: string, folders: readonly string[]): Promise<boolean> {
  const file = Uri.parse(uri, true);
  for (const folder of folders.map(each => Uri.parse(each, true))) {
    const top = folder.path.replace(/\/$/, '');
    if (file.scheme !== folder.scheme || file.authority !== folder.authority) continue;
    if (file.path.startsWith(`${top}/`) && !(await hasLink(file, top))) return true;
  }
  return false;
}

async function hasLink(file: Uri, top: string): Promise<boolean> {
  for (let { path } = file; path.length > top.length; path = path.slice(0, path.lastIndexOf('/'))) {
    const { type } = await statOf(file.with({ path }));
    if ((type & FileType.SymbolicLink) !== 0) return true;
  }
  return false;
}

function isListOfTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every(each => typeof each === 'string');
}
