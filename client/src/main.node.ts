import type { ExtensionContext } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './activate';

/* The extension in the desktop and on remote machines: the server is a process. */

export async function activate(context: ExtensionContext): Promise<void> {
  const server: ServerOptions = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  await activateWith(context, (id, name, options) => new LanguageClient(id, name, server, options));
}
