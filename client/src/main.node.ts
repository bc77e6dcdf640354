import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type ServerOptions, TransportKind } from 'vscode-languageclient/node';
import { standsWithin } from '../../server/src/lsp/textOnDisk';
import { type Activated, activateWith } from './activate';
import { nodeThread } from './convert/thread.node';
import { standsWithoutLinks } from './readFile';

/* The extension in the desktop and on remote machines: the server is a process. */

export async function activate(context: ExtensionContext): Promise<Activated | undefined> {
  // The engine of Node 22 and later keeps there what it compiled, and need not compile it again at the next start.
  const compiledCode = Uri.joinPath(context.globalStorageUri, 'compiled');
  const server: ServerOptions = {
    module: context.asAbsolutePath('dist/server.js'),
    transport: TransportKind.ipc,
    options: { env: { NODE_COMPILE_CACHE: compiledCode.fsPath } },
  };
  return activateWith(
    context,
    (id, name, options) => {
      const client = new LanguageClient(id, name, server, options);
      return { client, kill: () => client.serverProcess?.kill('SIGKILL'), compiledCode };
    },
    nodeThread(context.asAbsolutePath('dist/convert.js')),
    (uri, folders) => (uri.startsWith('file:') ? standsWithin(uri, folders) : standsWithoutLinks(uri, folders)),
  );
}
