import type { CompiledProfile, Name } from '../profile/compiled';
import type { HeaderFieldDefinition } from '../profile/schema';
import { fold } from '../text/folded';
import type { Span } from '../text/span';
import { isSpace, isWordCharacter, squeeze } from '../text/words';
import { BlockBuilder } from './blocks';
import { trimSpan } from './fields';
import type { LetterLine } from './letterLine';
import { matchName, type NameMatch } from './names';
import type { HeaderField, HeaderPart } from './tree';

/** Colons without a label before them that are looked at for a misspelt one: a header is short, other text is not. */
const MOST_UNKNOWN = 100;
/** How far into its line the colon of a misspelt label may stand, in UTF-16 units. */
const LONGEST_MISSPELT = 200;

interface LabelPlace {
  readonly name: NameMatch<HeaderFieldDefinition>;
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
  let next = 0;
  for (const [index, line] of lines.entries()) {
    at += line.length;
    const before = next;
    while ((places[next]?.label.start ?? at) < at) next++;
    blocks.add(line, next > before ? 'field' : null, inside(index));
  }
  return { kind: 'header', text, blocks: blocks.finish(), fields };
}

function headerField(text: string, plain: string, place: LabelPlace, end: number): HeaderField {
  const between = place.rest && trimSpan(text, { start: place.label.end, end: place.rest.start });
  const paragraph = paragraphEnd(plain, place.colonEnd, end);
  // A date, number or word stands on one line; what follows below it is other text.
  const stop = place.name.definition.kind === 'text' ? paragraph : textLineEnd(plain, place.colonEnd, paragraph);
  const value = between && between.end > between.start ? between : trimSpan(text, { start: place.colonEnd, end: stop });
  return {
    ...place.name,
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

/** Where the first line from `from` on that holds text ends. */
function textLineEnd(plain: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(plain.charCodeAt(at))) at++;
  while (at < end && !isLineEnd(plain.charCodeAt(at))) at++;
  return at;
}

function findLabels(plain: string, names: readonly Name<HeaderFieldDefinition>[]): LabelPlace[] {
  const found: LabelPlace[] = [];
  const unknown: { lineStart: number; colon: number }[] = [];
  let lineStart = 0;
  let above = { start: 0, end: 0 };
  for (let i = 0; i <= plain.length; i++) {
    const code = i < plain.length ? plain.charCodeAt(i) : 10;
    if (code === 58) {
      const place = wholeLabel(plain, lineStart, i, names) ?? brokenLabel(plain, lineStart, i, above, names);
      if (place) found.push(place);
      else if (unknown.length < MOST_UNKNOWN) unknown.push({ lineStart, colon: i });
    } else if (isLineEnd(code)) {
      const line = trimSpan(plain, { start: lineStart, end: i });
      // Lines may be double spaced: the line above is the nearest one that holds text.
      if (line.end > line.start) above = line;
      lineStart = i + 1;
    }
  }
  // A misspelt label counts only where the field is still missing.
  for (const { lineStart, colon } of unknown) {
    const place = misspeltLabel(plain, lineStart, colon, names);
    if (place && !found.some(p => p.name.definition === place.name.definition)) found.push(place);
  }
  return found.sort((a, b) => a.label.start - b.label.start);
}

function matched(name: Name<HeaderFieldDefinition>): NameMatch<HeaderFieldDefinition> {
  return { definition: name.definition, spelling: name.canonical ? 'exact' : 'alias', printed: name.printed };
}

/** A near miss of a label before the colon: all that stands before it on its line, or else its last words. */
function misspeltLabel(
  plain: string,
  lineStart: number,
  colon: number,
  names: readonly Name<HeaderFieldDefinition>[],
): LabelPlace | null {
  if (colon - lineStart > LONGEST_MISSPELT) return null;
  const from = Math.max(lineStart, plain.lastIndexOf(':', colon - 1) + 1);
  const { start: first, end } = trimSpan(plain, { start: from, end: colon });
  const starts = [first];
  for (let at = end - 1; at > first; at--) if (isSpace(plain.charCodeAt(at - 1))) starts.push(at);
  for (const start of starts) {
    const name = matchName(squeeze(plain.slice(start, end)), names, true);
    if (name) return { name, label: { start, end }, rest: null, colonEnd: colon + 1 };
  }
  return null;
}

/** A label that stands whole before the colon at `colon`. */
function wholeLabel(
  plain: string,
  lineStart: number,
  colon: number,
  names: readonly Name<HeaderFieldDefinition>[],
): LabelPlace | null {
  let best: LabelPlace | null = null;
  for (const name of names) {
    const start = squeezedStart(plain, lineStart, colon, name.squeezed);
    if (start < 0 || (best && best.label.start <= start)) continue;
    best = { name: matched(name), label: trimSpan(plain, { start, end: colon }), rest: null, colonEnd: colon + 1 };
  }
  return best;
}

/** The last words of a label stand alone before the colon, its first words on the line above. */
function brokenLabel(
  plain: string,
  lineStart: number,
  colon: number,
  aboveSpan: Span,
  names: readonly Name<HeaderFieldDefinition>[],
): LabelPlace | null {
  if (aboveSpan.end === 0 || colon - lineStart > 200 || aboveSpan.end - aboveSpan.start > 400) return null;
  const rest = trimSpan(plain, { start: lineStart, end: colon });
  const words = plain.slice(rest.start, rest.end).toLowerCase();
  const above = plain.slice(aboveSpan.start, aboveSpan.end).toLowerCase();
  for (const name of names) {
    const label = name.printed.toLowerCase().split(/\s+/);
    for (let split = label.length - 1; split > 0; split--) {
      if (words !== label.slice(split).join(' ')) continue;
      const head = label.slice(0, split).join(' ');
      const at = above.lastIndexOf(head);
      const behind = at + head.length;
      if (at < 0 || isWordCharacter(above.charCodeAt(behind)) || above.charAt(behind) === ':') continue;
      const start = aboveSpan.start + at;
      return { name: matched(name), label: { start, end: start + head.length }, rest, colonEnd: colon + 1 };
    }
  }
  return null;
}

/** Where `squeezed` begins if it stands, white space aside, right before `end` on the line; -1 otherwise. */
function squeezedStart(plain: string, lineStart: number, end: number, squeezed: string): number {
  let at = end;
  for (let k = squeezed.length - 1; k >= 0; k--) {
    do at--;
    while (at >= lineStart && end - at < 400 && isSpace(plain.charCodeAt(at)));
    if (at < lineStart || plain.charAt(at).toLowerCase() !== squeezed.charAt(k)) return -1;
  }
  return at > lineStart && isWordCharacter(plain.charCodeAt(at - 1)) ? -1 : at;
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 12;
}
