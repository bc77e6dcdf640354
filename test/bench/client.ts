import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly version?: number; readonly diagnostics?: readonly unknown[] };
  readonly result?: unknown;
  readonly error?: unknown;
}

/** A language server, and how it is to be spoken to. */
export interface ServerKind {
  readonly command: readonly [program: string, ...args: string[]];
  readonly languageId: string;
  /** Whether it is asked for diagnostics; else it publishes them. */
  readonly isAsked?: boolean;
  /** Of the letter; `folder` is the workspace, if it needs one. */
  readonly uri: string;
  readonly folder?: string;
}

interface Served {
  readonly textDocumentSync?: number | { readonly change?: number };
}

/** Milliseconds; the slowest answer that was ever seen took a tenth of it. */
const longestWait = 30_000;

/** How the protocol says that a server takes no parts of a text. */
const wholeText = 1;

/** As much as a usual editor says it can, so that answers have the form that one gets. */
const capabilities = {
  textDocument: {
    completion: {
      completionItem: {
        snippetSupport: true,
        insertReplaceSupport: true,
        labelDetailsSupport: true,
        documentationFormat: ['markdown', 'plaintext'],
        resolveSupport: { properties: ['documentation', 'detail', 'additionalTextEdits'] },
      },
      completionList: { itemDefaults: ['commitCharacters', 'editRange', 'insertTextFormat', 'insertTextMode', 'data'] },
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
};

/** A client as small as can be, so that what is measured is the server. */
export class BenchClient {
  private readonly child: ChildProcess;
  /** What has come and was not taken yet, how much that is, and how much there must be to take the next message. */
  private chunks: Buffer[] = [];
  private held = 0;
  private needed = 0;
  private readonly waiting: { accepts: (message: Message) => boolean; resolve: (message: Message) => void }[] = [];
  private nextId = 1;
  private version = 1;
  /** Of the text, for a server that wants all of it with every change. */
  private lines: string[] | null = null;

  constructor(private readonly server: ServerKind) {
    const [program, ...args] = server.command;
    this.child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    this.child.stdout?.on('data', (chunk: Buffer) => this.read(chunk));
  }

  /** @returns how many diagnostics came for the text */
  async open(text: string): Promise<number> {
    const { uri, folder, languageId, isAsked } = this.server;
    const own = isAsked
      ? { ...capabilities, textDocument: { ...capabilities.textDocument, diagnostic: {} } }
      : capabilities;
    const workspace = folder === undefined ? {} : { workspaceFolders: [{ uri: folder, name: 'bench' }] };
    const params = { processId: null, rootUri: folder ?? null, capabilities: own, ...workspace };
    const { capabilities: served } = (await this.request('initialize', params)) as { capabilities: Served };
    const sync = served.textDocumentSync;
    if ((typeof sync === 'object' ? sync.change : sync) === wholeText) this.lines = text.split('\n');
    this.send({ method: 'initialized', params: {} });
    const found = this.diagnostics();
    this.send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId, version: 1, text } } });
    return (await found()).length;
  }

  /** Types one text, in place of `replaced` characters. @returns milliseconds until its diagnostics have come */
  async type(line: number, character: number, text: string, replaced = 0): Promise<number> {
    const start = performance.now();
    await this.edit(line, character, text, replaced)();
    return performance.now() - start;
  }

  /** Types the text, one key each character, without a pause. @returns milliseconds until the last diagnostics have come */
  async burst(line: number, character: number, text: string): Promise<number> {
    const start = performance.now();
    let done: () => Promise<unknown> = async () => {};
    for (const [index, key] of [...text].entries()) done = this.edit(line, character + index, key, 0);
    await done();
    return performance.now() - start;
  }

  /**
   * Types one text and asks something at once.
   *
   * @returns milliseconds until the answer has come; the diagnostics of the edit have come too when this resolves
   */
  async typeAndAsk(
    [line, character, text, replaced = 0]: [line: number, character: number, text: string, replaced?: number],
    method: string,
    params: object = {},
  ): Promise<number> {
    const start = performance.now();
    const checked = this.edit(line, character, text, replaced);
    await this.ask(method, params);
    const milliseconds = performance.now() - start;
    await checked();
    return milliseconds;
  }

  /** Asks something about the document. */
  ask(method: string, params: object = {}): Promise<unknown> {
    return this.request(method, { textDocument: { uri: this.server.uri }, ...params });
  }

  /** Memory in MB that the process holds now; null where the system does not tell. */
  memory(): number | null {
    try {
      const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
    } catch {
      return null;
    }
  }

  close(): Promise<void> {
    return new Promise(resolve => {
      if (this.child.exitCode !== null || this.child.signalCode !== null) resolve();
      this.child.once('exit', () => resolve());
      this.child.kill('SIGKILL');
    });
  }

  private edit(line: number, character: number, text: string, replaced: number): () => Promise<readonly unknown[]> {
    this.version++;
    const change = this.changed(line, character, text, replaced);
    const found = this.diagnostics();
    this.send({
      method: 'textDocument/didChange',
      params: { textDocument: { uri: this.server.uri, version: this.version }, contentChanges: [change] },
    });
    return found;
  }

  private changed(line: number, character: number, text: string, replaced: number): object {
    if (!this.lines)
      return { range: { start: { line, character }, end: { line, character: character + replaced } }, text };
    const whole = this.lines[line] ?? '';
    this.lines[line] = whole.slice(0, character) + text + whole.slice(character + replaced);
    return { text: this.lines.join('\n') };
  }

  /** To be called before what they are awaited of is sent; the result waits for them. */
  private diagnostics(): () => Promise<readonly unknown[]> {
    const { version } = this;
    if (this.server.isAsked) {
      return async () => ((await this.ask('textDocument/diagnostic')) as { items?: unknown[] }).items ?? [];
    }
    const published = this.when(
      m => m.method === 'textDocument/publishDiagnostics' && (m.params?.version ?? version) >= version,
    );
    return async () => (await published).params?.diagnostics ?? [];
  }

  private async request(method: string, params: object): Promise<unknown> {
    const id = this.nextId++;
    const answered = this.when(m => m.id === id && m.method === undefined);
    this.send({ id, method, params });
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method} failed: ${JSON.stringify(error)}`);
    return result;
  }

  /** @throws {Error} if nothing such comes for a long time: then the server hangs */
  private when(accepts: (message: Message) => boolean): Promise<Message> {
    return new Promise((resolve, reject) => {
      const [program, script] = this.server.command;
      const timer = setTimeout(() => {
        this.child.kill('SIGKILL');
        reject(new Error(`${program} ${script} does not answer.`));
      }, longestWait);
      const done = (message: Message) => {
        clearTimeout(timer);
        resolve(message);
      };
      this.waiting.push({ accepts, resolve: done });
    });
  }

  private send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private read(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.held += chunk.length;
    if (this.held < this.needed) return;
    let pending = Buffer.concat(this.chunks);
    this.needed = 0;
    for (let end = pending.indexOf('\r\n\r\n'); end >= 0; end = pending.indexOf('\r\n\r\n')) {
      const length = Number(/Content-Length: (\d+)/i.exec(pending.subarray(0, end).toString('latin1'))?.[1]);
      const next = end + 4 + length;
      this.needed = pending.length < next ? next : 0;
      if (this.needed > 0) break;
      const message = JSON.parse(pending.subarray(end + 4, next).toString('utf8')) as Message;
      pending = pending.subarray(next);
      this.take(message);
    }
    this.chunks = [pending];
    this.held = pending.length;
  }

  private take(message: Message): void {
    // Settings and registrations: there are none.
    if (message.id !== undefined && message.method !== undefined) this.send({ id: message.id, result: null });
    for (let index = this.waiting.length - 1; index >= 0; index--) {
      if (this.waiting[index]?.accepts(message)) this.waiting.splice(index, 1)[0]?.resolve(message);
    }
  }
}
