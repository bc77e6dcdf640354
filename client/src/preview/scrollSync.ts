import {
  type Disposable,
  Range,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  window,
} from 'vscode';
import { fractionalLine, type Place, placeOfLine } from './source';

/** Milliseconds in which an editor that was scrolled from here may still be on its way. */
const onTheWay = 250;

/** Keeps the editors of a letter and its preview at the same place, whichever of the two is scrolled. */
export class ScrollSync implements Disposable {
  private readonly listener: Disposable;
  /** Where the page is, so that it comes back to it when it is made anew; null before anyone scrolled. */
  private line: number | null = null;
  private revealed = 0;

  constructor(
    private uri: Uri,
    private readonly scrollPage: (line: number) => void,
  ) {
    this.listener = window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (this.isOwn(textEditor) && Date.now() - this.revealed > onTheWay) this.editorScrolled(textEditor);
    });
  }

  follow(uri: Uri): void {
    if (uri.toString() !== this.uri.toString()) this.line = null;
    this.uri = uri;
  }

  /** The page shows the letter from now on. */
  start(): void {
    const editor = window.visibleTextEditors.find(each => this.isOwn(each));
    if (editor) this.editorScrolled(editor);
    else if (this.line !== null) this.scrollPage(this.line);
  }

  pageScrolled(line: number): void {
    this.line = line;
    this.revealed = Date.now();
    for (const editor of window.visibleTextEditors.filter(each => this.isOwn(each))) {
      const { line: top, character } = placeOfLine(editor.document, line);
      editor.revealRange(new Range(top, character, top, character), TextEditorRevealType.AtTop);
    }
  }

  /** The place of the letter at the top of the page. */
  shownPlace(document: TextDocument): Place {
    return placeOfLine(document, this.line ?? 0);
  }

  dispose(): void {
    this.listener.dispose();
  }

  private isOwn({ document }: TextEditor): boolean {
    return document.uri.toString() === this.uri.toString();
  }

  private editorScrolled({ document, visibleRanges }: TextEditor): void {
    const [range] = visibleRanges;
    if (!range) return;
    this.line = fractionalLine(document, range.start);
    this.scrollPage(this.line);
  }
}
