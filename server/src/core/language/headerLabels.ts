import type { Name } from '../profile/compiled';
import type { HeaderFieldDefinition } from '../profile/schema';
import type { Span } from '../text/span';
import { isLineEnd, isSpace, isWordCharacter, squeeze } from '../text/words';
import { trimSpan } from './fields';
import { matchName, type NameMatch } from './names';

/** A label of the header and where it stands, in the coordinates of the header. */
export interface LabelPlace {
  readonly name: NameMatch<HeaderFieldDefinition>;
  readonly label: Span;
  /** The second piece of a label broken over two lines. */
  readonly rest: Span | null;
  /** Behind the colon. */
  readonly colonEnd: number;
}

type HeaderName = Name<HeaderFieldDefinition>;

/** A label as it may be broken: its first words on one line, its last ones below. Without white space. */
interface BrokenName {
  readonly name: HeaderName;
  readonly head: string;
  readonly rest: string;
}

/** Colons without a label before them that are looked at for a misspelt one: a header is short, other text is not. */
const MOST_UNKNOWN = 100;
/** How far into its line the colon of a misspelt label may stand, in UTF-16 units. */
const LONGEST_MISSPELT = 200;
/** The longest line that is searched for the first words of a broken label, in UTF-16 units. */
const LONGEST_LINE = 400;

/** The labels that stand anywhere in the lines of `plain`, in order. */
export function findHeaderLabels(plain: string, names: readonly HeaderName[]): LabelPlace[] {
  const broken = brokenNames(names);
  const found: LabelPlace[] = [];
  const unknown: { lineStart: number; colon: number }[] = [];
  let lineStart = 0;
  let lastColon = -1;
  /** The nearest two lines above that hold text: lines may be double spaced, and a value may stand between. */
  let above: readonly Span[] = [];
  const taken = new Set<number>();
  for (let i = 0; i <= plain.length; i++) {
    const code = i < plain.length ? plain.charCodeAt(i) : 10;
    if (code === 58) {
      const from = Math.max(lineStart, lastColon + 1);
      const place =
        wholeLabel(plain, lineStart, i, names) ??
        brokenLabel(plain, trimSpan(plain, { start: from, end: i }), i, above, broken, taken);
      if (place) {
        found.push(place);
        taken.add(place.label.start);
      } else if (unknown.length < MOST_UNKNOWN) unknown.push({ lineStart, colon: i });
      lastColon = i;
    } else if (isLineEnd(code)) {
      const line = trimSpan(plain, { start: lineStart, end: i });
      if (line.end > line.start) above = [line, ...above.slice(0, 1)];
      lineStart = i + 1;
    }
  }
  // A misspelt label counts only where the field is still missing, and its words belong to no other label.
  for (const { lineStart: start, colon } of unknown) {
    const place = misspeltLabel(plain, start, colon, names);
    if (place && !found.some(p => p.name.definition === place.name.definition || overlap(p, place.label))) {
      found.push(place);
    }
  }
  return found.sort((a, b) => a.label.start - b.label.start);
}

function overlap({ label, rest }: LabelPlace, other: Span): boolean {
  return [label, rest].some(each => each && each.start < other.end && other.start < each.end);
}

function matched(name: HeaderName): NameMatch<HeaderFieldDefinition> {
  return { definition: name.definition, spelling: name.canonical ? 'exact' : 'alias', printed: name.printed };
}

/** A label that stands whole before the colon at `colon`. */
function wholeLabel(plain: string, lineStart: number, colon: number, names: readonly HeaderName[]): LabelPlace | null {
  let best: LabelPlace | null = null;
  for (const name of names) {
    const start = startOfWords(plain, lineStart, colon, name.squeezed);
    if (start < 0 || (best && best.label.start <= start)) continue;
    best = { name: matched(name), label: { start, end: endOfLabel(plain, colon) }, rest: null, colonEnd: colon + 1 };
  }
  if (!best || !isEmphasis(plain.charCodeAt(best.label.start - 1))) return best;
  let { colonEnd } = best;
  while (isEmphasis(plain.charCodeAt(colonEnd))) colonEnd++;
  return { ...best, colonEnd };
}

