import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';

/**
 * Options shared by the desktop's client and the browser's.
 *
 * The selector names the language alone: a letter may be a file, a remote or virtual file, or not saved yet.
 */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'determination-letter' }],
};

let client: BaseLanguageClient | undefined;

/** Starts the language client and keeps it until {@link deactivate}. */
export async function start(created: BaseLanguageClient): Promise<void> {
  client = created;
  await client.start();
}

/** Called by VS Code when the extension is switched off or the window closes. */
export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}
