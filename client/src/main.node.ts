import type { ExtensionContext } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, start } from './activate';

export { deactivate } from './activate';

export async function activate(context: ExtensionContext): Promise<void> {
  const server: ServerOptions = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  await start(new LanguageClient('determinationLetters', 'Determination Letters', server, clientOptions));
}
