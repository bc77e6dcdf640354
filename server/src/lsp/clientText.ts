import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { EncodedLine, type Encoding } from './encodedLine';

/**
 * A text whose positions are those of the client: their characters count in the encoding agreed upon. Offsets are UTF-16
 * units, as everywhere else. What lies behind a line's end counts as its end, what lies within a character as its start.
 */
export class ClientText implements TextDocument {
  /** The line last counted in: positions asked for one after the other are often of one line. */
  private line: { readonly number: number; readonly counted: EncodedLine } | null = null;

  private constructor(
    /** Counts in UTF-16. */
    private readonly text: TextDocument,
    private readonly encoding: Encoding,
  ) {}

  static create(uri: string, languageId: string, version: number, text: string, encoding: Encoding): ClientText {
    return new ClientText(TextDocument.create(uri, languageId, version, text), encoding);
  }

  get uri(): string {
    return this.text.uri;
  }

  get languageId(): string {
    return this.text.languageId;
  }

  get version(): number {
    return this.text.version;
  }

  get lineCount(): number {
    return this.text.lineCount;
  }

  getText(range?: Range): string {
    const text = this.text.getText();
    return range ? text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : text;
  }

  positionAt(offset: number): Position {
    const position = this.text.positionAt(offset);
    const line = this.counted(position.line);
    return line ? { ...position, character: line.lengthTo(position.character) } : position;
  }

  offsetAt(position: Position): number {
    return this.text.offsetAt(this.inUtf16(position));
  }

  getLineRange(line: number): Range {
    const { start, end } = this.text.getLineRange(line);
    const counted = this.counted(end.line);
    return counted ? { start, end: { ...end, character: counted.lengthTo(end.character) } } : { start, end };
  }

  getEOLCharacters(line: number): string {
    return this.text.getEOLCharacters(line);
  }

  /** Takes over what the client changed. */
  update(change: TextDocumentContentChangeEvent, version: number): void {
    TextDocument.update(this.text, ['range' in change ? this.changeInUtf16(change) : change], version);
    this.line = null;
  }

  private changeInUtf16({ range, text }: Extract<TextDocumentContentChangeEvent, { range: Range }>) {
    return { range: { start: this.inUtf16(range.start), end: this.inUtf16(range.end) }, text };
  }

  private inUtf16(position: Position): Position {
    const line = this.counted(position.line);
    return line ? { ...position, character: line.unitsTo(position.character) } : position;
  }

  /** Null where nothing need be counted, for the client counts in UTF-16. A line that is not there is empty. */
  private counted(number: number): EncodedLine | null {
    const { encoding, text } = this;
    if (encoding === 'utf-16') return null;
    if (this.line?.number !== number) {
      const start = text.offsetAt({ line: number, character: 0 });
      const end = text.offsetAt({ line: number, character: Number.MAX_SAFE_INTEGER });
      this.line = { number, counted: new EncodedLine(text.getText().slice(start, end), encoding) };
    }
    return this.line.counted;
  }
}
