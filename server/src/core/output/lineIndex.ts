/** A place in a text as an editor counts it: both from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** The lines of a text as editors count them: LF, CRLF and CR end one, a form feed does not. */
export class LineIndex {
  /** Offset of each line's first character. */
  private readonly starts: number[] = [0];

  constructor(readonly text: string) {
    const lineEnd = /\r\n|\n|\r/g;
    for (let match = lineEnd.exec(text); match; match = lineEnd.exec(text)) this.starts.push(lineEnd.lastIndex);
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** An offset inside a line end counts as the end of its line. */
  position(offset: number): Position {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: Math.min(offset, this.end(low)) - this.start(low) };
  }

  /** The text of a line, its line end excluded. */
  line(index: number): string {
    return this.text.slice(this.start(index), this.end(index));
  }

  /** The offset of a line's first character; behind the last line the length of the text. */
  start(line: number): number {
    return this.starts[line] ?? this.text.length;
  }

  private end(line: number): number {
    const next = this.starts[line + 1];
    if (next === undefined) return this.text.length;
    return this.text.charCodeAt(next - 1) === 10 && this.text.charCodeAt(next - 2) === 13 ? next - 2 : next - 1;
  }
}
