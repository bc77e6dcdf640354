import type { Span } from './span';
import { isLineEnd, isSpace, isWordCharacter } from './words';

/**
 * Text as a reader sees it, with the way back to the source: white space folded to one space, hard wraps joined (a
 * hyphen at the wrap keeps its word together), comments and emphasis marks dropped. Every character of it stands in
 * the source too, in the same order; a space stands for any white space.
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
    this.runs ??= foldRuns(this.whole.slice(this.start, this.end));
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
    return this.start + (sourceStarts[low] ?? 0) + folded - (foldedStarts[low] ?? 0);
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

/** The stretch `[start, end)` of a folded text, white space at its ends excluded. */
export function foldedPart(folded: Folded, start: number, end: number): Folded {
  const whole = folded.text.slice(start, end);
  const text = whole.trim();
  const from = start + whole.indexOf(text);
  return { text, source: (partStart, partEnd) => folded.source(from + partStart, from + partEnd) };
}

function foldRuns(source: string): Runs {
  const marks = emphasisMarks(source);
  const foldedStarts: number[] = [];
  const sourceStarts: number[] = [];
  const pieces: string[] = [];
  let length = 0;
  let runStart = -1;
  let unclosed = false;
  /** Where the white space stands that the next character is parted by, or -1. */
  let space = -1;
  let previous = 32;
  let beforePrevious = 32;

  const add = (from: number, to: number) => {
    foldedStarts.push(length);
    sourceStarts.push(from);
    pieces.push(source.slice(from, to));
    length += to - from;
  };
  const closeRun = (at: number) => {
    if (runStart >= 0) add(runStart, at);
    runStart = -1;
  };

  let i = 0;
  while (i < source.length) {
    const code = source.charCodeAt(i);
    if (isSpace(code)) {
      closeRun(i);
      const from = i;
      let wrapped = false;
      for (; i < source.length && isSpace(source.charCodeAt(i)); i++) wrapped ||= isLineEnd(source.charCodeAt(i));
      const hyphenated = wrapped && space < 0 && previous === 45 && isWordCharacter(beforePrevious);
      if (length > 0 && space < 0 && !hyphenated) space = from;
      continue;
    }
    if (code === 60 && source.startsWith('<!--', i)) {
      closeRun(i);
      const close: number = unclosed ? -1 : source.indexOf('-->', i + 4);
      unclosed = close < 0;
      i = unclosed ? lineEnd(source, i) : close + 3;
      continue;
    }
    if (marks?.has(i)) {
      closeRun(i);
      i++;
      continue;
    }
    if (space >= 0) {
      foldedStarts.push(length);
      sourceStarts.push(space);
      pieces.push(' ');
      length++;
      space = -1;
      previous = 32;
    }
    if (runStart < 0) runStart = i;
    beforePrevious = previous;
    previous = code;
    i++;
  }
  closeRun(source.length);
  return { text: pieces.join(''), foldedStarts, sourceStarts };
}

/** Where the line that holds `at` ends, its terminator excluded. */
function lineEnd(source: string, at: number): number {
  let i = at;
  while (i < source.length && !isLineEnd(source.charCodeAt(i))) i++;
  return i;
}

/** Offsets of the asterisks that are emphasis marks: those that open before a word and close behind one. */
function emphasisMarks(source: string): Set<number> | null {
  let at = source.indexOf('*');
  if (at < 0) return null;
  const marks = new Set<number>();
  const open = new Map<number, number>();
  while (at >= 0) {
    let after = at;
    while (source.charCodeAt(after) === 42) after++;
    const width = after - at;
    const before = at > 0 ? source.charCodeAt(at - 1) : 32;
    const next = after < source.length ? source.charCodeAt(after) : 32;
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
