import type { Span } from './span';
import { isSpace, isWordCharacter } from './words';

/**
 * Text as a reader sees it, with the way back to the source: white space folded to one space, hard wraps joined (a
 * hyphen at the wrap keeps its word together), comments and emphasis marks dropped.
 */
export interface Folded {
  readonly text: string;
  /** The source span of `text[start..end)`, in the coordinates of the source that was folded. */
  source(start: number, end: number): Span;
}

/** Folds on first use: most texts of a letter are not looked at again after an edit elsewhere. */
class LazyFolded implements Folded {
  private runs: Runs | null = null;

  constructor(
    private readonly whole: string,
    private readonly start: number,
    private readonly end: number,
  ) {}

  get text(): string {
    return this.folded().text;
  }

  source(start: number, end: number): Span {
    const { text, foldedStarts } = this.folded();
    if (foldedStarts.length === 0) return { start: this.start, end: this.start };
    const from = this.offset(Math.min(start, text.length));
    return { start: from, end: end > start ? this.offset(end - 1) + 1 : from };
  }

  private folded(): Runs {
    this.runs ??= foldRuns(this.whole, this.start, this.end);
    return this.runs;
  }

  private offset(folded: number): number {
    const { foldedStarts, sourceStarts } = this.folded();
    let low = 0;
    let high = foldedStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((foldedStarts[middle] ?? 0) <= folded) low = middle;
      else high = middle - 1;
    }
    return (sourceStarts[low] ?? 0) + folded - (foldedStarts[low] ?? 0);
  }
}

/** The folded text as runs of source text: run i begins at `foldedStarts[i]` and stands at `sourceStarts[i]`. */
interface Runs {
  readonly text: string;
  readonly foldedStarts: readonly number[];
  readonly sourceStarts: readonly number[];
}

/** Folds `source[start..end)`; spans of the result are offsets into `source`. Linear. */
export function fold(source: string, start = 0, end = source.length): Folded {
  return new LazyFolded(source, start, end);
}

/** Where the source is not simply taken over: white space other than one plain space, a mark, a comment. */
const SPECIAL = /[^\S ]\s*| \s+|\*|<!--/g;

function foldRuns(source: string, from: number, to: number): Runs {
  let start = from;
  let end = to;
  while (start < end && isSpace(source.charCodeAt(start))) start++;
  while (end > start && isSpace(source.charCodeAt(end - 1))) end--;
  const marks = emphasisMarks(source, start, end);
  const runs = new RunBuilder(source);
  let at = start;
  let unclosed = false;
  while (at < end) {
    SPECIAL.lastIndex = at;
    const special = SPECIAL.exec(source);
    if (!special || special.index >= end) break;
    const where = special.index;
    if (special[0] === '*') {
      runs.take(at, marks?.has(where) ? where : where + 1);
      at = where + 1;
      continue;
    }
    runs.take(at, where);
    if (special[0] === '<!--') {
      const close: number = unclosed ? -1 : source.indexOf('-->', where + 4);
      unclosed = close < 0 || close + 3 > end;
      at = unclosed ? lineEnd(source, where, end) : close + 3;
      if (at < end && source.charCodeAt(at) === 32) runs.space(at++);
    } else {
      at = where + special[0].length;
      const hyphenated =
        source.charCodeAt(where - 1) === 45 && isWordCharacter(source.charCodeAt(where - 2)) && hasLineEnd(special[0]);
      if (!hyphenated) runs.space(where);
    }
  }
  runs.take(at, end);
  return runs.finish();
}

/** Puts the folded text together; spaces are set between words only, and never two in a row. */
class RunBuilder {
  private text = '';
  private readonly foldedStarts: number[] = [];
  private readonly sourceStarts: number[] = [];
  private pendingSpace = -1;

  constructor(private readonly source: string) {}

  take(from: number, to: number): void {
    if (from >= to) return;
    if (this.pendingSpace >= 0) this.add(this.pendingSpace, ' ');
    this.pendingSpace = -1;
    // A space at the end of the run may turn out to be the first of several.
    const last = this.source.charCodeAt(to - 1) === 32 ? to - 1 : to;
    if (from < last) this.add(from, this.source.slice(from, last));
    if (last < to) this.space(last);
  }

  /** White space stands at `at`. */
  space(at: number): void {
    if (this.pendingSpace < 0 && this.text !== '') this.pendingSpace = at;
  }

  finish(): Runs {
    return { text: this.text, foldedStarts: this.foldedStarts, sourceStarts: this.sourceStarts };
  }

  private add(at: number, piece: string): void {
    this.foldedStarts.push(this.text.length);
    this.sourceStarts.push(at);
    this.text += piece;
  }
}

/** Where the line that holds `at` ends, its terminator excluded. */
function lineEnd(source: string, at: number, end: number): number {
  let i = at;
  while (i < end && !isLineEnd(source.charCodeAt(i))) i++;
  return i;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 12;
}

function hasLineEnd(space: string): boolean {
  return /[\n\r\f]/.test(space);
}

/** Offsets of the asterisks that are emphasis marks: those that open before a word and close behind one. */
function emphasisMarks(source: string, start: number, end: number): Set<number> | null {
  let at = source.indexOf('*', start);
  if (at < 0 || at >= end) return null;
  const marks = new Set<number>();
  const open = new Map<number, number>();
  while (at >= 0 && at < end) {
    let after = at;
    while (after < end && source.charCodeAt(after) === 42) after++;
    const width = after - at;
    const before = at > start ? source.charCodeAt(at - 1) : 32;
    const next = after < end ? source.charCodeAt(after) : 32;
    const opener = open.get(width);
    if (opener !== undefined && !isSpace(before) && !isWordCharacter(next)) {
      for (let k = 0; k < width; k++) marks.add(opener + k).add(at + k);
      open.delete(width);
    } else if (width <= 3 && !isSpace(next) && !isWordCharacter(before)) {
      open.set(width, at);
    }
    at = source.indexOf('*', after);
  }
  return marks;
}
