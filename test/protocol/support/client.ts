import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ApplyWorkspaceEditParams,
  type ClientCapabilities,
  type ConfigurationParams,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type InitializeParams,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Host, type RunningServer, type Started, startServer } from './server';

/** What the extension reads for the server where it is a worker. */
export function builtInText(): string {
  return readFileSync(join('dist', 'built-in.json'), 'utf8');
}

/** What an editor of today can do. */
export const manyCapabilities: ClientCapabilities = {
  workspace: {
    applyEdit: true,
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true },
  },
  textDocument: {
    diagnostic: { dynamicRegistration: false, relatedInformation: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
      resolveSupport: { properties: ['edit'] },
      dataSupport: true,
      disabledSupport: true,
      isPreferredSupport: true,
    },
  },
};

/** The same, but for diagnostics, which it waits for. */
export const pushCapabilities: ClientCapabilities = {
  ...manyCapabilities,
  textDocument: Object.fromEntries(
    Object.entries(manyCapabilities.textDocument ?? {}).filter(([name]) => name !== 'diagnostic'),
  ),
};

/** Requests of the server that a test only counts. */
const quietRequests = [
  'workspace/semanticTokens/refresh',
  'workspace/inlayHint/refresh',
  'workspace/codeLens/refresh',
  'workspace/foldingRange/refresh',
  'window/workDoneProgress/create',
  'window/showMessageRequest',
  'window/showDocument',
];

export interface ClientSetup {
  readonly capabilities?: ClientCapabilities;
  readonly folders?: readonly string[];
  readonly initializationOptions?: object;
  /** What the client answers when it is asked for its settings, or a promise of it. */
  settings?: unknown;
  /** The files that the client reads for the server, by their URIs. */
  readonly files?: Map<string, string>;
  /** When it answers what it is asked to read; at once if left out. */
  reads?: Promise<void>;
  /** Which server is started, and how. */
  readonly server?: Started;
  /** What it introduces itself with, besides or instead of all that. */
  readonly introduction?: Partial<InitializeParams>;
}

