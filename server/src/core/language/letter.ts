import type { CompiledProfile } from '../profile/compiled';
import type { Span } from '../text/span';
import type { LetterLine } from './letterLine';
import { editLetterText, type LetterText, letterText } from './letterText';
import { type Cut, editOutline, type Outline, outlineOf } from './outline';
import { parseHeader } from './parseHeader';
import { parseItem } from './parseItem';
import { parseSection } from './parseSection';
import type { HeaderPart, ItemPart, Part, Placed, SectionPart } from './tree';

/** A letter, parsed. Immutable; an edit makes a new one that shares, by identity, every part it did not touch. */
export interface Letter {
  readonly source: LetterText;
  readonly profile: CompiledProfile;
  /** Header, sections and items in order; their texts, concatenated, are the letter. */
  readonly parts: readonly Placed[];
  readonly header: Placed<HeaderPart>;
  readonly sections: readonly Placed<SectionPart>[];
  readonly items: readonly Placed<ItemPart>[];
  /** Lines whose comment never closes. */
  readonly unclosedComments: readonly number[];
}

/** What the next edit of a letter starts from. Its cuts are those of the letter's parts. */
const outlines = new WeakMap<Letter, Outline>();

/** Parses any text: never fails, never loses a character. Linear in the text. */
export function parseLetter(text: string, profile: CompiledProfile): Letter {
  const source = letterText(text, profile);
  return assemble(source, outlineOf(source), null);
}

/** The letter after `replaced` became `replacement`; `text` is the whole new text. */
export function editLetter(letter: Letter, replaced: Span, replacement: string, text: string): Letter {
  const { source, change } = editLetterText(letter.source, replaced, replacement, text);
  const outline = editOutline(outlines.get(letter) as Outline, letter.source, source, change);
  return assemble(source, outline, letter);
}

function assemble(source: LetterText, outline: Outline, old: Letter | null): Letter {
  const parts = old ? editParts(source, outline, old) : outline.cuts.map((_, i) => parsePart(i, source, outline));
  const letter: Letter = {
    source,
    profile: source.profile,
    parts,
    header: parts[0] as Placed<HeaderPart>,
    sections: parts.filter(isSection),
    items: parts.filter(isItem),
    unclosedComments: outline.unclosed,
  };
  outlines.set(letter, outline);
  return letter;
}

function isSection(placed: Placed): placed is Placed<SectionPart> {
  return placed.part.kind === 'section';
}

function isItem(placed: Placed): placed is Placed<ItemPart> {
  return placed.part.kind === 'item';
}

/** The parts between the cuts that were kept are theirs still; only those between them are read again. */
function editParts(source: LetterText, outline: Outline, old: Letter): Placed[] {
  const { cuts, keptCuts } = outline;
  const before = outlines.get(old) as Outline;
  // The last of the parts at the start may run on differently.
  const head = Math.max(0, keptCuts.head - 1);
  const tail = cuts.length - keptCuts.tail;
  const beforeTail = before.cuts.length - keptCuts.tail;
  const known = new Map<LetterLine, number>();
  for (let i = head; i < beforeTail; i++) {
    const line = before.lines[before.cuts[i]?.first ?? -1];
    if (line && lineCount(before, i) > 0) known.set(line, i);
  }
  const parts = old.parts.slice(0, head);
  for (let i = head; i < tail; i++) {
    const index = known.get(outline.lines[cuts[i]?.first ?? -1] as LetterLine);
    const isSame = index !== undefined && isSamePart(before, index, outline, i);
    const placed = isSame ? movedPart(old.parts[index] as Placed, i, source, outline) : parsePart(i, source, outline);
    if (!isSame && tail === beforeTail) replaced(old.parts[i] as Placed, placed);
    parts.push(placed);
  }
  for (let i = tail; i < cuts.length; i++) {
    parts.push(movedPart(old.parts[beforeTail + i - tail] as Placed, i, source, outline));
  }
  return parts;
}

/** Whether the letter comes with an empty line behind every line: a single one parts no paragraphs. */
export function isDoubleSpaced(letter: Letter): boolean {
  return outlines.get(letter)?.doubleSpaced === true;
}

/** What stood in a part's place before the last edit. */
const partsBefore = new WeakMap<Part, Part>();

function replaced({ part: before }: Placed, { part }: Placed): void {
  if (before.kind !== part.kind) return;
  // One step back is enough, and keeps no more than that alive.
  partsBefore.delete(before);
  partsBefore.set(part, before);
}

/** The part that an edit turned into this one, where no part came or went. */
export function partBefore(part: Part): Part | null {
  return partsBefore.get(part) ?? null;
}

function isSamePart(before: Outline, index: number, outline: Outline, i: number): boolean {
  const was = before.cuts[index] as Cut;
  const cut = outline.cuts[i] as Cut;
  const count = lineCount(outline, i);
  if (was.kind !== cut.kind || was.titleLines !== cut.titleLines || before.doubleSpaced !== outline.doubleSpaced) {
    return false;
  }
  if (lineCount(before, index) !== count) return false;
  for (let k = 0; k < count; k++) if (before.lines[was.first + k] !== outline.lines[cut.first + k]) return false;
  return true;
}

function lineCount({ cuts, lines }: Outline, index: number): number {
  return (cuts[index + 1]?.first ?? lines.length) - (cuts[index] as Cut).first;
}

function startOf(index: number, source: LetterText, outline: Outline): number {
  return source.starts[(outline.cuts[index] as Cut).first] ?? source.text.length;
}

function movedPart(placed: Placed, index: number, source: LetterText, outline: Outline): Placed {
  const start = startOf(index, source, outline);
  return start === placed.start ? placed : { start, part: placed.part };
}

function parsePart(index: number, source: LetterText, outline: Outline): Placed {
  const { kind, first, titleLines } = outline.cuts[index] as Cut;
  const lines = outline.lines.slice(first, first + lineCount(outline, index));
  return { start: startOf(index, source, outline), part: readPart(kind, lines, titleLines, outline, source.profile) };
}

function readPart(
  kind: Cut['kind'],
  lines: readonly LetterLine[],
  titleLines: number,
  { doubleSpaced }: Outline,
  profile: CompiledProfile,
): Part {
  if (kind === 'header') return parseHeader(lines, doubleSpaced, profile);
  if (kind === 'section') return parseSection(lines, doubleSpaced);
  return parseItem(lines, titleLines, doubleSpaced, profile);
}
