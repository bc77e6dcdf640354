import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import { type Activated, activateWith } from './activate';
import { webThread } from './convert/thread.web';
import { readText } from './readFile';

/* The extension in the browser: the server is a worker. */

export async function activate(context: ExtensionContext): Promise<Activated | undefined> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.worker.js').toString(true);
  const data = Uri.joinPath(context.extensionUri, 'dist/built-in.json').toString();
  let worker: Worker | undefined;
  let builtIn: string | null = null;
  const server = async () => {
    // The worker of a server that was stopped does not end by itself.
    worker?.terminate();
    worker = new Worker(script);
    // While the worker starts, which could not read them: the editor runs it from elsewhere.
    builtIn = await readText(data);
    // The editor wraps the class of workers: the client would not know this one for an instance of it.
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateWith(
    context,
    (id, name, options) => new LanguageClient(id, name, server, options),
    webThread(Uri.joinPath(context.extensionUri, 'dist/convert.worker.js').toString(true)),
    () => builtIn,
  );
}
