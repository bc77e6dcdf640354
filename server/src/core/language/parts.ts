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

/** A place where a part begins, with what is needed to go on from there after an edit further down. */
export interface Cut {
  readonly kind: PartRange['kind'];
  readonly first: number;
  readonly titleLines: number;
  /** The last line that had to be looked at to make this cut. */
  readonly seenTo: number;
  /** The line from which to read on. */
  readonly next: number;
}

/** How the lines of a letter fall into parts. */
export interface Outline {
  readonly cuts: readonly Cut[];
  readonly comments: Comments;
  readonly doubleSpaced: boolean;
  readonly hasIssues: boolean;
}

/** The lines `[first, first + removed)` of the old letter became `[first, first + added)` of the new one. */
export interface LineChange {
  readonly first: number;
  readonly removed: number;
  readonly added: number;
}

/** Cuts the lines into the parts of the letter. After a change, only the parts around it are looked for again. */
export function outlineOf(
  lines: readonly LetterLine[],
  profile: CompiledProfile,
  old?: { readonly outline: Outline; readonly change: LineChange },
): Outline {
  const comments = findComments(lines);
  const doubleSpaced = isDoubleSpaced(lines);
  const { inside } = comments;
  const hasIssues = lines.some((line, i) => line.heading?.match?.definition.kind === 'issues' && !inside?.[i]);
  const finder = new ItemFinder(lines, inside, profile, doubleSpaced);
  const same =
    old &&
    !inside &&
    !old.outline.comments.inside &&
    old.outline.doubleSpaced === doubleSpaced &&
    old.outline.hasIssues === hasIssues;
  const cuts = findCuts(lines, inside, finder, hasIssues, same ? old : undefined);
  return { cuts, comments, doubleSpaced, hasIssues };
}

function findCuts(
  lines: readonly LetterLine[],
  inside: Uint8Array | null,
  finder: ItemFinder,
  hasIssues: boolean,
  old: { readonly outline: Outline; readonly change: LineChange } | undefined,
): Cut[] {
  const known = old?.outline.cuts ?? [];
  const change = old?.change ?? { first: 0, removed: 0, added: lines.length };
  const kept = known.findLastIndex(cut => cut.seenTo < change.first);
  const cuts: Cut[] =
    kept < 0 ? [{ kind: 'header', first: 0, titleLines: 0, seenTo: -1, next: 0 }] : known.slice(0, kept + 1);
  let itemsAllowed = !hasIssues;
  const last = cuts.at(-1) as Cut;
  if (last.kind === 'item') {
    itemsAllowed = true;
    finder.begin({ first: last.first, lines: last.titleLines, seenTo: last.seenTo, next: last.next });
  } else if (last.kind === 'section') {
    itemsAllowed = allowsItems(lines[last.first], hasIssues);
    finder.enter(last.next);
  }
  const moved = change.added - change.removed;
  const changeEnd = change.first + change.added;
  let candidate = Math.max(kept, 0) + 1;
  for (let i = last.next; i < lines.length; i++) {
    if (inside?.[i]) continue;
    const line = lines[i] as LetterLine;
    const item = itemsAllowed && !line.heading ? finder.read(i) : null;
    if (!line.heading && !item) continue;
    const cut: Cut = item
      ? { kind: 'item', first: item.first, titleLines: item.lines, seenTo: item.seenTo, next: item.next }
      : { kind: 'section', first: i, titleLines: 0, seenTo: i, next: i + 1 };
    if (cut.first >= changeEnd) {
      while ((known[candidate]?.first ?? Number.POSITIVE_INFINITY) + moved < cut.first) candidate++;
      const before = known[candidate];
      if (
        before &&
        before.first + moved === cut.first &&
        before.kind === cut.kind &&
        before.titleLines === cut.titleLines
      ) {
        for (const rest of known.slice(candidate)) cuts.push(moved === 0 ? rest : movedCut(rest, moved));
        return cuts;
      }
    }
    cuts.push(cut);
    if (line.heading) {
      itemsAllowed = allowsItems(line, hasIssues);
      finder.enter(i + 1);
    }
  }
  return cuts;
}

/** Items stand in the issues section; where a letter has none, anywhere but in the section on how it was made. */
function allowsItems(line: LetterLine | undefined, hasIssues: boolean): boolean {
  const kind = line?.heading?.match?.definition.kind;
  return hasIssues ? kind === 'issues' : kind !== 'how-made';
}

function movedCut(cut: Cut, by: number): Cut {
  return { ...cut, first: cut.first + by, seenTo: cut.seenTo + by, next: cut.next + by };
}

/** The parts between the cuts: in order and without a gap. The header is always there, if only as an empty one. */
export function partRanges(outline: Outline, lineCount: number): PartRange[] {
  const { cuts, doubleSpaced } = outline;
  const ranges: PartRange[] = [];
  for (let i = 0; i < cuts.length; i++) {
    const { kind, first, titleLines } = cuts[i] as Cut;
    ranges.push({ kind, first, last: cuts[i + 1]?.first ?? lineCount, titleLines, doubleSpaced });
  }
  return ranges;
}
