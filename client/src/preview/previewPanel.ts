import { Disposable, l10n, languages, type TextDocument, type Uri, type WebviewPanel, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type PreviewParams, type PreviewResult, previewRequest } from '../../../server/src/lsp/previewMessages';
import { ask } from '../ask';
import { isLetter } from '../letters';
import { appearanceOf, appearanceSetting } from './appearance';
import { isSame, nameOf, openDocument, showPlace, watchFile } from './documents';
import { previewPage, previewRoots } from './page';
import { pageProblems } from './problems';
import { ScrollSync } from './scrollSync';
import { Shown } from './shown';
import { type Place, placeInBlock } from './source';
import { readFromPage, type ToPage } from './webview/messages';

/** One letter's preview: asks the server what has changed of it, and has the page show that. */
export class PreviewPanel implements Disposable {
  private readonly disposables: Disposable[];
  private readonly scrolling: ScrollSync;
  private readonly shown = new Shown();
  private watching = new Disposable(() => {});
  /** The page of a tab that is not seen does not run, and one that was just made does not listen yet. */
  private listens = false;
  /** The answer that the page shows; null where it shows nothing yet. */
  private resultId: string | null = null;
  /** From a question to the server until the page shows the answer: what changes meanwhile is asked for in one. */
  private isBusy = false;
  private asksAgain = false;
  /** Counts the pages made: answers to what was asked for an earlier one come too late. */
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private problems = '';
  private notice: string | null = null;

  constructor(
    readonly panel: WebviewPanel,
    private uri: Uri,
    private readonly extension: Uri,
    private readonly client: BaseLanguageClient,
  ) {
    const ifOwn = (changed: Uri, follow: () => void) => isSame(changed, this.uri) && follow();
    const askSoon = () => this.askSoon();
    this.scrolling = new ScrollSync(uri, line => this.tell({ type: 'scroll', line }));
    this.disposables = [
      this.scrolling,
      panel.webview.onDidReceiveMessage((message: unknown) => this.receive(message)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.listens = false;
      }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) ifOwn(document.uri, askSoon);
      }),
      workspace.onDidOpenTextDocument(document => ifOwn(document.uri, askSoon)),
      workspace.onDidCloseTextDocument(document => ifOwn(document.uri, askSoon)),
      workspace.onDidChangeConfiguration(change => {
        if (change.affectsConfiguration(appearanceSetting, this.uri)) this.tellAppearance();
      }),
      languages.onDidChangeDiagnostics(({ uris }) => uris.some(each => ifOwn(each, () => this.tellProblems()))),
    ];
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
    const askSoon = () => this.askSoon();
    this.watching = watchFile(uri, askSoon, () => this.sayGone());
    this.panel.title = l10n.t('Preview {0}', nameOf(uri));
    this.panel.webview.html = previewPage(this.panel.webview, this.extension, uri, appearanceOf(uri));
  }

  /** Resolves when the page shows the letter as it stands now, or cannot. */
  async whenShown(): Promise<void> {
    const document = await openDocument(this.uri);
    if (document && this.notice === null) await this.shown.is(document.version);
  }

  /** Asks once what is done now is over: the server hears of an edit before it is asked about it. */
  askSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.update();
    }, 0);
  }

  /** Shows the letter in an editor, where the reader of the preview is. */
  goToShown(): Promise<void> {
    return this.goTo(document => this.scrolling.shownPlace(document));
  }

  dispose(): void {
    this.listens = false;
    clearTimeout(this.timer);
    this.shown.giveUp();
    this.watching.dispose();
    for (const each of this.disposables) each.dispose();
  }

  private async update(): Promise<void> {
    if (!this.listens) return;
    this.asksAgain = this.isBusy;
    if (this.isBusy) return;
    this.isBusy = true;
    const { turn } = this;
    const isSent = await this.askOnce().catch(error => {
      this.client.error('preview', error, false);
      return false;
    });
    if (!isSent && turn === this.turn) this.rest();
  }

  private rest(): void {
    this.isBusy = false;
    if (this.asksAgain) this.askSoon();
  }

  /** Whether there was an answer, which the page shows next. */
  private async askOnce(): Promise<boolean> {
    const { turn, resultId: previousResultId } = this;
    const document = await openDocument(this.uri);
    if (!document) return this.sayGone();
    if (!isLetter(document)) return this.refuse(l10n.t('This file is not a letter any more.'));
    const uri = this.client.code2ProtocolConverter.asUri(this.uri);
    const params: PreviewParams = previousResultId === null ? { uri } : { uri, previousResultId };
    const letter = await ask<PreviewResult | null>(this.client, previewRequest, params);
    if (!letter || turn !== this.turn) return false;
    this.resultId = letter.resultId;
    this.tell({ type: 'letter', previousResultId, letter });
    this.tellNotice(null);
    if (previousResultId === null) {
      this.problems = '';
      this.tellProblems();
      this.scrolling.start();
    }
    return true;
  }

  private sayGone(): false {
    return this.refuse(l10n.t('This letter is gone: it was closed unsaved, moved or deleted.'));
  }

  /** There is nothing to show, and why. */
  private refuse(why: string): false {
    this.tellNotice(why);
    this.shown.giveUp();
    return false;
  }

  private receive(message: unknown): void {
    const read = readFromPage(message);
    switch (read?.type) {
      case 'ready':
        this.begin();
        break;
      case 'shown':
        this.shown.now(read.version);
        this.rest();
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

  /** The page is empty, and listens. */
  private begin(): void {
    this.listens = true;
    this.turn++;
    this.isBusy = false;
    this.resultId = null;
    this.notice = null;
    this.shown.nothing();
    this.tellAppearance();
    this.askSoon();
  }

  private lead(place: (document: TextDocument) => Place): void {
    this.goTo(place).catch(error => this.client.error('preview', error, false));
  }

  private async goTo(place: (document: TextDocument) => Place): Promise<void> {
    const document = await openDocument(this.uri);
    if (document) await showPlace(document, place(document));
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
    if (this.resultId === null) return;
    const problems = pageProblems(this.uri);
    const key = JSON.stringify(problems);
    if (key === this.problems) return;
    this.problems = key;
    this.tell({ type: 'problems', problems });
  }
}
