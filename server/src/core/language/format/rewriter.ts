import type { TextEdit } from '../../text/span';

/**
 * Writes a text anew, most of it copied from a source in its order, and knows the edits that lead there: what stands
 * between two copied stretches, where it differs.
 */
export class Rewriter {
  private readonly edits: TextEdit[] = [];
  private written = '';
  private at = 0;

  constructor(private readonly source: string) {}

  write(text: string): void {
    this.written += text;
  }

  /** Takes a stretch of the source over; what was skipped is left out. One that stands before the last is written. */
  copy(start: number, end: number): void {
    if (start < this.at) {
      this.write(this.source.slice(start, end));
      return;
    }
    this.replaceUpTo(start);
    this.at = end;
  }

  /** Writes `text`, which differs little from the stretch of the source that it stands for. */
  replace(start: number, end: number, text: string): void {
    if (start < this.at) {
      this.write(text);
      return;
    }
    this.replaceUpTo(start);
    this.at = start;
    this.write(text);
    this.replaceUpTo(end);
    this.at = end;
  }

  /** The edits, in order; none touches another. */
  finish(): readonly TextEdit[] {
    this.replaceUpTo(this.source.length);
    return this.edits;
  }

  private replaceUpTo(end: number): void {
    const { source, at, written } = this;
    this.written = '';
    // What stands on the line of what comes next is an edit of its own.
    const line = lastLineIn(source.slice(at, end));
    const writtenLine = lastLineIn(written);
    if (line > 0 && writtenLine > 0) {
      this.push(at, at + line, written.slice(0, writtenLine));
      this.push(at + line, end, written.slice(writtenLine));
    } else this.push(at, end, written);
  }

  private push(start: number, end: number, text: string): void {
    const edit = smallest(this.source, start, end, text);
    if (edit) this.edits.push(edit);
  }
}

/** Where the last line of a text begins. */
function lastLineIn(text: string): number {
  return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
}

/** The edit that turns `source[start..end)` into `text`, without what both have in common at their ends. */
function smallest(source: string, start: number, end: number, text: string): TextEdit | null {
  const most = Math.min(end - start, text.length);
  if (source.slice(start, end) === text) return null;
  let head = 0;
  while (head < most && source.charCodeAt(start + head) === text.charCodeAt(head)) head++;
  if (isWithinLineEnd(source, start + head)) head--;
  let tail = 0;
  while (
    tail < most - head &&
    source.charCodeAt(end - 1 - tail) === text.charCodeAt(text.length - 1 - tail) &&
    !isWithinLineEnd(source, end - 1 - tail)
  ) {
    tail++;
  }
  return { span: { start: start + head, end: end - tail }, text: text.slice(head, text.length - tail) };
}

/** A line end of two characters is not cut in two. */
function isWithinLineEnd(source: string, offset: number): boolean {
  return source.charCodeAt(offset) === 10 && source.charCodeAt(offset - 1) === 13;
}
