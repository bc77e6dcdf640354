import type { CompiledProfile } from '../profile/compiled';
import { fold } from '../text/folded';
import { isLineEnd, isSpace } from '../text/words';
import { BlockBuilder } from './blocks';
import { trimSpan } from './fields';
import { findHeaderLabels, type LabelPlace } from './headerLabels';
import type { LetterLine } from './letterLine';
import type { HeaderField, HeaderPart } from './tree';

/**
 * Reads what stands before the first heading. A label starts a field anywhere in a line, its value runs to the next
 * label; a label broken over two lines is joined, its value standing between its pieces or after them.
 */
export function parseHeader(lines: readonly LetterLine[], doubleSpaced: boolean, profile: CompiledProfile): HeaderPart {
  const text = lines.map(line => line.content + line.terminator).join('');
  const plain = lines.map(line => line.plain + plainTerminator(line)).join('');
  const places = findHeaderLabels(plain, profile.headerLabels);
  const edges = places.flatMap(({ label, rest }) => (rest ? [label.start, rest.start] : [label.start]));
  edges.sort((a, b) => a - b);
  const fields = places.map(place => headerField(text, plain, place, edges, doubleSpaced));
  const blocks = new BlockBuilder(doubleSpaced);
  let at = 0;
  let next = 0;
  for (const line of lines) {
    at += line.length;
    const before = next;
    while ((places[next]?.label.start ?? at) < at) next++;
    blocks.add(line, next > before ? 'field' : null);
  }
  return { kind: 'header', text, blocks: blocks.finish(), fields };
}

/** Neither a page break nor a comment parts a value from its label: where they end no line of text they are blanked. */
function plainTerminator({ pageBreak, commentOnly, terminator }: LetterLine): string {
  if (pageBreak || commentOnly) return ' '.repeat(terminator.length);
  if (!terminator.includes('\f')) return terminator;
  return /[\r\n]/.test(terminator) ? terminator.replace('\f', ' ') : terminator;
}

function headerField(
  text: string,
  plain: string,
  place: LabelPlace,
  edges: readonly number[],
  doubleSpaced: boolean,
): HeaderField {
  const { label, rest, colonEnd } = place;
  const between =
    rest && trimSpan(plain, { start: label.end, end: Math.min(rest.start, edgeBehind(edges, label.end)) });
  const stop = valueEnd(plain, colonEnd, Math.min(edgeBehind(edges, colonEnd), text.length), {
    blanks: doubleSpaced ? 1 : 0,
    // A date, number or word stands on one line; what follows below it is other text.
    oneLine: place.name.definition.kind !== 'text',
  });
  const value = between && between.end > between.start ? between : trimSpan(plain, { start: colonEnd, end: stop });
  return {
    ...place.name,
    label,
    labelRest: rest,
    value,
    span: { start: label.start, end: Math.max(value.end, colonEnd) },
    text: fold(text, value.start, value.end),
  };
}

/** The first of the places where labels begin that is not before `offset`. */
function edgeBehind(edges: readonly number[], offset: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return edges[low] ?? Number.POSITIVE_INFINITY;
}

/**
 * Where the value behind a label ends: it begins on the label's line or the next one, and goes on to a blank line, so
 * that text below the header is not taken in.
 */
function valueEnd(
  plain: string,
  from: number,
  end: number,
  { blanks, oneLine }: { readonly blanks: number; readonly oneLine: boolean },
): number {
  let at = from;
  let lineEnds = 0;
  for (; at < end && isSpace(plain.charCodeAt(at)); at++) if (endsLine(plain, at)) lineEnds++;
  if (lineEnds > 1 + blanks) return from;
  lineEnds = 0;
  for (; at < end; at++) {
    if (endsLine(plain, at)) lineEnds++;
    else if (!isSpace(plain.charCodeAt(at))) lineEnds = 0;
    if (lineEnds > (oneLine ? 0 : 1 + blanks)) return at;
  }
  return end;
}

/** Whether a line ends with the character at `at`; CRLF ends one line. */
function endsLine(plain: string, at: number): boolean {
  const code = plain.charCodeAt(at);
  return isLineEnd(code) && !(code === 13 && plain.charCodeAt(at + 1) === 10);
}
