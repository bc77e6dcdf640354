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

function foldRuns(source: string, start: number, end: number): Runs {
  const marks = emphasisMarks(source, start, end);
  const foldedStarts: number[] = [];
  const sourceStarts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  let runStart = -1;
  let unclosed = false;
  let pendingSpace = false;
  let previous = 0;
  let beforePrevious = 0;

  const closeRun = (at: number) => {
    if (runStart < 0) return;
    foldedStarts.push(length);
    sourceStarts.push(runStart);
    pieces.push(source.slice(runStart, at));
    length += at - runStart;
    runStart = -1;
  };

  let i = start;
  while (i < end) {
    const code = source.charCodeAt(i);
    if (isSpace(code)) {
      closeRun(i);
      const from = i;
      while (i < end && isSpace(source.charCodeAt(i))) i++;
      const wrapped = hasLineEnd(source, from, i);
      const hyphenated = wrapped && previous === 45 && isWordCharacter(beforePrevious);
      if (length > 0 && !hyphenated && !pendingSpace) pendingSpace = true;
      continue;
    }
    if (code === 60 && source.startsWith('<!--', i)) {
      closeRun(i);
      const close: number = unclosed ? -1 : source.indexOf('-->', i + 4);
      unclosed = close < 0 || close + 3 > end;
      i = unclosed ? lineEnd(source, i, end) : close + 3;
      continue;
    }
    if (marks?.has(i)) {
      closeRun(i);
      i++;
      continue;
    }
    if (pendingSpace) {
      pendingSpace = false;
      foldedStarts.push(length);
      sourceStarts.push(i - 1);
      pieces.push(' ');
      length++;
    }
    if (runStart < 0) runStart = i;
    beforePrevious = previous;
    previous = code;
    i++;
  }
  closeRun(end);
  return { text: pieces.join(''), foldedStarts, sourceStarts };
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

function hasLineEnd(source: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isLineEnd(source.charCodeAt(i))) return true;
  return false;
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
