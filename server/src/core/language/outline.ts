import type { CompiledProfile } from '../profile/compiled';
import { ItemFinder } from './itemFinder';
import { readComments } from './letterComments';
import type { LetterLine } from './letterLine';
import type { LetterText, LineChange } from './letterText';
import { editTally, isDoubleSpaced, type Tally, tallyLines } from './tally';

/** A place where a part begins, with what is needed to go on from there after an edit further down. */
export interface Cut {
  readonly kind: 'header' | 'section' | 'item';
  readonly first: number;
  /** Of an item: how many lines its title has. */
  readonly titleLines: number;
  /** The last line that had to be looked at to make this cut. */
  readonly seenTo: number;
  /** The line from which to read on. */
  readonly next: number;
}

/** How the lines of a letter fall into parts. */
export interface Outline {
  /** As they read where comments span lines; the lines of the text itself where none does. */
  readonly lines: readonly LetterLine[];
  readonly unclosed: readonly number[];
  readonly tally: Tally;
  /** A single blank line is no paragraph break here. */
  readonly doubleSpaced: boolean;
  /** Where the parts begin; the header is always there, if only as an empty one. */
  readonly cuts: readonly Cut[];
  /** How many cuts at the start, and how many at the end, are those of the letter before the edit. */
  readonly keptCuts: { readonly head: number; readonly tail: number };
}

/** Cuts the lines into the parts of the letter. */
export function outlineOf({ lines: source, opening, profile }: LetterText): Outline {
  const { lines, unclosed } = opening > 0 ? readComments(source, profile) : { lines: source, unclosed: [] };
  const tally = tallyLines(lines);
  return cutLines({ lines, unclosed, tally, doubleSpaced: isDoubleSpaced(tally) }, profile, null);
}

/** The same after an edit: only the parts around it are looked for again. */
export function editOutline(old: Outline, before: LetterText, after: LetterText, change: LineChange): Outline {
  const { profile } = after;
  const { lines, unclosed } =
    after.opening > 0 ? readComments(after.lines, profile) : { lines: after.lines, unclosed: [] };
  const isAsWritten = old.lines === before.lines && lines === after.lines;
  const read = isAsWritten ? change : changeBetween(old.lines, lines);
  const tally = editTally(old.tally, old.lines, lines, read);
  const doubleSpaced = isDoubleSpaced(tally);
  const isSame = doubleSpaced === old.doubleSpaced && tally.issues > 0 === old.tally.issues > 0;
  return cutLines({ lines, unclosed, tally, doubleSpaced }, profile, isSame ? { cuts: old.cuts, change: read } : null);
}

/** Comments may change how lines read that were not edited. */
function changeBetween(before: readonly LetterLine[], after: readonly LetterLine[]): LineChange {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) first++;
  let same = 0;
  while (same < shorter - first && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { first, removed: before.length - same - first, added: after.length - same - first };
}

function cutLines(
  read: Pick<Outline, 'lines' | 'unclosed' | 'tally' | 'doubleSpaced'>,
  profile: CompiledProfile,
  old: { readonly cuts: readonly Cut[]; readonly change: LineChange } | null,
): Outline {
  const { lines } = read;
  const hasIssues = read.tally.issues > 0;
  const finder = new ItemFinder(lines, profile, read.doubleSpaced);
  const known = old?.cuts ?? [];
  const change = old?.change ?? { first: 0, removed: 0, added: lines.length };
  const head = known.findLastIndex(cut => cut.seenTo < change.first) + 1;
  const cuts: Cut[] = known.slice(0, head);
  if (head === 0) cuts.push({ kind: 'header', first: 0, titleLines: 0, seenTo: -1, next: 0 });
  const last = cuts.at(-1) as Cut;
  let itemsAllowed = last.kind === 'item' || allowsItems(last.kind === 'section' ? lines[last.first] : null, hasIssues);
  if (last.kind === 'item') finder.enterItem(last.first + last.titleLines);
  else finder.enterSection(last.next);
  const moved = change.added - change.removed;
  const changeEnd = change.first + change.added;
  let candidate = head;
  for (let i = last.next; i < lines.length; i++) {
    const line = lines[i] as LetterLine;
    const item = itemsAllowed && !line.heading ? finder.read(i) : null;
    if (!line.heading && !item) continue;
    const cut: Cut = item
      ? { kind: 'item', first: item.first, titleLines: item.lines, seenTo: item.seenTo, next: item.next }
      : { kind: 'section', first: i, titleLines: 0, seenTo: i, next: i + 1 };
    if (cut.first >= changeEnd) {
      while ((known[candidate]?.first ?? Number.POSITIVE_INFINITY) + moved < cut.first) candidate++;
      if (isSameCut(known[candidate], cut, moved)) {
        for (let k = candidate; k < known.length; k++) cuts.push(movedCut(known[k] as Cut, moved));
        return { ...read, cuts, keptCuts: { head, tail: known.length - candidate } };
      }
    }
    cuts.push(cut);
    if (line.heading) {
      itemsAllowed = allowsItems(line, hasIssues);
      finder.enterSection(i + 1);
    }
  }
  return { ...read, cuts, keptCuts: { head, tail: 0 } };
}

/** Items stand in the issues section; where a letter has none, anywhere but in the section on how it was made. */
function allowsItems(line: LetterLine | null | undefined, hasIssues: boolean): boolean {
  const kind = line?.heading?.match?.definition.kind;
  return hasIssues ? kind === 'issues' : kind !== 'how-made';
}

/** Also made at the same line: which labels an item has by then decides where the next one begins. */
function isSameCut(known: Cut | undefined, cut: Cut, moved: number): boolean {
  return (
    known?.first === cut.first - moved &&
    known.kind === cut.kind &&
    known.titleLines === cut.titleLines &&
    known.next === cut.next - moved
  );
}

function movedCut(cut: Cut, by: number): Cut {
  if (by === 0) return cut;
  const { kind, first, titleLines, seenTo, next } = cut;
  return { kind, first: first + by, titleLines, seenTo: seenTo + by, next: next + by };
}
