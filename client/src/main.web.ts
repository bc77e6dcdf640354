import { type ExtensionContext, Uri } from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  type DataCallback,
  type Disposable,
  LanguageClient,
} from 'vscode-languageclient/browser';
import { type Activated, activateWith } from './activate';
import { webThread } from './convert/thread.web';
import { readText, standsWithoutLinks } from './readFile';

/* The extension in the browser: the server is a worker. */

export async function activate(context: ExtensionContext): Promise<Activated | undefined> {
  const script = Uri.joinPath(context.extensionUri, 'dist/server.worker.js').toString(true);
  const data = Uri.joinPath(context.extensionUri, 'dist/built-in.json').toString();
  let running: RunningWorker | undefined;
  let builtIn: string | null = null;
  const server = async () => {
    // The worker of a server that was stopped does not end by itself.
    running?.worker.terminate();
    running = new RunningWorker(new Worker(script));
    const { reader, writer } = running;
    // While the worker starts, which could not read them: the editor runs it from elsewhere.
    builtIn = await readText(data);
    // The editor wraps the class of workers: the client would not know this one for an instance of it.
    return { reader, writer };
  };
  context.subscriptions.push({ dispose: () => running?.worker.terminate() });
  return activateWith(
    context,
    (id, name, options) => ({ client: new LanguageClient(id, name, server, options), kill: () => running?.kill() }),
    webThread(Uri.joinPath(context.extensionUri, 'dist/convert.worker.js').toString(true)),
    standsWithoutLinks,
    () => builtIn,
  );
}

/** A worker, of whose end its client is told. */
class RunningWorker {
  readonly reader: ClosingReader;
  readonly writer: BrowserMessageWriter;

  constructor(readonly worker: Worker) {
    this.reader = new ClosingReader(worker);
    this.writer = new BrowserMessageWriter(worker);
    worker.addEventListener('error', event => {
      // It is dealt with here: the editor need not hear of it.
      event.preventDefault();
      this.kill();
    });
  }

  kill(): void {
    this.worker.terminate();
    this.reader.close();
  }
}

/** A worker tells nobody that it has ended: this tells it, also where it ended before anyone listened. */
class ClosingReader extends BrowserMessageReader {
  private isClosed = false;

  close(): void {
    this.isClosed = true;
    this.fireClose();
  }

  override listen(callback: DataCallback): Disposable {
    const listening = super.listen(callback);
    if (this.isClosed) queueMicrotask(() => this.fireClose());
    return listening;
  }
}
