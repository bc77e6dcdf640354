import {
  commands,
  type Disposable,
  type Event,
  EventEmitter,
  languages,
  type TextDocument,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type ReadinessParams, type ReadinessResult, readinessRequest } from '../../../server/src/lsp/viewMessages';
import { ask } from '../ask';
import { isLetter } from '../letters';

/** Milliseconds without an edit after which the state is asked for anew. */
const pause = 300;

/** The letter that the writer looks at, and how far it is: the one place where views and commands learn it from. */
export class LetterState implements Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange: Event<void> = this.changed.event;
  private known: { readonly document: TextDocument; readonly readiness: ReadinessResult | null } | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asked = 0;
  private readonly listeners: readonly Disposable[];

  constructor(private readonly client: BaseLanguageClient) {
    this.listeners = [
      window.onDidChangeActiveTextEditor(() => this.askSoon(0)),
      window.onDidChangeVisibleTextEditors(() => this.askSoon(0)),
      workspace.onDidChangeTextDocument(({ document }) => this.askIfShown(document)),
      // The language of a document changes so.
      workspace.onDidOpenTextDocument(() => this.askSoon(0)),
      languages.onDidChangeDiagnostics(({ uris }) => {
        const own = this.document?.uri.toString();
        if (uris.some(uri => uri.toString() === own)) this.askSoon(pause);
      }),
      client.onDidChangeState(() => this.askSoon(0)),
    ];
    this.askSoon(0);
  }

  /** Whether there is a server to ask. */
  get isServed(): boolean {
    return this.client.isRunning();
  }

  get document(): TextDocument | undefined {
    return this.known?.document;
  }

  get readiness(): ReadinessResult | null {
    return this.known?.readiness ?? null;
  }

  /** The editor of the letter, if it is shown. */
  get editor(): TextEditor | undefined {
    const active = window.activeTextEditor;
    if (active && active.document === this.document) return active;
    return window.visibleTextEditors.find(({ document }) => document === this.document);
  }

  /** The state as it is now, asked at once. */
  async now(): Promise<ReadinessResult | null> {
    clearTimeout(this.timer);
    const document = this.followed();
    const turn = ++this.asked;
    const readiness = document ? await this.read(document) : null;
    // What was asked later counts.
    if (turn !== this.asked) return this.readiness;
    this.known = document ? { document, readiness } : null;
    await commands.executeCommand('setContext', 'determinationLetters.hasLetter', document !== undefined);
    this.changed.fire();
    return readiness;
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const listener of this.listeners) listener.dispose();
    this.changed.dispose();
  }

  private read(document: TextDocument): Promise<ReadinessResult | null> {
    const params: ReadinessParams = {
      uri: this.client.code2ProtocolConverter.asUri(document.uri),
      today: localDay(new Date()),
    };
    return ask<ReadinessResult | null>(this.client, readinessRequest, params);
  }

  /** The letter in the active editor, or else the last one for as long as it is shown somewhere. */
  private followed(): TextDocument | undefined {
    const active = window.activeTextEditor?.document;
    if (active && isLetter(active)) return active;
    const shown = window.visibleTextEditors.map(({ document }) => document).filter(isLetter);
    return shown.find(document => document === this.document) ?? shown[0];
  }

  private askIfShown(document: TextDocument): void {
    if (document === this.document) this.askSoon(pause);
  }

  private askSoon(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.now().catch(error => this.client.error('readiness', error, false));
    }, delay);
  }
}

/** yyyy-mm-dd, where the writer is. */
export function localDay(date: Date): string {
  const two = (count: number) => String(count).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
