import type { CompiledProfile } from '../profile/compiled';
import type { Span } from '../text/span';
import type { LetterLine } from './letterLine';
import { editLetterText, type LetterText, letterText } from './letterText';
import { parseHeader } from './parseHeader';
import { parseItem } from './parseItem';
import { parseSection } from './parseSection';
import { findComments, findParts, type PartRange } from './parts';
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

/** Parsed parts by their first line, kept with the letter for the next edit to reuse. */
const memories = new WeakMap<Letter, Map<LetterLine, ParsedPart>>();

/** Parses any text: never fails, never loses a character. Linear in the text. */
export function parseLetter(text: string, profile: CompiledProfile): Letter {
  return assemble(letterText(text, profile), new Map());
}

/** The letter after `replaced` became `replacement`; `text` is the whole new text. */
export function editLetter(letter: Letter, replaced: Span, replacement: string, text: string): Letter {
  const source = editLetterText(letter.source, replaced, replacement, text);
  return assemble(source, memories.get(letter) ?? new Map());
}

function assemble(source: LetterText, memory: ReadonlyMap<LetterLine, ParsedPart>): Letter {
  const { lines, profile } = source;
  const comments = findComments(lines);
  const kept = new Map<LetterLine, ParsedPart>();
  const parts: Placed[] = [];
  for (const range of findParts(lines, comments.inside, profile)) {
    const first = lines[range.first];
    const known = first && memory.get(first);
    const parsed =
      known && isSame(known, range, lines, comments.inside) ? known : parsePart(range, source, comments.inside);
    if (first && range.last > range.first) kept.set(first, parsed);
    parts.push({ start: source.starts[range.first] ?? 0, part: parsed.part });
  }
  const letter: Letter = {
    source,
    profile,
    parts,
    header: parts[0] as Placed<HeaderPart>,
    sections: parts.filter(isSection),
    items: parts.filter(isItem),
    unclosedComments: comments.unclosed,
  };
  memories.set(letter, kept);
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
