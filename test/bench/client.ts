import { type ChildProcess, spawn } from 'node:child_process';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: { readonly version?: number; readonly diagnostics?: readonly unknown[] };
}

/** A client as small as can be, so that what is measured is the server. */
export class BenchClient {
  private readonly child: ChildProcess;
  private pending: Buffer = Buffer.alloc(0);
  private readonly waiting: { accepts: (message: Message) => boolean; resolve: (message: Message) => void }[] = [];
  private nextId = 1;
  private version = 1;
  readonly uri = 'untitled:bench.letter';

  constructor(server: string) {
    this.child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.child.stdout?.on('data', (chunk: Buffer) => this.read(chunk));
  }

  async open(text: string): Promise<number> {
    const ready = this.when(m => m.id === this.nextId);
    this.send({ id: this.nextId, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } });
    await ready;
    this.nextId++;
    this.send({ method: 'initialized', params: {} });
    const published = this.diagnostics(1);
    const textDocument = { uri: this.uri, languageId: 'determination-letter', version: 1, text };
    this.send({ method: 'textDocument/didOpen', params: { textDocument } });
    return (await published).params?.diagnostics?.length ?? 0;
  }

  /** Types one character. @returns milliseconds until the diagnostics of that version have come */
  async type(line: number, character: number, text: string): Promise<number> {
    this.version++;
    const position = { line, character };
    const published = this.diagnostics(this.version);
    const start = performance.now();
    this.send({
      method: 'textDocument/didChange',
      params: {
        textDocument: { uri: this.uri, version: this.version },
        contentChanges: [{ range: { start: position, end: position }, text }],
      },
    });
    await published;
    return performance.now() - start;
  }

  close(): void {
    this.child.kill();
  }

  private diagnostics(version: number): Promise<Message> {
    return this.when(m => m.method === 'textDocument/publishDiagnostics' && m.params?.version === version);
  }

  private when(accepts: (message: Message) => boolean): Promise<Message> {
    return new Promise(resolve => this.waiting.push({ accepts, resolve }));
  }

  private send(message: object): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.child.stdin?.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  private read(chunk: Buffer): void {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk]);
    for (;;) {
      const end = this.pending.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/.exec(this.pending.subarray(0, end).toString('latin1'))?.[1]);
      if (this.pending.length < end + 4 + length) return;
      const message = JSON.parse(this.pending.subarray(end + 4, end + 4 + length).toString('utf8')) as Message;
      this.pending = this.pending.subarray(end + 4 + length);
      const index = this.waiting.findIndex(w => w.accepts(message));
      if (index >= 0) this.waiting.splice(index, 1)[0]?.resolve(message);
    }
  }
}
