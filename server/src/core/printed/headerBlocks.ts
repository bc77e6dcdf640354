import type { HeaderField, HeaderPart } from '../language/tree';
import type { Span } from '../text/span';
import { printedLabel } from './label';
import { type LineReading, textBlocks } from './paragraphs';
import type { PrintedBlock, PrintedRow } from './printed';
import { Stretch } from './stretch';

/** The fields of the header as one table. Text that belongs to none stands before it or, in one piece each, behind it. */
export function headerBlocks(part: HeaderPart, end: number, reading: LineReading): PrintedBlock[] {
  const { text, fields } = part;
  const first = fields[0];
  const last = fields.at(-1);
  const rows = fields.map((field): PrintedRow => {
    const value = new Stretch(text, field.value.start, Math.min(field.value.end, end), field.text).runs();
    return { label: printedLabel(field, text), value, span: field.span };
  });
  const loose = looseSpans(part, end);
  const isBefore = (span: Span) => !first || span.start < first.label.start;
  const blocksOf = (span: Span) => textBlocks(new Stretch(text, span.start, span.end), reading);
  const before = loose.filter(isBefore).flatMap(blocksOf);
  const behind = loose.filter(span => !isBefore(span)).flatMap(blocksOf);
  if (!first || !last) return before;
  const span = { start: first.label.start, end: fields.reduce((most, field) => Math.max(most, field.span.end), 0) };
  return [...before, { kind: 'header', span, rows }, ...behind];
}

/** What stands between labels and values and holds more than marks. */
function looseSpans({ text, fields }: HeaderPart, end: number): Span[] {
  const owned = fields.flatMap(field => ownedBy(field, text)).sort((a, b) => a.start - b.start);
  const spans: Span[] = [];
  let at = 0;
  for (const { start, end: to } of [...owned, { start: end, end }]) {
    if (start > at && /[^\s*_]/.test(text.slice(at, start)))
      spans.push({ start: at, end: withoutMarks(text, at, start) });
    at = Math.max(at, to);
  }
  return spans;
}

/** Emphasis marks that stand around the label behind go with it. */
function withoutMarks(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && isEmphasis(text.charAt(to - 1))) to--;
  return to < end && (to === start || /\s/.test(text.charAt(to - 1))) ? to : end;
}

function ownedBy({ label, labelRest, value, span }: HeaderField, text: string): Span[] {
  const last = labelRest ?? label;
  const colon = colonEnd(text, last.end);
  if (value.start >= last.end)
    return [label, ...(labelRest ? [labelRest] : []), { start: last.end, end: Math.max(colon, span.end) }];
  return [label, last, { start: last.end, end: colon }, value];
}

/** Behind the colon of a label, and the emphasis marks that close there. */
function colonEnd(text: string, from: number): number {
  let at = text.indexOf(':', from) + 1;
  while (isEmphasis(text.charAt(at))) at++;
  return at;
}

function isEmphasis(character: string): boolean {
  return character === '*' || character === '_';
}