/** A client of the server for tests: answers what it is asked, and waits for what it is told. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly documents = new Map<string, TextDocument>();
  readonly registrations: RegistrationParams['registrations'] = [];
  readonly edits: WorkspaceEdit[] = [];
  readonly log: string[] = [];
  /** What the server had shown. */
  readonly shown: string[] = [];
  /** The methods of the requests that the server made. */
  readonly asked: string[] = [];
  refreshes = 0;
  initialized: InitializeResult = { capabilities: {} };
  private readonly published: PublishDiagnosticsParams[] = [];
  private readonly waiting = new Set<() => void>();

  private constructor(
    readonly server: RunningServer,
    readonly setup: ClientSetup,
  ) {
    this.connection = createProtocolConnection(server.reader, server.writer);
    this.answerRequests();
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.push(params);
      this.somethingCame();
    });
    this.connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      this.somethingCame();
    });
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.shown.push(message);
      this.somethingCame();
    });
    this.connection.listen();
  }

  /** Starts a server and introduces itself. */
  static async start(host: Host, setup: ClientSetup = {}): Promise<TestClient> {
    const client = new TestClient(startServer(host, setup.server), setup);
    const params: InitializeParams = {
      processId: null,
      rootUri: null,
      capabilities: setup.capabilities ?? manyCapabilities,
      workspaceFolders: setup.folders?.map(uri => ({ uri, name: uri })) ?? null,
      initializationOptions: {
        readsFiles: setup.files !== undefined,
        ...(host === 'worker' ? { builtIn: builtInText() } : {}),
        ...setup.initializationOptions,
      },
      ...setup.introduction,
    };
    client.initialized = await client.connection.sendRequest('initialize', params);
    await client.connection.sendNotification('initialized', {});
    return client;
  }

  async stop(): Promise<void> {
    this.connection.dispose();
    await this.server.stop();
  }

  async open(uri: string, text: string, languageId = 'determination-letter'): Promise<void> {
    this.documents.set(uri, TextDocument.create(uri, languageId, 1, text));
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId, version: 1, text },
    });
  }

  /** Replaces a range by a text, as one key or paste does. */
  async change(uri: string, ...contentChanges: { range: Range; text: string }[]): Promise<void> {
    const document = this.document(uri);
    const version = document.version + 1;
    TextDocument.update(document, contentChanges, version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  async replaceAll(uri: string, text: string): Promise<void> {
    const version = this.document(uri).version + 1;
    TextDocument.update(this.document(uri), [{ text }], version);
    await this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  /** Types a text where `before` ends. */
  async typeBehind(uri: string, before: string, text: string): Promise<void> {
    const position = this.positionBehind(uri, before);
    await this.change(uri, { range: { start: position, end: position }, text });
  }

  async save(uri: string): Promise<void> {
    await this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    this.documents.delete(uri);
    await this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.connection.sendRequest<R>(method, params);
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    const params = { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) };
    return this.request('textDocument/diagnostic', params);
  }

  /** The rules of what is pulled, in order. */
  async rules(uri: string): Promise<unknown[]> {
    return rulesOf(await this.pull(uri));
  }

  /** Pulls until the rules are as expected: for what changes without being asked. */
  async rulesBecome(uri: string, expected: (rules: unknown[]) => boolean): Promise<unknown[]> {
    for (;;) {
      const seen = this.refreshes;
      const rules = await this.rules(uri);
      if (expected(rules)) return rules;
      await this.until(() => this.refreshes > seen);
    }
  }

  /** What is published for a file from now on, or was last, that is as expected. */
  async publishedFor(
    uri: string,
    expected: (diagnostics: Diagnostic[], version?: number) => boolean,
  ): Promise<Diagnostic[]> {
    const last = () => this.published.findLast(each => each.uri === uri);
    await this.until(() => {
      const each = last();
      return each !== undefined && expected(each.diagnostics, each.version);
    });
    return last()?.diagnostics ?? [];
  }

  publications(uri: string): PublishDiagnosticsParams[] {
    return this.published.filter(each => each.uri === uri);
  }

  /** Waits for something the server sends. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>(resolve => this.waiting.add(resolve));
  }

  document(uri: string): TextDocument {
    const document = this.documents.get(uri);
    if (!document) throw new Error(`${uri} is not open`);
    return document;
  }

  positionBehind(uri: string, words: string): Position {
    const document = this.document(uri);
    const at = document.getText().indexOf(words);
    if (at < 0) throw new Error(`The letter has no "${words}"`);
    return document.positionAt(at + words.length);
  }

  rangeOf(uri: string, words: string): Range {
    const end = this.positionBehind(uri, words);
    return { start: this.document(uri).positionAt(this.document(uri).offsetAt(end) - words.length), end };
  }

  /** The letter after an edit of the workspace. */
  edited(uri: string, edit: WorkspaceEdit | undefined): string {
    const changes = edit?.documentChanges?.flatMap(change => ('edits' in change ? change.edits : [])) ?? [];
    const edits = [...changes, ...(edit?.changes?.[uri] ?? [])] as TextEdit[];
    if (edits.length === 0) throw new Error('Nothing was edited');
    return TextDocument.applyEdits(this.document(uri), edits);
  }

  private answerRequests(): void {
    const { connection, setup } = this;
    const answer = <P>(method: string, how: (params: P) => unknown) =>
      connection.onRequest(method, (params: P) => {
        this.asked.push(method);
        return how(params);
      });
    answer('workspace/configuration', async ({ items }: ConfigurationParams) => {
      const settings = await setup.settings;
      return items.map(() => settings);
    });
    answer('client/registerCapability', ({ registrations }: RegistrationParams) => {
      this.registrations.push(...registrations);
      this.somethingCame();
      return null;
    });
    answer('client/unregisterCapability', () => null);
    answer('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.somethingCame();
      return null;
    });
    answer('workspace/applyEdit', ({ edit }: ApplyWorkspaceEditParams) => {
      this.edits.push(edit);
      this.somethingCame();
      return { applied: true };
    });
    for (const method of quietRequests) answer(method, () => null);
    answer('determinationLetters/settings', () => setup.settings);
    answer('determinationLetters/listLetters', () => {
      return { uris: [...(setup.files?.keys() ?? [])].filter(uri => uri.endsWith('.letter')) };
    });
    answer('determinationLetters/readFile', async ({ uri }: { uri: string }) => {
      await setup.reads;
      return { text: setup.files?.get(uri) ?? null };
    });
  }

  private somethingCame(): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    for (const resolve of waiting) resolve();
  }
}

export function rulesOf(report: DocumentDiagnosticReport): unknown[] {
  if (report.kind !== 'full') throw new Error('Nothing changed');
  return report.items.map(({ code }) => code);
}
