import { type Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isObject, type ReadFileResult, readFile } from '../../server/src/lsp/messages';

/** Reads files for the server, wherever VS Code keeps them. */
export function answerReadFile(client: BaseLanguageClient): Disposable {
  return client.onRequest(readFile, async (params: unknown): Promise<ReadFileResult> => {
    const uri = isObject(params) ? params['uri'] : undefined;
    return { text: typeof uri === 'string' ? await readText(uri) : null };
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
