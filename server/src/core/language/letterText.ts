import type { CompiledProfile } from '../profile/compiled';
import { type SourceLine, splitLines } from '../text/lines';
import type { Span } from '../text/span';
import { type LetterLine, letterLine } from './letterLine';
import type { LineChange } from './parts';

/** The letter's source as lines, each kept by identity until an edit touches it. Immutable. */
export interface LetterText {
  readonly profile: CompiledProfile;
  readonly text: string;
  readonly lines: readonly LetterLine[];
  /** Offset of each line's first character. */
  readonly starts: readonly number[];
}

export function letterText(text: string, profile: CompiledProfile): LetterText {
  const lines = splitLines(text).map(line => letterLine(line, profile));
  return { profile, text, lines, starts: startsOf(lines, [], 0) };
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
  const last = lineAt(old, replaced.end);
  const from = old.starts[first] ?? 0;
  const lastLine = old.lines[last];
  const oldTo = (old.starts[last] ?? 0) + (lastLine?.length ?? 0);
  const to = oldTo + replacement.length - (replaced.end - replaced.start);
  const fresh = splitLines(text.slice(from, to));
  if (last < old.lines.length - 1) dropEmptyTail(fresh);
  const read = fresh.map((line, index) => {
    const kept = index === fresh.length - 1 ? lastLine : old.lines[first + index];
    return kept && kept.content === line.content && kept.terminator === line.terminator
      ? kept
      : letterLine(line, old.profile);
  });
  const lines = old.lines.slice(0, first).concat(read, old.lines.slice(last + 1));
  const source = { profile: old.profile, text, lines, starts: startsOf(lines, old.starts, first) };
  return { source, change: { first, removed: last - first + 1, added: read.length } };
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

/** What is split ends with a terminator, so the last piece is the empty start of a line that is kept. */
function dropEmptyTail(lines: SourceLine[]): void {
  const tail = lines.at(-1);
  if (tail && tail.content === '' && tail.terminator === '') lines.pop();
}

function startsOf(lines: readonly LetterLine[], known: readonly number[], keep: number): number[] {
  const starts = known.slice(0, keep);
  const before = keep > 0 ? lines[keep - 1] : undefined;
  let at = before ? (starts[keep - 1] ?? 0) + before.length : 0;
  for (let i = keep; i < lines.length; i++) {
    starts.push(at);
    at += lines[i]?.length ?? 0;
  }
  return starts;
}
