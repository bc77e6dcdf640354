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
    const edit = smallest(this.source, this.at, end, this.written);
    if (edit) this.edits.push(edit);
    this.written = '';
  }
}

/** The edit that turns `source[start..end)` into `text`, without what both have in common at their ends. */
function smallest(source: string, start: number, end: number, text: string): TextEdit | null {
  const most = Math.min(end - start, text.length);
  let head = 0;
  while (head < most && source.charCodeAt(start + head) === text.charCodeAt(head)) head++;
  let tail = 0;
  while (
    tail < most - head &&
    source.charCodeAt(end - 1 - tail) === text.charCodeAt(text.length - 1 - tail) &&
    // A line end of two characters is not cut in two.
    source.charCodeAt(end - 1 - tail) !== 10
  ) {
    tail++;
  }
  if (head === end - start && head === text.length) return null;
  return { span: { start: start + head, end: end - tail }, text: text.slice(head, text.length - tail) };
}
