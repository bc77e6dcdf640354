import type { CompiledProfile } from '../profile/compiled';
import { ItemFinder } from './itemFinder';
import type { LetterLine } from './letterLine';

/** Which lines make a part, and what decides how it is read. */
export interface PartRange {
  readonly kind: 'header' | 'section' | 'item';
  readonly first: number;
  /** Exclusive. */
  readonly last: number;
  /** Of an item: how many lines its title has. */
  readonly titleLines: number;
  /** A single blank line is no paragraph break here. */
  readonly doubleSpaced: boolean;
}

export interface Comments {
  /** Lines that stand, wholly or at their start, in a comment opened on an earlier line. */
  readonly inside: Uint8Array | null;
  /** Lines whose comment never closes. */
  readonly unclosed: readonly number[];
}

/** One pass over the lines: where comments that span lines begin and end. An unclosed one ends with its line. */
export function findComments(lines: readonly LetterLine[]): Comments {
  let inside: Uint8Array | null = null;
  const unclosed: number[] = [];
  let lastEnd = -2;
  for (let i = 0; i < lines.length; i++) {
    if (!lines[i]?.opensComment) continue;
    if (lastEnd === -2) lastEnd = lines.findLastIndex(line => line.commentEnd >= 0);
    if (lastEnd <= i) {
      unclosed.push(i);
      continue;
    }
    inside ??= new Uint8Array(lines.length);
    let k = i + 1;
    for (; k < lines.length; k++) {
      inside[k] = 1;
      if ((lines[k]?.commentEnd ?? -1) >= 0) break;
    }
    // The line that ends the comment is looked at again: it may open the next one.
    i = k - 1;
  }
  return { inside, unclosed };
}

/**
 * Whether the text comes with an empty line behind every line, as some PDF extractions do: many lines stop in the
 * middle of a sentence before a single empty line, and hardly any two lines stand together.
 */
export function isDoubleSpaced(lines: readonly LetterLine[]): boolean {
  let spaced = 0;
  let tight = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i] as LetterLine;
    if (!isProse(line)) continue;
    const next = lines[i + 1] as LetterLine;
    if (isProse(next)) tight++;
    else if (next.blank && !line.endsSentence && line.length >= 60 && isProse(lines[i + 2])) spaced++;
  }
  return spaced >= 3 && spaced > tight;
}

function isProse(line: LetterLine | undefined): boolean {
  return line !== undefined && !line.blank && !line.pageBreak && !line.heading && !line.itemLabel && line.itemMark < 0;
}

/** Cuts the lines into the parts of the letter: header, sections, items, in order and without a gap. */
export function findParts(
  lines: readonly LetterLine[],
  inside: Uint8Array | null,
  profile: CompiledProfile,
): PartRange[] {
  const doubleSpaced = isDoubleSpaced(lines);
  const cut: { kind: PartRange['kind']; first: number; titleLines: number }[] = [
    { kind: 'header', first: 0, titleLines: 0 },
  ];
  const hasIssues = lines.some((line, i) => !inside?.[i] && line.heading?.match?.definition.kind === 'issues');
  const finder = new ItemFinder(lines, inside, profile, doubleSpaced);
  let itemsAllowed = !hasIssues;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as LetterLine;
    if (inside?.[i]) continue;
    if (line.heading) {
      cut.push({ kind: 'section', first: i, titleLines: 0 });
      const kind = line.heading.match?.definition.kind;
      itemsAllowed = hasIssues ? kind === 'issues' : kind !== 'how-made';
      finder.enter(i + 1);
    } else if (itemsAllowed) {
      const item = finder.read(i);
      if (item) cut.push({ kind: 'item', first: item.first, titleLines: item.lines });
    }
  }
  return cut
    .map((part, index) => ({ ...part, last: cut[index + 1]?.first ?? lines.length, doubleSpaced }))
    .filter(part => part.last > part.first || part.kind === 'header');
}
