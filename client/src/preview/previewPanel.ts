import {
  Disposable,
  l10n,
  languages,
  Range,
  RelativePattern,
  Selection,
  TabInputText,
  type TextDocument,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PreviewParams, type PreviewResult, previewRequest } from '../../../server/src/lsp/previewMessages';
import { ask } from '../ask';
import { isLetter } from '../letters';
import { appearanceOf, appearanceSetting } from './appearance';
import { previewPage, previewRoots } from './page';
import { pageProblems } from './problems';
import { ScrollSync } from './scrollSync';
import { type Place, placeInBlock } from './source';
import { readFromPage, type ToPage } from './webview/messages';

/** One letter's preview: asks the server what has changed of it, and has the page show that. */
export class PreviewPanel implements Disposable {
  private readonly disposables: Disposable[] = [];
  private readonly scrolling: ScrollSync;
  private watching: Disposable = new Disposable(() => {});
  /** The answer that the page shows; null where it shows nothing yet. */
  private resultId: string | null = null;
  /** The page of a tab that is not seen does not run, and one that was just made does not listen yet. */
  private listens = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isAsking = false;
  private asksAgain = false;
  private shownProblems = '';
  private notice: string | null = null;
  private isDisposed = false;

  constructor(
    readonly panel: WebviewPanel,
    private uri: Uri,
    private readonly extension: Uri,
    private readonly client: BaseLanguageClient,
  ) {
    this.scrolling = new ScrollSync(uri, line => this.tell({ type: 'scroll', line }));
    this.disposables.push(
      this.scrolling,
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.listens = false;
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0 && this.isOwn(document.uri)) this.askSoon();
      }),
      workspace.onDidOpenTextDocument(document => this.isOwn(document.uri) && this.askSoon()),
      workspace.onDidCloseTextDocument(document => this.isOwn(document.uri) && this.askSoon()),
      workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration(appearanceSetting, this.uri)) this.tellAppearance();
      }),
      languages.onDidChangeDiagnostics(({ uris }) => uris.some(each => this.isOwn(each)) && this.tellProblems()),
    );
    panel.webview.options = { enableScripts: true, localResourceRoots: previewRoots(extension) };
    this.show(uri);
  }

  get letter(): Uri {
    return this.uri;
  }

  /** Shows another letter, or this one under its new name. */
  show(uri: Uri): void {
    this.uri = uri;
    this.listens = false;
    this.scrolling.follow(uri);
    this.watching.dispose();
    this.watching = uri.scheme === 'untitled' ? new Disposable(() => {}) : this.watch();
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    this.panel.title = l10n.t('Preview {0}', name);
    this.panel.webview.html = previewPage(this.panel.webview, this.extension, uri, appearanceOf(uri));
  }

  /** Asks once what is done now is over: the server hears of an edit before it is asked about it. */
  askSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.update().catch(error => this.client.error('preview', error, false));
    }, 0);
  }

  /** Shows the letter in an editor, at a place. */
  async goTo(place: (document: TextDocument) => Place): Promise<void> {
    const document = await this.open();
    if (!document) return;
    const { line, character } = place(document);
    const editor = await window.showTextDocument(document, { viewColumn: this.columnOfLetter(), preview: false });
    editor.selection = new Selection(line, character, line, character);
    editor.revealRange(new Range(line, character, line, character), TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Where the reader of the preview is. */
  goToShown(): Promise<void> {
    return this.goTo(document => this.scrolling.shownPlace(document));
  }

  dispose(): void {
    this.isDisposed = true;
    clearTimeout(this.timer);
    this.watching.dispose();
    for (const each of this.disposables) each.dispose();
  }

  private isOwn(uri: Uri): boolean {
    return uri.toString() === this.uri.toString();
  }

  /** One request at a time: what changes meanwhile is asked for with the next one. */
  private async update(): Promise<void> {
    if (!this.listens || this.isDisposed) return;
    if (this.isAsking) {
      this.asksAgain = true;
      return;
    }
    this.isAsking = true;
    try {
      do {
        this.asksAgain = false;
        await this.askOnce();
      } while (this.asksAgain && this.listens && !this.isDisposed);
    } finally {
      this.isAsking = false;
    }
  }

  private async askOnce(): Promise<void> {
    const document = await this.open();
    if (!document) return this.tellNotice(l10n.t('This letter is gone: it was closed unsaved, moved or deleted.'));
    if (!isLetter(document)) return this.tellNotice(l10n.t('This file is not a letter any more.'));
    const { uri, resultId: previousResultId } = this;
    const of = this.client.code2ProtocolConverter.asUri(uri);
    const params: PreviewParams = previousResultId === null ? { uri: of } : { uri: of, previousResultId };
    const letter = await ask<PreviewResult | null>(this.client, previewRequest, params);
    if (!letter || !this.listens || uri !== this.uri) return;
    this.resultId = letter.resultId;
    this.tell({ type: 'letter', previousResultId, letter });
    this.tellNotice(null);
    if (previousResultId !== null) return;
    this.shownProblems = '';
    this.tellProblems();
    this.scrolling.start();
  }

  /** The letter, which the editor may have let go of since; null where there is none any more. */
  private async open(): Promise<TextDocument | null> {
    const known = workspace.textDocuments.find(({ uri, isClosed }) => this.isOwn(uri) && !isClosed);
    if (known || this.uri.scheme === 'untitled') return known ?? null;
    try {
      return await workspace.openTextDocument(this.uri);
    } catch {
      return null;
    }
  }

  private receive(message: unknown): void {
    const read = readFromPage(message);
    if (!read) return;
    switch (read.type) {
      case 'ready':
        this.listens = true;
        this.resultId = null;
        this.notice = null;
        this.tellAppearance();
        this.askSoon();
        break;
      case 'scrolled':
        this.scrolling.pageScrolled(read.line);
        break;
      case 'goToBlock':
        this.lead(document => placeInBlock(document, read));
        break;
      case 'goToProblem':
        this.lead(() => read);
    }
  }

  private lead(place: (document: TextDocument) => Place): void {
    this.goTo(place).catch(error => this.client.error('preview', error, false));
  }

  private tell(message: ToPage): void {
    if (this.listens) this.panel.webview.postMessage(message);
  }

  private tellAppearance(): void {
    this.tell({ type: 'appearance', appearance: appearanceOf(this.uri) });
  }

  private tellNotice(text: string | null): void {
    if (text === this.notice) return;
    this.notice = text;
    this.tell({ type: 'notice', text });
  }

  private tellProblems(): void {
    if (this.resultId === null) {
      this.askSoon();
      return;
    }
    const problems = pageProblems(this.uri);
    const key = JSON.stringify(problems);
    if (key === this.shownProblems) return;
    this.shownProblems = key;
    this.tell({ type: 'problems', problems });
  }

  /** The file on the disk: it may go, come back, or change while no editor holds it open. */
  private watch(): Disposable {
    const folder = Uri.joinPath(this.uri, '..');
    const name = this.uri.path.slice(this.uri.path.lastIndexOf('/') + 1);
    // What means something in a pattern stands for itself.
    const watcher = workspace.createFileSystemWatcher(
      new RelativePattern(
        folder,
        name.replace(/[*?[\]{}]/g, sign => (sign === ']' ? sign : `[${sign}]`)),
      ),
    );
    const renew = () => this.askSoon();
    return Disposable.from(watcher, watcher.onDidCreate(renew), watcher.onDidChange(renew), watcher.onDidDelete(renew));
  }

  private columnOfLetter(): ViewColumn {
    const editor = window.visibleTextEditors.find(({ document }) => this.isOwn(document.uri));
    const tab = window.tabGroups.all.find(({ tabs }) =>
      tabs.some(({ input }) => input instanceof TabInputText && this.isOwn(input.uri)),
    );
    return editor?.viewColumn ?? tab?.viewColumn ?? ViewColumn.One;
  }
}
