import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { MessageChannel, Worker } from 'node:worker_threads';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createConnection,
  type DataCallback,
  Disposable,
  IPCMessageReader,
  IPCMessageWriter,
  type Message,
  type MessageReader,
  type MessageWriter,
  PortMessageReader,
  PortMessageWriter,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { builtInData } from '../../../server/src/core/builtInData';
import { serve } from '../../../server/src/lsp/server';

/**
 * Where the server runs: a process spoken to over its standard streams, or a worker spoken to over its message port, as
 * they are shipped; or beside the tests, spoken to over a port too, which starts in a tenth of the time.
 */
export type Host = 'node' | 'worker' | 'beside';
export const hosts: readonly Host[] = ['node', 'worker'];
/** For what an answer says in detail, which does not depend on the host: `support/requests.ts` asks everything in both. */
export const anyHost: readonly Host[] = ['beside'];

/** A server that runs, not yet spoken to. */
export interface RunningServer {
  readonly host: Host;
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Of a process. */
  readonly pid: number | null;
  /** Sends bytes as they are; only over streams. */
  sendRaw(bytes: string): void;
  /** What the server wrote to its standard error output. */
  readonly errors: () => string;
  /** Resolves with the exit code. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Which server is started, and how. */
export interface Started {
  /** The folder of its bundle. */
  readonly folder?: string;
  /** What a worker takes for the address of its script. */
  readonly location?: string;
  /** Whether a process is spoken to as VS Code does it, over a channel, not over its standard streams. */
  readonly ipc?: boolean;
  readonly env?: NodeJS.ProcessEnv;
}

export function startServer(host: Host, started: Started = {}): RunningServer {
  if (host === 'beside') return startBeside();
  return host === 'node' ? startProcess(started) : startWorker(started);
}

/** As a worker, its client reads the files for it. */
function startBeside(): RunningServer {
  const { port1: port, port2: serverPort } = new MessageChannel();
  const timers = new Set<NodeJS.Timeout>();
  let runs = true;
  serve(createConnection(new PortMessageReader(serverPort), new PortMessageWriter(serverPort)), {
    clock: {
      after(milliseconds, callback) {
        const timer = setTimeout(callback, milliseconds);
        timers.add(timer);
        return () => clearTimeout(timer);
      },
    },
    soon: callback => setImmediate(() => setImmediate(() => runs && callback())),
    builtIn: () => Promise.resolve(builtInData),
    readText: () => Promise.resolve(null),
    listLetters: () => Promise.resolve([]),
    rulePages: null,
  });
  return {
    host: 'beside',
    reader: new PortMessageReader(port),
    writer: new PortMessageWriter(port),
    pid: null,
    sendRaw: bytes => port.postMessage(bytes),
    errors: () => '',
    ended: new Promise(resolve => port.once('close', () => resolve(null))),
    stop() {
      // What it is amid of says the rest to nobody: messages to a closed port are dropped.
      runs = false;
      for (const timer of timers) clearTimeout(timer);
      port.close();
      return Promise.resolve();
    },
  };
}

function startProcess({ folder = 'dist', ipc = false, env = process.env }: Started): RunningServer {
  const args = [join(folder, 'server.js'), ipc ? '--node-ipc' : '--stdio'];
  const stdio = ['pipe', 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])] as const;
  const child: ChildProcess = spawn(process.execPath, args, { stdio: [...stdio], env });
  const { stdin, stdout, stderr } = child;
  if (!stdin || !stdout || !stderr) throw new Error('The server has no streams');
  let errors = '';
  stderr.on('data', chunk => {
    errors += String(chunk);
  });
  // Writing to a server that has ended is what some tests do.
  stdin.on('error', () => {});
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve));
  return {
    host: 'node',
    reader: ipc ? new IPCMessageReader(child) : streamReader(stdout),
    writer: ipc ? new IPCMessageWriter(child) : new StreamMessageWriter(stdin),
    pid: child.pid ?? null,
    sendRaw: bytes => stdin.write(bytes),
    errors: () => errors,
    ended,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

function streamReader(stream: Readable): MessageReader {
  const reader = new StreamMessageReader(stream);
  // A server that is stopped amid a message would leave the reader's timer for the rest of it running for good.
  reader.partialMessageTimeout = 0;
  return reader;
}

/**
 * Gives the bundle what a browser's worker has and nothing of Node, so that it fails where it would fail there. Console
 * lines come as messages of their own.
 */
const bootstrap = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { createContext, Script } = require('node:vm');
  const self = {
    onmessage: null,
    postMessage: message => parentPort.postMessage({ message }),
    addEventListener() {},
    setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, structuredClone,
    location: { href: workerData.location }, fetch,
    TextEncoder, TextDecoder, URL, URLSearchParams, MessageChannel, performance, AbortController,
    console: Object.fromEntries(
      ['log', 'info', 'warn', 'error', 'debug'].map(name => [
        name,
        (...texts) => parentPort.postMessage({ console: texts.map(String).join(' ') }),
      ]),
    ),
  };
  self.self = self;
  const { filename, cachedData } = workerData;
  const script = new Script(workerData.script, { filename, cachedData });
  parentPort.on('message', data => {
    if (data === 'compiled') parentPort.postMessage({ compiled: script.createCachedData() });
    else self.onmessage?.({ data });
  });
  script.runInContext(createContext(self));
`;

/** What the engine compiled of a script, by its file: taken from its first worker that is stopped, it halves the start of all others. */
const compiled = new Map<string, Uint8Array>();
/** Milliseconds; a worker that hangs gives nothing. */
const compiledWithin = 1000;

async function keepCompiled(worker: Worker, filename: string): Promise<void> {
  if (compiled.has(filename)) return;
  await new Promise<void>(resolve => {
    const timer = setTimeout(resolve, compiledWithin);
    worker.on('message', (sent: { readonly compiled?: Uint8Array }) => {
      if (sent.compiled === undefined) return;
      compiled.set(filename, sent.compiled);
      clearTimeout(timer);
      resolve();
    });
    worker.postMessage('compiled');
  });
}

function startWorker({ folder = 'dist', location = 'blob:null/letters' }: Started): RunningServer {
  const filename = join(folder, 'server.worker.js');
  const script = readFileSync(filename, 'utf8');
  const cachedData = compiled.get(filename);
  const workerData = { script, filename, location, cachedData };
  // Without the flags of the tests: to look up sources takes long.
  const worker = new Worker(bootstrap, { eval: true, execArgv: [], workerData });
  let errors = '';
  worker.on('message', (sent: { readonly console?: string }) => {
    if (sent.console !== undefined) errors += `${sent.console}\n`;
  });
  worker.on('error', error => {
    errors += `${error.stack}\n`;
  });
  const ended = new Promise<number | null>(resolve => worker.once('exit', resolve));
  return {
    host: 'worker',
    reader: new PortReader(worker),
    writer: new PortWriter(worker),
    pid: null,
    sendRaw: bytes => worker.postMessage(bytes),
    errors: () => errors,
    ended,
    async stop() {
      await keepCompiled(worker, filename);
      await worker.terminate();
    },
  };
}

class PortReader extends AbstractMessageReader {
  constructor(private readonly worker: Worker) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const listener = (sent: { readonly message?: Message }) => {
      if (sent.message !== undefined) callback(sent.message);
    };
    this.worker.on('message', listener);
    return Disposable.create(() => this.worker.off('message', listener));
  }
}

class PortWriter extends AbstractMessageWriter {
  constructor(private readonly worker: Worker) {
    super();
  }

  write(message: Message): Promise<void> {
    this.worker.postMessage(message);
    return Promise.resolve();
  }

  end(): void {}
}