function endOfLabel(plain: string, colon: number): number {
  let end = colon;
  while (isGap(plain.charCodeAt(end - 1))) end--;
  return end;
}

function brokenNames(names: readonly HeaderName[]): Map<string, BrokenName[]> {
  const broken = new Map<string, BrokenName[]>();
  for (const name of names) {
    const words = name.printed.toLowerCase().split(/\s+/);
    for (let split = words.length - 1; split > 0; split--) {
      const rest = words.slice(split).join('');
      const list = broken.get(rest) ?? [];
      list.push({ name, head: words.slice(0, split).join(''), rest });
      broken.set(rest, list);
    }
  }
  return broken;
}

/** The last words of a label stand alone before the colon, its first words above; the longest one of those that fit. */
function brokenLabel(
  plain: string,
  rest: Span,
  colon: number,
  above: readonly Span[],
  broken: ReadonlyMap<string, readonly BrokenName[]>,
  taken: ReadonlySet<number>,
): LabelPlace | null {
  if (rest.end - rest.start > LONGEST_LINE) return null;
  let best: LabelPlace | null = null;
  for (const { name, head, rest: last } of broken.get(squeeze(plain.slice(rest.start, rest.end))) ?? []) {
    for (const line of above) {
      const label = findWords(plain, line, head, last);
      if (!label || taken.has(label.start)) continue;
      if (!best || label.end - label.start > best.label.end - best.label.start) {
        best = { name: matched(name), label, rest, colonEnd: colon + 1 };
      }
      break;
    }
  }
  return best;
}

/** The last place in `line` where the words `head` stand without being followed by `rest` or a colon. */
function findWords(plain: string, line: Span, head: string, rest: string): Span | null {
  if (line.end - line.start > LONGEST_LINE) return null;
  for (let start = line.end - 1; start >= line.start; start--) {
    if (start > line.start && isWordCharacter(plain.charCodeAt(start - 1))) continue;
    const end = endOfWords(plain, start, line.end, head);
    if (end < 0 || endOfWords(plain, end, line.end, rest) >= 0) continue;
    if (!isWordCharacter(plain.charCodeAt(end)) && plain.charAt(end) !== ':') return { start, end };
  }
  return null;
}

/** A near miss of a label before the colon: all that stands before it on its line, or else its last words. */
function misspeltLabel(
  plain: string,
  lineStart: number,
  colon: number,
  names: readonly HeaderName[],
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

/** Where `squeezed` begins if it stands, white space and emphasis aside, right before `end` on the line; -1 otherwise. */
function startOfWords(plain: string, lineStart: number, end: number, squeezed: string): number {
  let at = end;
  for (let k = squeezed.length - 1; k >= 0; k--) {
    do at--;
    while (at >= lineStart && end - at < LONGEST_LINE && isGap(plain.charCodeAt(at)));
    if (at < lineStart || plain.charAt(at).toLowerCase() !== squeezed.charAt(k)) return -1;
  }
  return at > lineStart && isWordCharacter(plain.charCodeAt(at - 1)) ? -1 : at;
}

/** Where `squeezed` ends if it stands at `start`, white space aside; -1 otherwise. */
function endOfWords(plain: string, start: number, end: number, squeezed: string): number {
  let at = start;
  for (let k = 0; k < squeezed.length; k++) {
    while (at < end && isSpace(plain.charCodeAt(at))) at++;
    if (at >= end || plain.charAt(at).toLowerCase() !== squeezed.charAt(k)) return -1;
    at++;
  }
  return at;
}

function isGap(code: number): boolean {
  return isSpace(code) || isEmphasis(code);
}

function isEmphasis(code: number): boolean {
  return code === 42 || code === 95;
}
