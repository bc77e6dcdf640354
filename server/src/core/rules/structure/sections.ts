import type { Letter } from '../../language/letter';
import type { Placed, SectionPart } from '../../language/tree';
import type { SectionDefinition } from '../../profile/schema';
import { type Span, shift } from '../../text/span';
import { isSpace } from '../../text/words';
import { titleSpan } from '../edits';

/** The sections that the profile knows, each where it stands first, in the order of the letter. */
export type KnownSections = ReadonlyMap<SectionDefinition, Placed<SectionPart>>;

export function knownSections(letter: Letter): KnownSections {
  const known = new Map<SectionDefinition, Placed<SectionPart>>();
  for (const section of letter.sections) {
    const definition = section.part.heading.match?.definition;
    if (definition && !known.has(definition)) known.set(definition, section);
  }
  return known;
}

export function headingSpan(section: Placed<SectionPart>): Span {
  return shift(section.part.heading.span, section.start);
}

/** Nothing stands in the letter but white space and comments. Looks no further than its first word. */
export function isEmpty(letter: Letter): boolean {
  if (letter.parts.length > 1) return false;
  const { text } = letter.header.part;
  let at = endOfSpaces(text, 0);
  while (text.startsWith('<!--', at)) {
    const close = text.indexOf('-->', at);
    if (close < 0) return false;
    at = endOfSpaces(text, close + 3);
  }
  return at === text.length;
}

function endOfSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The index of the part behind the section at `index` and all its items. */
export function endOfSection(letter: Letter, index: number): number {
  const next = letter.parts.findIndex((placed, k) => k > index && placed.part.kind === 'section');
  return next < 0 ? letter.parts.length : next;
}

export interface SectionPlace {
  /** The part before which the section belongs; past the last one: at the end. */
  readonly index: number;
  /** What a writer sees of that place: the heading it follows, else what it goes before or behind. */
  readonly near: Span;
}

/** Where a section that the letter lacks belongs, by the profile's order. The letter is not empty. */
export function placeOf(missing: SectionDefinition, letter: Letter, known: KnownSections): SectionPlace {
  const order = letter.profile.profile.sections;
  const rank = order.indexOf(missing);
  const firstItem = letter.items[0];
  // Items that stand in no section of issues: that section belongs before them, and so does what comes before it.
  const beforeItems = firstItem && rank <= order.findIndex(s => s.kind === 'issues') ? firstItem : null;
  const indexOf = (placed: Placed) => letter.parts.indexOf(placed);

  if (beforeItems && missing.kind === 'issues') {
    return { index: indexOf(beforeItems), near: shift(titleSpan(beforeItems.part), beforeItems.start) };
  }
  const before = order
    .slice(0, rank)
    .reverse()
    .map(s => known.get(s))
    .find(s => s !== undefined);
  if (before) {
    const end = endOfSection(letter, indexOf(before));
    const item = beforeItems && before.start < beforeItems.start ? indexOf(beforeItems) : end;
    return { index: Math.min(end, item), near: headingSpan(before) };
  }
  const after = order
    .slice(rank)
    .map(s => known.get(s))
    .find(s => s !== undefined);
  if (after) return { index: indexOf(after), near: headingSpan(after) };
  if (beforeItems) return { index: indexOf(beforeItems), near: shift(titleSpan(beforeItems.part), beforeItems.start) };
  return { index: letter.parts.length, near: lastWords(letter) };
}

/** In a letter without sections: its last title, or the last line outside of a comment. */
function lastWords(letter: Letter): Span {
  const item = letter.items.at(-1);
  if (item) return shift(titleSpan(item.part), item.start);
  const { text } = letter.header.part;
  let end = text.trimEnd().length;
  while (text.endsWith('-->', end)) {
    // Before what was cut off already, which may begin right at `end`.
    const open = text.lastIndexOf('<!--', end - 4);
    const before = text.slice(0, Math.max(open, 0)).trimEnd().length;
    if (before === 0) break;
    end = before;
  }
  let line = end;
  while (line > 0 && !isLineEnd(text.charCodeAt(line - 1))) line--;
  return { start: Math.min(endOfSpaces(text, line), end), end };
}

function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 12;
}
