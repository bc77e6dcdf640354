import type { HeaderField, HeaderPart } from '../tree';
import { labelWords } from './labelWords';
import type { LetterLines } from './letterLines';
import type { Paragraphs } from './paragraphs';
import { joinedPieces, written } from './pieces';

/** A field of the header, and the stretches of the letter that are its own. */
interface FieldPlace {
  readonly field: HeaderField;
  readonly own: readonly { readonly start: number; readonly end: number }[];
}

/** Each field on a line of its own, in the order of their labels; what stands between them stays text. */
export function addHeader(part: HeaderPart, start: number, { text }: LetterLines, paragraphs: Paragraphs): void {
  const places = part.fields.map(field => placeOf(field, start, text));
  const owned = places.flatMap(({ own }) => own).sort((a, b) => a.start - b.start);
  const rest = new Map<number, number>();
  let at = start;
  for (const span of owned) {
    if (span.start > at) rest.set(at, span.start);
    at = Math.max(at, span.end);
  }
  const end = start + part.text.length;
  if (at < end) rest.set(at, end);
  const adds = [
    ...places.map(({ field }) => ({
      at: start + field.label.start,
      add: () => addField(field, start, text, paragraphs),
    })),
    ...[...rest].map(([from, to]) => ({ at: from, add: () => addRest(from, to, text, paragraphs) })),
  ];
  for (const { add } of adds.sort((a, b) => a.at - b.at)) add();
}

function placeOf(field: HeaderField, start: number, text: string): FieldPlace {
  const { label, labelRest, value, span } = field;
  const last = labelRest ?? label;
  const valueIsBehind = value.start >= last.end;
  const own = [
    { start: start + label.start, end: start + label.end },
    ...(labelRest ? [{ start: start + labelRest.start, end: start + labelRest.end }] : []),
    { start: start + last.end, end: valueIsBehind ? start + span.end : colonEnd(text, start + last.end) },
    ...(valueIsBehind ? [] : [{ start: start + value.start, end: start + value.end }]),
  ];
  return { field, own };
}

/** Behind the colon of a label, and the emphasis marks that close there. */
function colonEnd(text: string, from: number): number {
  let at = text.indexOf(':', from) + 1;
  while (isEmphasis(text.charAt(at))) at++;
  return at;
}

function addField(field: HeaderField, start: number, text: string, paragraphs: Paragraphs): void {
  const { label, labelRest, value } = field;
  const words = field.labelRest ? field.printed : labelWords(field, start, text);
  const last = labelRest ?? label;
  const valueStart = value.start >= last.end ? colonEnd(text, start + last.end) : start + value.start;
  const isWhole = labelRest === null && text.charAt(start + label.end) === ':';
  const name = isWhole
    ? written('line', `${words}:`, start + label.start, start + label.end + 1)
    : written('line', `${words}:`);
  paragraphs.field(start + label.start, [name, ...joinedPieces(text, valueStart, start + value.end)]);
}

/** Emphasis marks around a label go with it. */
function addRest(from: number, to: number, text: string, paragraphs: Paragraphs): void {
  let end = to;
  while (end > from && isEmphasis(text.charAt(end - 1))) end--;
  const isOpening = end < to && /^\s?$/.test(text.charAt(end - 1));
  paragraphs.text(from, isOpening || end === from ? end : to);
}

function isEmphasis(character: string): boolean {
  return character === '*' || character === '_';
}
