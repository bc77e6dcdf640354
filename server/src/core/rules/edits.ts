import type { Letter } from '../language/letter';
import type { ItemField, ItemPart } from '../language/tree';
import type { ItemFieldDefinition } from '../profile/schema';
import type { Folded } from '../text/folded';
import type { Span, TextEdit } from '../text/span';
import { isSpace } from '../text/words';

/*
 * Where fixes put their text, so that it stands in the letter as if its writer had put it there: in its place, parted
 * from what stands around it, with the letter's own line ends.
 */

/** The line end of the text's first line; LF where it has only one line. */
export function lineEndOf(text: string): string {
  const lf = text.indexOf('\n');
  const cr = text.indexOf('\r');
  if (cr < 0 || (lf >= 0 && lf < cr)) return '\n';
  return lf === cr + 1 ? '\r\n' : '\r';
}

export function insertion(at: number, text: string): TextEdit {
  return { span: { start: at, end: at }, text };
}

/** Where findings about the item as a whole stand: its title, or, if it has none, its first label or its mark. */
export function titleSpan(item: ItemPart): Span {
  if (item.title.span.end > item.title.span.start) return item.title.span;
  const first = item.marked ? null : item.fields[0];
  if (first) return first.label;
  const start = item.text.length - item.text.trimStart().length;
  return { start, end: start + (/^\S+/.exec(item.text.slice(start))?.[0].length ?? 0) };
}

/** Behind the last word of the text that was folded from `source`, and behind the emphasis marks that close there. */
export function endOfWords(folded: Folded, source: string): number {
  const { length } = folded.text;
  let { end } = folded.source(Math.max(0, length - 1), length);
  if (length > 0) while (source[end] === '*') end++;
  return end;
}

/** Adds a field that the item lacks, where the profile's order wants it, parted as the item's other fields are. */
export function insertField(
  item: ItemPart,
  missing: ItemFieldDefinition,
  value: string,
  order: readonly ItemFieldDefinition[],
  lineEnd: string,
): TextEdit {
  const text = `${missing.label}: ${value}`;
  const rank = (field: ItemField) => order.indexOf(field.definition);
  const before = item.fields.filter(field => rank(field) < order.indexOf(missing));
  const last = before.reduce<ItemField | null>((a, b) => (a && rank(a) > rank(b) ? a : b), null);
  const untitled = !item.marked && item.title.span.end === item.title.span.start;
  if (!last && untitled) return insertion(0, text + gapAt(item, 0, lineEnd));
  const at = last ? endOfField(last, item.text) : item.title.span.end;
  return insertion(at, gapAt(item, at, lineEnd) + text);
}

/** At the end of the line of the field's last word, comments that begin on it included, those below it not. */
function endOfField(field: ItemField, source: string): number {
  const { end } = field.span;
  if (field.text.text === '') return end;
  let at = endOfWords(field.text, source);
  let rest = lineAt(source, at, end);
  for (let open = rest.indexOf('<!--'); open >= 0; open = rest.indexOf('<!--')) {
    const close = source.indexOf('-->', at + open);
    if (close < 0 || close >= end) break;
    at = close + 3;
    rest = lineAt(source, at, end);
  }
  return at + rest.trimEnd().length;
}

/** What stands from `at` on on its line, `end` at the furthest. */
function lineAt(source: string, at: number, end: number): string {
  return /^[^\r\n\f]*/.exec(source.slice(at, end))?.[0] ?? '';
}

/** The white space that parts the item's fields, best where one will follow the new one; else a blank line. */
function gapAt(item: ItemPart, at: number, lineEnd: string): string {
  const ends = [item.title.span.end, ...item.fields.map(field => field.span.end)];
  const gaps = item.fields.map((field, index) => item.text.slice(ends[index], field.label.start));
  const next = item.fields.findIndex(field => field.label.start >= at);
  return [gaps[next], ...gaps.reverse()].find(gap => gap && isGap(gap)) ?? lineEnd + lineEnd;
}

function isGap(text: string): boolean {
  return text.length <= 40 && text.trim() === '' && /[\r\n]/.test(text) && !text.includes('\f');
}

/** Puts a block of lines between the letter's parts, before part `index` or, past the last, at the end. */
export function insertBefore(letter: Letter, index: number, block: string): TextEdit {
  const { text } = letter.source;
  const eol = lineEndOf(text);
  const next = letter.parts[index]?.start ?? text.length;
  const end = endOfText(text, next);
  if (end > 0) return insertion(end, eol + eol + block);
  return insertion(text.startsWith('\ufeff') ? Math.max(next, 1) : next, block + eol + eol);
}

/** Moves the parts from `first` up to `last`, exclusive, before part `index`, which is none of them. */
export function moveBefore(letter: Letter, first: number, last: number, index: number): TextEdit[] {
  const { text } = letter.source;
  const { start, end } = rangeOf(letter, first, last);
  return [removal(letter, first, last), insertBefore(letter, index, text.slice(start, endOfText(text, end)))];
}

/** Moves what stands below the heading of the section at `first` before part `index`, and takes the heading out. */
export function mergeBefore(letter: Letter, first: number, last: number, index: number): TextEdit[] {
  const { text } = letter.source;
  const eol = lineEndOf(text);
  const { start, end } = rangeOf(letter, first, last);
  const below = text.slice(start, endOfText(text, end)).replace(/^\s*[^\r\n\f]*/, '');
  const body = below.trimStart();
  const removed = removal(letter, first, last);
  if (body === '') return [removed];
  if (index !== first) return [removed, insertBefore(letter, index, body)];
  return [{ span: { start: removed.span.start, end: endOfText(text, end) - body.length }, text: eol + eol }];
}

function rangeOf(letter: Letter, first: number, last: number): Span {
  const { parts, source } = letter;
  return { start: parts[first]?.start ?? 0, end: parts[last]?.start ?? source.text.length };
}

/** Takes parts out with the white space before them, so that what follows stays parted; at the top, with that behind. */
function removal(letter: Letter, first: number, last: number): TextEdit {
  const { text } = letter.source;
  const { start, end } = rangeOf(letter, first, last);
  const before = endOfText(text, start);
  return { span: before > 0 ? { start: before, end: endOfText(text, end) } : { start, end }, text: '' };
}

/** Behind the last character before `end` that is no white space; 0 if there is none. */
function endOfText(text: string, end: number): number {
  let at = end;
  while (at > 0 && isSpace(text.charCodeAt(at - 1))) at--;
  return at;
}
