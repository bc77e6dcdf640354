import type { Letter } from '../letter';
import type { Field, ItemPart, Part, SectionPart } from '../tree';
import { addHeader } from './headerPieces';
import { labelWords } from './labelWords';
import type { LetterLines } from './letterLines';
import type { Paragraphs } from './paragraphs';
import { copied, joinedPieces, type Piece, written } from './pieces';
import { tokensIn } from './tokens';

/** Adds the parts of the letter, those of `asWritten` as they are. */
export function addParts(
  { parts }: Letter,
  lines: LetterLines,
  paragraphs: Paragraphs,
  asWritten: ReadonlySet<number>,
) {
  for (const [index, { part, start }] of parts.entries()) {
    if (asWritten.has(index)) addAsWritten(part, start, paragraphs);
    else if (part.kind === 'header') addHeader(part, start, lines, paragraphs);
    else if (part.kind === 'section') addSection(part, start, lines, paragraphs);
    else addItem(part, start, lines, paragraphs);
  }
}

function addAsWritten({ text }: Part, start: number, paragraphs: Paragraphs): void {
  const from = text.length - text.trimStart().length;
  const to = text.trimEnd().length;
  if (to > from) paragraphs.open(start + from, [copied('block', { start: start + from, end: start + to })]);
}

function addSection(part: SectionPart, start: number, lines: LetterLines, paragraphs: Paragraphs): void {
  const { heading } = part;
  const from = start + heading.span.start;
  const to = start + heading.span.end;
  const hashes = mark(lines.text, start, from, '#');
  paragraphs.open(startOf(hashes, from), [...hashes, ...headingWords(part, from, to, lines.text)]);
  let at = to;
  for (const field of part.fields) {
    const label = labelPiece(field, start, lines.text);
    const end = lines.outside(start + field.span.end);
    paragraphs.text(at, label.start);
    const value = joinedPieces(lines.text, start + field.value.start, end);
    paragraphs.field(label.start, [label, ...value]);
    at = end;
  }
  paragraphs.text(at, start + part.text.length);
}

/** The profile's words for a heading that is meant to be it; other headings, also misspelt ones and those with comments, as they are. */
function headingWords({ heading }: SectionPart, from: number, to: number, text: string): Piece[] {
  const { match } = heading;
  const isOurs = match && match.spelling === 'exact' && !text.slice(from, to).includes('<!--');
  return isOurs ? [written('space', match.definition.heading, from, to)] : joinedPieces(text, from, to);
}

function addItem(part: ItemPart, start: number, lines: LetterLines, paragraphs: Paragraphs): void {
  const { title, marked } = part;
  const from = start + title.span.start;
  const to = lines.outside(start + title.span.end);
  if (marked || to > from) {
    const hashes = mark(lines.text, start, from, '##');
    paragraphs.open(startOf(hashes, from), [...hashes, ...joinedPieces(lines.text, from, to)]);
  }
  let at = to;
  for (const field of part.fields) {
    const label = labelPiece(field, start, lines.text);
    paragraphs.text(at, label.start);
    const hasValue = field.value.end > field.value.start;
    at = hasValue ? start + field.value.start : start + field.span.end;
    const isBelow = /[\n\r\f]/.test(lines.text.slice(label.end, at));
    paragraphs.label(label.start, label, hasValue && !isBelow);
  }
  paragraphs.text(at, start + part.text.length);
}

/** The mark of a heading or title, and the comments that stand before its words. */
function mark(text: string, start: number, end: number, hashes: string): Piece[] {
  const before = tokensIn(text, start, end);
  const known = before.find(token => text.charAt(token.start) === '#');
  const comments = before.filter(token => token !== known).map(token => copied('space', token));
  return [written('block', hashes, known?.start, known?.end), ...comments];
}

/** Where the first of these stands in the letter. */
function startOf(hashes: readonly Piece[], words: number): number {
  return hashes.find(piece => piece.start >= 0)?.start ?? words;
}

/** A label as the profile writes it, with its colon and without emphasis marks. */
function labelPiece(field: Field<unknown>, start: number, text: string): Piece {
  let from = start + field.label.start;
  while (isEmphasis(text.charAt(from - 1))) from--;
  const hasValue = field.value.end > field.value.start;
  let to = start + (hasValue ? field.value.start : field.span.end);
  while (/\s/.test(text.charAt(to - 1))) to--;
  return written('block', `${labelWords(field, start, text)}:`, from, to);
}

function isEmphasis(character: string): boolean {
  return character === '*' || character === '_';
}
