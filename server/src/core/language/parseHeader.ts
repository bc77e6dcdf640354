import type { CompiledProfile, Name } from '../profile/compiled';
import type { HeaderFieldDefinition } from '../profile/schema';
import { fold } from '../text/folded';
import type { Span } from '../text/span';
import { isSpace, isWordCharacter } from '../text/words';
import { BlockBuilder } from './blocks';
import { trimSpan } from './fields';
import type { LetterLine } from './letterLine';
import type { HeaderField, HeaderPart } from './tree';

interface LabelPlace {
  readonly name: Name<HeaderFieldDefinition>;
  readonly label: Span;
  /** The second piece of a label broken over two lines. */
  readonly rest: Span | null;
  /** Behind the colon. */
  readonly colonEnd: number;
}

/**
 * Reads what stands before the first heading. A label starts a field anywhere in a line, its value runs to the next
 * label; a label broken over two lines is joined, its value standing between its pieces or after them.
 */
export function parseHeader(
  lines: readonly LetterLine[],
  inside: (index: number) => boolean,
  doubleSpaced: boolean,
  profile: CompiledProfile,
): HeaderPart {
  const blocks = new BlockBuilder(doubleSpaced);
  let plain = '';
  let text = '';
  for (const [index, line] of lines.entries()) {
    text += line.content + line.terminator;
    plain += (inside(index) ? ' '.repeat(line.content.length) : line.plain) + line.terminator;
  }
  const places = findLabels(plain, profile.headerLabels);
  const fields = places.map((place, k) => headerField(text, plain, place, places[k + 1]?.label.start ?? text.length));
  let at = 0;
  for (const line of lines) {
    const end = at + line.length;
    const isField = places.some(p => p.label.start >= at && p.label.start < end);
    blocks.add(line, isField ? 'field' : null);
    at = end;
  }
  return { kind: 'header', text, blocks: blocks.finish(), fields };
}

function headerField(text: string, plain: string, place: LabelPlace, end: number): HeaderField {
  const between = place.rest && trimSpan(text, { start: place.label.end, end: place.rest.start });
  const stop = paragraphEnd(plain, place.colonEnd, end);
  const value = between && between.end > between.start ? between : trimSpan(text, { start: place.colonEnd, end: stop });
  return {
    definition: place.name.definition,
    spelling: place.name.canonical ? 'exact' : 'alias',
    printed: place.name.printed,
    label: place.label,
    labelRest: place.rest,
    value,
    span: { start: place.label.start, end: Math.max(value.end, place.colonEnd) },
    text: fold(text, value.start, value.end),
  };
}

/** A value ends at a blank line that follows it, so that text below the header is not taken in. */
function paragraphEnd(plain: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(plain.charCodeAt(at))) at++;
  let newlines = 0;
  for (let k = at; k < end; k++) {
    const code = plain.charCodeAt(k);
    if (code === 10 || (code === 13 && plain.charCodeAt(k + 1) !== 10)) newlines++;
    else if (!isSpace(code)) newlines = 0;
    if (newlines > 1) return k;
  }
  return end;
}

function findLabels(plain: string, names: readonly Name<HeaderFieldDefinition>[]): LabelPlace[] {
  const found: LabelPlace[] = [];
  for (let colon = plain.indexOf(':'); colon >= 0; colon = plain.indexOf(':', colon + 1)) {
    const place = wholeLabel(plain, colon, names) ?? brokenLabel(plain, colon, names);
    if (place) found.push(place);
  }
  return found.sort((a, b) => a.label.start - b.label.start);
}

/** A label that stands whole before the colon at `colon`. */
function wholeLabel(plain: string, colon: number, names: readonly Name<HeaderFieldDefinition>[]): LabelPlace | null {
  let best: LabelPlace | null = null;
  for (const name of names) {
    const start = squeezedEnd(plain, colon, name.squeezed, false);
    if (start < 0 || (best && best.label.start <= start)) continue;
    best = { name, label: { start, end: trimEnd(plain, start, colon) }, rest: null, colonEnd: colon + 1 };
  }
  return best;
}

/** The last words of a label stand alone before the colon, its first words at the end of the line above or on it. */
function brokenLabel(plain: string, colon: number, names: readonly Name<HeaderFieldDefinition>[]): LabelPlace | null {
  const lineStart = Math.max(plain.lastIndexOf('\n', colon), plain.lastIndexOf('\r', colon)) + 1;
  if (lineStart === 0) return null;
  const rest = trimSpan(plain, { start: lineStart, end: colon });
  const above = plain.slice(previousLine(plain, lineStart), lineStart);
  for (const name of names) {
    const words = name.printed.split(/\s+/);
    for (let split = words.length - 1; split > 0; split--) {
      if (plain.slice(rest.start, rest.end).toLowerCase() !== words.slice(split).join(' ').toLowerCase()) continue;
      const head = words.slice(0, split).join(' ');
      const at = above.toLowerCase().lastIndexOf(head.toLowerCase());
      if (at < 0 || isWordCharacter(above.charCodeAt(at + head.length)) || above.charAt(at + head.length) === ':')
        continue;
      const start = lineStart - above.length + at;
      return { name, label: { start, end: start + head.length }, rest, colonEnd: colon + 1 };
    }
  }
  return null;
}

function previousLine(plain: string, lineStart: number): number {
  let at = lineStart - 1;
  // Lines may be double spaced: go up to the nearest line that holds text.
  while (at > 0 && isSpace(plain.charCodeAt(at - 1))) at--;
  while (at > 0 && plain.charAt(at - 1) !== '\n' && plain.charAt(at - 1) !== '\r') at--;
  return at;
}

/** Where `squeezed` begins if it stands, white space aside and on one line, right before `end`; -1 otherwise. */
function squeezedEnd(plain: string, end: number, squeezed: string, acrossLines: boolean): number {
  let at = end;
  for (let k = squeezed.length - 1; k >= 0; k--) {
    do at--;
    while (at >= 0 && isSpace(plain.charCodeAt(at)) && (acrossLines || !isLineEnd(plain.charCodeAt(at))));
    if (at < 0 || plain.charAt(at).toLowerCase() !== squeezed.charAt(k)) return -1;
  }
  return at > 0 && isWordCharacter(plain.charCodeAt(at - 1)) ? -1 : at;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 12;
}

function trimEnd(plain: string, start: number, end: number): number {
  return trimSpan(plain, { start, end }).end;
}
