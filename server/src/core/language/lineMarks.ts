import type { CompiledProfile, Name, SectionLabel } from '../profile/compiled';
import type { HeaderFieldDefinition, ItemFieldDefinition, SectionDefinition } from '../profile/schema';
import { isDigit, isSpace, squeeze } from '../text/words';
import { type DecisionMatch, matchName, type NameMatch } from './names';

/** A label at the start of a line; offsets count from the start of the line. */
export interface LineLabel<T> extends NameMatch<T> {
  readonly start: number;
  /** Behind the last character of the label, before its colon. */
  readonly end: number;
  readonly valueStart: number;
}

export interface LineHeading {
  readonly start: number;
  readonly end: number;
  readonly marked: boolean;
  readonly match: NameMatch<SectionDefinition> | null;
}

/** What a line is by its marks or its words: a heading, an item's title, or text behind a label; most are neither. */
export interface LineMarks {
  readonly heading: LineHeading | null;
  /** Offset of the title behind its mark, or -1. */
  readonly itemMark: number;
  readonly itemLabel: LineLabel<ItemFieldDefinition> | null;
  readonly sectionLabel: LineLabel<SectionLabel> | null;
}

/** A line without its comments: text from `from` to `to`. */
export interface LineWords {
  readonly plain: string;
  readonly from: number;
  readonly to: number;
  /** Comments were blanked. */
  readonly commented: boolean;
  /** The first colon of the text, or -1. */
  readonly colon: number;
  /** What follows its last colon, as a decision. */
  readonly decision: DecisionMatch['match'] | null;
}

/** The longest line, in UTF-16 units, that may be a heading with comments in it. */
const LONGEST_COMMENTED = 1000;

const NOTHING: LineMarks = { heading: null, itemMark: -1, itemLabel: null, sectionLabel: null };

export function readMarks(line: LineWords, profile: CompiledProfile): LineMarks {
  const { plain, from, to } = line;
  if (from >= to) return NOTHING;
  let hashes = 0;
  while (plain[from + hashes] === '#') hashes++;
  if (hashes > 0) return readHashes(line, hashes, profile);
  const heading = plainHeading(line, profile);
  return heading ? { ...NOTHING, heading } : readLabels(line, from, profile, true);
}

/**
 * One `#` marks a section, two an item. A known heading is a section behind any number of them, a decided title an
 * item; a number sign before a quantity (`#60`) is text.
 */
function readHashes(line: LineWords, hashes: number, profile: CompiledProfile): LineMarks {
  const { plain, from, to } = line;
  const start = Math.min(leadingSpaces(plain, from + hashes), to);
  const isSpaced = start > from + hashes || start >= to;
  const match = matchName(headingWords(plain.slice(start, to)), profile.headings, isSpaced && hashes === 1);
  if (match) return { ...NOTHING, heading: { start, end: to, marked: true, match } };
  const labels = hashes === 1 || !line.decision ? readLabels(line, start, profile, false) : NOTHING;
  if (labels.itemLabel || labels.sectionLabel) return labels;
  const first = plain.charCodeAt(start);
  if (hashes === 2 ? isSpaced || isLetter(first) : isSpaced && line.decision === 'exact') {
    return { ...NOTHING, itemMark: start };
  }
  if (hashes > 1 || !isSpaced || isDigit(first)) return NOTHING;
  if (lineLabel<HeaderFieldDefinition>(line, start, profile.headerLabels, profile.longestLabel, false)) return NOTHING;
  return { ...NOTHING, heading: { start, end: to, marked: true, match: null } };
}

function plainHeading({ plain, from, to, commented }: LineWords, profile: CompiledProfile): LineHeading | null {
  if (to - from > (commented ? LONGEST_COMMENTED : profile.longestHeading * 2 + 20)) return null;
  const words = plain.slice(from, to);
  if (!/^[*_]*[A-Z]/.test(words)) return null;
  const match = matchName(headingWords(words), profile.headings, !/[a-z]/.test(words));
  return match && { start: from, end: to, marked: false, match };
}

function headingWords(words: string): string {
  return squeeze(words).replace(/[*_]+/g, '').replace(/:$/, '');
}

function readLabels(line: LineWords, from: number, profile: CompiledProfile, allowNear: boolean): LineMarks {
  const { itemLabels, sectionLabels, longestLabel } = profile;
  if (line.colon < 0) return NOTHING;
  return {
    ...NOTHING,
    itemLabel: lineLabel(line, from, itemLabels, longestLabel, allowNear),
    sectionLabel: lineLabel(line, from, sectionLabels, longestLabel, allowNear),
  };
}

function lineLabel<T>(
  { plain, colon }: LineWords,
  from: number,
  names: readonly Name<T>[],
  longest: number,
  allowNear: boolean,
): LineLabel<T> | null {
  if (colon < from || colon - from > longest * 2 + 20) return null;
  let start = from;
  while (isEmphasis(plain[start])) start++;
  let end = colon;
  while (end > start && (isEmphasis(plain[end - 1]) || isSpace(plain.charCodeAt(end - 1)))) end--;
  if (end - start < 4) return null;
  const match = matchName(squeeze(plain.slice(start, end)), names, allowNear);
  if (!match) return null;
  let valueStart = colon + 1;
  if (start > from && !isEmphasis(plain[colon - 1])) while (isEmphasis(plain[valueStart])) valueStart++;
  return { ...match, start, end, valueStart };
}

function isEmphasis(character: string | undefined): boolean {
  return character === '*' || character === '_';
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

export function leadingSpaces(text: string, from = 0): number {
  let i = from;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return i;
}
