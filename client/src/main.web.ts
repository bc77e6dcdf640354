import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions, start } from './activate';

export { deactivate } from './activate';

export async function activate(context: ExtensionContext): Promise<void> {
  const server = new Worker(Uri.joinPath(context.extensionUri, 'dist/server.worker.js').toString(true));
  await start(new LanguageClient('determinationLetters', 'Determination Letters', server, clientOptions));
}
