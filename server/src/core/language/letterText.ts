import type { CompiledProfile } from '../profile/compiled';
import { type SourceLine, splitLines } from '../text/lines';
import { ownCopy } from '../text/ownCopy';
import type { Span } from '../text/span';
import { type LetterLine, letterLine } from './letterLine';

/** The letter's source as lines, each kept by identity until an edit touches it. Immutable. */
export interface LetterText {
  readonly profile: CompiledProfile;
  readonly text: string;
  readonly lines: readonly LetterLine[];
  /** Offset of each line's first character. */
  readonly starts: Int32Array;
  /** How many lines open a comment that does not close on them. */
  readonly opening: number;
}

/** The lines `[first, first + removed)` of the old letter became `[first, first + added)` of the new one. */
export interface LineChange {
  readonly first: number;
  readonly removed: number;
  readonly added: number;
}

export function letterText(text: string, profile: CompiledProfile): LetterText {
  const lines = readLines(splitLines(text), profile);
  const change = { first: 0, removed: 0, added: lines.length };
  return { profile, text, lines, starts: startsOf(lines, new Int32Array(), change, 0), opening: countOpening(lines) };
}

/** Many lines of a long letter stand in it more than once: each is read once, and is an object of its own all the same. */
function readLines(lines: readonly SourceLine[], profile: CompiledProfile): LetterLine[] {
  const read = new Map<string, LetterLine>();
  return lines.map(line => {
    const same = read.get(line.content);
    if (same?.terminator === line.terminator) return { ...same };
    const fresh = letterLine(line, profile);
    read.set(line.content, fresh);
    return fresh;
  });
}

/**
 * The text after `replaced` of the old text became `replacement`; `text` is the whole new text. Only the lines that the
 * edit touched are read again, and the one before it where a character at a line's start could join its terminator.
 */
export function editLetterText(
  old: LetterText,
  replaced: Span,
  replacement: string,
  text: string,
): { readonly source: LetterText; readonly change: LineChange } {
  let first = lineAt(old, replaced.start);
  if (first > 0 && replaced.start === old.starts[first]) first--;
  let last = lineAt(old, replaced.end);
  const grown = replacement.length - (replaced.end - replaced.start);
  const split = () => splitLines(ownCopy(text.slice(old.starts[first], endOf(old, last) + grown)));
  let fresh = split();
  // What is left of a page break's blanks no longer ends its line.
  if (fresh.at(-1)?.content !== '' && last < old.lines.length - 1) {
    last++;
    fresh = split();
  }
  // What is split ends with a terminator, so the last piece is the empty start of a line that is kept.
  if (last < old.lines.length - 1) fresh.pop();
  const gone = old.lines.slice(first, last + 1);
  const read = fresh.map((line, index) => {
    // The first and the last line of what was replaced may still be there as they were.
    const kept = index === 0 ? gone[0] : index === fresh.length - 1 && gone.length > 1 ? gone.at(-1) : undefined;
    return kept && kept.content === line.content && kept.terminator === line.terminator
      ? kept
      : letterLine(line, old.profile);
  });
  const change = { first, removed: gone.length, added: read.length };
  const lines = replaceLines(old.lines, change, read);
  const starts = startsOf(lines, old.starts, change, grown);
  const opening = old.opening - countOpening(gone) + countOpening(read);
  return { source: { profile: old.profile, text, lines, starts, opening }, change };
}

/** The index of the line that holds `offset`; an offset behind the text belongs to the last line. */
export function lineAt(text: Pick<LetterText, 'starts'>, offset: number): number {
  let low = 0;
  let high = text.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((text.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function replaceLines(lines: readonly LetterLine[], change: LineChange, by: readonly LetterLine[]): LetterLine[] {
  const { first, removed } = change;
  if (removed !== by.length) return lines.slice(0, first).concat(by, lines.slice(first + removed));
  const copy = lines.slice();
  for (const [index, line] of by.entries()) copy[first + index] = line;
  return copy;
}

function endOf({ starts, lines }: LetterText, line: number): number {
  return (starts[line] ?? 0) + (lines[line]?.length ?? 0);
}

function countOpening(lines: readonly LetterLine[]): number {
  let count = 0;
  for (const line of lines) if (line.opensComment) count++;
  return count;
}

/** The lines behind the change start `grown` characters further on than before. */
function startsOf(lines: readonly LetterLine[], known: Int32Array, change: LineChange, grown: number): Int32Array {
  const { first, removed, added } = change;
  const starts = new Int32Array(lines.length);
  starts.set(known.subarray(0, first + 1));
  let at = starts[first] ?? 0;
  for (let i = first; i < first + added; i++) {
    starts[i] = at;
    at += lines[i]?.length ?? 0;
  }
  for (let i = first + added; i < lines.length; i++) starts[i] = (known[i + removed - added] ?? 0) + grown;
  return starts;
}
