import type { CompiledProfile } from '../profile/compiled';
import type { Span } from '../text/span';
import type { LetterLine } from './letterLine';
import { editLetterText, type LetterText, letterText } from './letterText';
import { parseHeader } from './parseHeader';
import { parseItem } from './parseItem';
import { parseSection } from './parseSection';
import { type Outline, outlineOf, type PartRange, partRanges } from './parts';
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

interface ParsedPart {
  readonly range: PartRange;
  readonly lines: readonly LetterLine[];
  readonly inside: Uint8Array | null;
  readonly part: Part;
}

/** What the next edit of a letter starts from. */
interface Memory {
  readonly outline: Outline;
  /** By their first line. */
  readonly parts: ReadonlyMap<LetterLine, ParsedPart>;
}

const memories = new WeakMap<Letter, Memory>();

/** Parses any text: never fails, never loses a character. Linear in the text. */
export function parseLetter(text: string, profile: CompiledProfile): Letter {
  const source = letterText(text, profile);
  return assemble(source, outlineOf(source.lines, profile), new Map());
}

/** The letter after `replaced` became `replacement`; `text` is the whole new text. */
export function editLetter(letter: Letter, replaced: Span, replacement: string, text: string): Letter {
  const { source, change } = editLetterText(letter.source, replaced, replacement, text);
  const memory = memories.get(letter) as Memory;
  const outline = outlineOf(source.lines, source.profile, { outline: memory.outline, change });
  return assemble(source, outline, memory.parts);
}

function assemble(source: LetterText, outline: Outline, memory: Memory['parts']): Letter {
  const { lines, profile } = source;
  const { inside, unclosed } = outline.comments;
  const kept = new Map<LetterLine, ParsedPart>();
  const parts: Placed[] = [];
  const sections: Placed<SectionPart>[] = [];
  const items: Placed<ItemPart>[] = [];
  for (const range of partRanges(outline, lines.length)) {
    const first = lines[range.first];
    const known = first && memory.get(first);
    const parsed = known && isSame(known, range, lines, inside) ? known : parsePart(range, source, inside);
    if (first && range.last > range.first) kept.set(first, parsed);
    const placed = { start: source.starts[range.first] ?? source.text.length, part: parsed.part };
    parts.push(placed);
    if (isSection(placed)) sections.push(placed);
    else if (isItem(placed)) items.push(placed);
  }
  const header = parts[0] as Placed<HeaderPart>;
  const letter: Letter = { source, profile, parts, header, sections, items, unclosedComments: unclosed };
  memories.set(letter, { outline, parts: kept });
  return letter;
}

function isSection(placed: Placed): placed is Placed<SectionPart> {
  return placed.part.kind === 'section';
}

function isItem(placed: Placed): placed is Placed<ItemPart> {
  return placed.part.kind === 'item';
}

function isSame(known: ParsedPart, range: PartRange, lines: readonly LetterLine[], inside: Uint8Array | null): boolean {
  const { kind, titleLines, doubleSpaced } = known.range;
  if (kind !== range.kind || titleLines !== range.titleLines || doubleSpaced !== range.doubleSpaced) return false;
  if (known.lines.length !== range.last - range.first) return false;
  for (let i = 0; i < known.lines.length; i++) {
    if (known.lines[i] !== lines[range.first + i]) return false;
    if ((known.inside?.[i] ?? 0) !== (inside?.[range.first + i] ?? 0)) return false;
  }
  return true;
}

function parsePart(range: PartRange, source: LetterText, insideAll: Uint8Array | null): ParsedPart {
  const lines = source.lines.slice(range.first, range.last);
  const inside = insideAll?.slice(range.first, range.last) ?? null;
  const isInside = (index: number) => inside?.[index] === 1;
  let part: Part;
  if (range.kind === 'header') part = parseHeader(lines, isInside, range.doubleSpaced, source.profile);
  else if (range.kind === 'section') part = parseSection(lines, isInside, range.doubleSpaced);
  else part = parseItem(lines, range.titleLines, isInside, range.doubleSpaced, source.profile);
  return { range, lines, inside, part };
}
