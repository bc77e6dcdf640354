import { emphasisIn } from './emphasis';
import type { Span } from './span';
import { isLineEnd, isWordCharacter } from './words';

/**
 * Text as a reader sees it, with the way back to the source: white space folded to one space, hard wraps joined (a
 * hyphen at the wrap keeps its word together), comments and emphasis marks dropped. Every character of it stands in
 * the source too, in the same order; a space stands for any white space.
 */
export interface Folded {
  readonly text: string;
  /** The source span of `text[start..end)`, in the coordinates of the source that was folded. */
  source(start: number, end: number): Span;
  /** The offset in `text` of what stands at, or next behind, an offset of the source. */
  at(source: number): number;
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

  at(source: number): number {
    const { text, foldedStarts, sourceStarts } = this.folded();
    const run = lastAtMost(sourceStarts, source - this.start);
    const end = foldedStarts[run + 1] ?? text.length;
    return Math.min(end, Math.max(0, (foldedStarts[run] ?? 0) + source - this.start - (sourceStarts[run] ?? 0)));
  }

  private folded(): Runs {
    this.runs ??= foldRuns(this.whole.slice(this.start, this.end));
    return this.runs;
  }

  private offset(folded: number): number {
    const { foldedStarts, sourceStarts } = this.folded();
    const run = lastAtMost(foldedStarts, folded);
    return this.start + (sourceStarts[run] ?? 0) + folded - (foldedStarts[run] ?? 0);
  }
}

/** The index of the last of the rising `starts` that is at most `offset`, or 0. */
function lastAtMost(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = Math.max(0, starts.length - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
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
  return {
    text,
    source: (partStart, partEnd) => folded.source(from + partStart, from + partEnd),
    at: source => Math.min(text.length, Math.max(0, folded.at(source) - from)),
  };
}

/** Where the source is not simply taken over: white space other than one plain space, a mark, a comment. */
const SPECIAL = /\s{2,}|[^\S ]|\*|<!--/g;

function foldRuns(source: string): Runs {
  const marks = emphasisMarks(source);
  const runs = new RunBuilder(source);
  let at = 0;
  let unclosed = false;
  SPECIAL.lastIndex = 0;
  for (let special = SPECIAL.exec(source); special; special = SPECIAL.exec(source)) {
    const where = special.index;
    const found = special[0];
    if (found === '*') {
      if (!marks?.has(where)) continue;
      runs.take(at, where);
      at = where + 1;
    } else if (found === '<!--') {
      runs.take(at, where);
      const close: number = unclosed ? -1 : source.indexOf('-->', where + 4);
      unclosed = close < 0;
      at = unclosed ? lineEnd(source, where) : close + 3;
      SPECIAL.lastIndex = at;
    } else {
      runs.take(at, where);
      at = where + found.length;
      if (!/[\n\r\f]/.test(found) || !runs.endsInHyphen()) runs.space(where);
    }
  }
  runs.take(at, source.length);
  return runs.finish();
}

/** Puts the folded text together: spaces only between words, and never two in a row. */
class RunBuilder {
  private readonly pieces: string[] = [];
  private readonly foldedStarts: number[] = [];
  private readonly sourceStarts: number[] = [];
  private length = 0;
  /** Where the white space stands that the next run is parted by, or -1. */
  private pendingSpace = -1;
  /** The last two characters. */
  private tail = '';

  constructor(private readonly source: string) {}

  /** Takes a run over; white space in it is single spaces. */
  take(from: number, to: number): void {
    const first = this.source.charCodeAt(from) === 32 ? from + 1 : from;
    const last = this.source.charCodeAt(to - 1) === 32 ? to - 1 : to;
    if (from < to && first > from) this.space(from);
    if (first >= last) return;
    if (this.pendingSpace >= 0) this.add(this.pendingSpace, ' ');
    this.pendingSpace = -1;
    this.add(first, this.source.slice(first, last));
    if (last < to) this.space(last);
  }

  /** White space stands at `at`. */
  space(at: number): void {
    if (this.pendingSpace < 0 && this.length > 0) this.pendingSpace = at;
  }

  /** The last character is a hyphen within a word. */
  endsInHyphen(): boolean {
    return this.pendingSpace < 0 && this.tail[1] === '-' && isWordCharacter(this.tail.charCodeAt(0));
  }

  finish(): Runs {
    return { text: this.pieces.join(''), foldedStarts: this.foldedStarts, sourceStarts: this.sourceStarts };
  }

  private add(at: number, piece: string): void {
    this.foldedStarts.push(this.length);
    this.sourceStarts.push(at);
    this.pieces.push(piece);
    this.length += piece.length;
    this.tail = (this.tail + piece.slice(-2)).slice(-2);
  }
}

/** Where the line that holds `at` ends, its terminator excluded. */
function lineEnd(source: string, at: number): number {
  let i = at;
  while (i < source.length && !isLineEnd(source.charCodeAt(i))) i++;
  return i;
}

/** Offsets of the asterisks that are emphasis marks. */
function emphasisMarks(source: string): Set<number> | null {
  if (!source.includes('*')) return null;
  const marks = new Set<number>();
  for (const { start, end, width } of emphasisIn(source)) {
    for (let k = 0; k < width; k++) marks.add(start + k).add(end - 1 - k);
  }
  return marks;
}
