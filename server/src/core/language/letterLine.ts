import type { CompiledProfile, SectionLabel } from '../profile/compiled';
import type { ItemFieldDefinition, SectionDefinition } from '../profile/schema';
import type { SourceLine } from '../text/lines';
import { endsSentence, isSpace, squeeze } from '../text/words';
import { matchDecision, matchName, type NameMatch } from './names';

/** A label at the start of a line; offsets count from the start of the line. */
export interface LineLabel<T> extends NameMatch<T> {
  readonly start: number;
  /** Behind the last character of the label, before its colon. */
  readonly end: number;
  readonly valueStart: number;
}

/**
 * A line and all that can be said of it without its neighbours. Made once, kept by identity for as long as the line is
 * not edited.
 */
export interface LetterLine extends SourceLine {
  readonly length: number;
  /** The content with comments blanked, so that offsets stay. */
  readonly plain: string;
  readonly blank: boolean;
  /** Nothing but a page break. */
  readonly pageBreak: boolean;
  readonly commentOnly: boolean;
  /** A comment opens that does not close on the line. */
  readonly opensComment: boolean;
  /** Behind the first `-->`, or -1: where a comment opened on an earlier line ends. */
  readonly commentEnd: number;
  readonly heading: LineHeading | null;
  /** Offset of the text behind `##`, or -1. */
  readonly itemMark: number;
  readonly itemLabel: LineLabel<ItemFieldDefinition> | null;
  readonly sectionLabel: LineLabel<SectionLabel> | null;
  readonly endsSentence: boolean;
  /** What follows the line's last colon is a decision, or is close to one. */
  readonly endsInDecision: boolean;
  /** The whole line is a decision: the last line of a title. */
  readonly decisionAlone: boolean;
  readonly endsInColon: boolean;
}

export interface LineHeading {
  readonly start: number;
  readonly end: number;
  readonly marked: boolean;
  readonly match: NameMatch<SectionDefinition> | null;
}

export function letterLine(source: SourceLine, profile: CompiledProfile): LetterLine {
  const { content, terminator } = source;
  const comments = content.includes('--')
    ? blankComments(content)
    : { plain: content, any: false, opens: false, firstEnd: -1 };
  const plain = comments.plain;
  const from = leadingSpaces(plain);
  const to = trailingEdge(plain, from);
  const empty = from >= to;
  const paged = terminator.includes('\f');
  const hashes = empty ? 0 : countHashes(plain, from);
  const itemMark = hashes === 2 ? leadingSpaces(plain, from + 2) : -1;
  const heading = empty || itemMark >= 0 ? null : lineHeading(plain, from, to, hashes, profile);
  const firstColon = empty ? -1 : plain.indexOf(':', from);
  const lastColon = firstColon < 0 ? -1 : plain.lastIndexOf(':', to - 1);
  const labelled = !heading && firstColon >= 0;
  return {
    content,
    terminator,
    length: content.length + terminator.length,
    plain,
    blank: empty && !comments.any && !paged,
    pageBreak: empty && !comments.any && paged,
    commentOnly: empty && comments.any,
    opensComment: comments.opens,
    commentEnd: comments.firstEnd,
    heading,
    itemMark,
    itemLabel: labelled ? lineLabel(plain, from, firstColon, profile.itemLabels, profile.longestLabel) : null,
    sectionLabel: labelled ? lineLabel(plain, from, firstColon, profile.sectionLabels, profile.longestLabel) : null,
    endsSentence: !empty && endsSentence(plain),
    endsInDecision:
      lastColon >= 0 && to - lastColon <= 41 && matchDecision(plain.slice(lastColon + 1, to), profile) !== null,
    decisionAlone:
      !empty && firstColon < 0 && to - from <= 40 && matchDecision(plain.slice(from, to), profile) !== null,
    endsInColon: lastColon >= 0 && lastColon === to - 1,
  };
}

function lineHeading(
  plain: string,
  from: number,
  to: number,
  hashes: number,
  profile: CompiledProfile,
): LineHeading | null {
  const marked = hashes === 1 || hashes > 2;
  const start = leadingSpaces(plain, from + (marked ? hashes : 0));
  if (!marked && to - start > profile.longestHeading * 2 + 20) return null;
  const words = plain.slice(start, to);
  if (!marked && !/^[*_]*[A-Z]/.test(words)) return null;
  const squeezed = squeeze(words).replace(/[*_]+/g, '').replace(/:$/, '');
  const match = matchName(squeezed, profile.headings, marked || !/[a-z]/.test(words));
  return marked || match ? { start, end: to, marked, match } : null;
}

function lineLabel<T>(
  plain: string,
  from: number,
  colon: number,
  names: CompiledProfile['itemLabels'] | CompiledProfile['sectionLabels'],
  longest: number,
): LineLabel<T> | null {
  if (colon - from > longest * 2 + 20) return null;
  let start = from;
  while (plain[start] === '*' || plain[start] === '_') start++;
  let end = colon;
  while (end > start && (plain[end - 1] === '*' || plain[end - 1] === '_' || isSpace(plain.charCodeAt(end - 1)))) end--;
  if (end - start < 4) return null;
  const squeezed = squeeze(plain.slice(start, end));
  const match = matchName(squeezed, names as CompiledProfile['itemLabels'], true);
  if (!match) return null;
  let valueStart = colon + 1;
  if (start > from) while (plain[valueStart] === '*' || plain[valueStart] === '_') valueStart++;
  return { ...(match as unknown as NameMatch<T>), start, end, valueStart };
}

function countHashes(plain: string, from: number): number {
  let hashes = 0;
  while (plain[from + hashes] === '#') hashes++;
  const next = plain.charCodeAt(from + hashes);
  return hashes > 0 && (Number.isNaN(next) || isSpace(next)) ? hashes : 0;
}

function leadingSpaces(text: string, from = 0): number {
  let i = from;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return i;
}

function trailingEdge(text: string, from: number): number {
  let i = text.length;
  while (i > from && isSpace(text.charCodeAt(i - 1))) i--;
  return i;
}

function blankComments(content: string): { plain: string; any: boolean; opens: boolean; firstEnd: number } {
  const close = content.indexOf('-->');
  const firstEnd = close < 0 ? -1 : close + 3;
  let open = content.indexOf('<!--');
  if (open < 0) return { plain: content, any: false, opens: false, firstEnd };
  let plain = '';
  let at = 0;
  while (open >= 0) {
    plain += content.slice(at, open);
    const end = content.indexOf('-->', open + 4);
    if (end < 0) {
      plain += ' '.repeat(content.length - open);
      return { plain, any: true, opens: true, firstEnd };
    }
    plain += ' '.repeat(end + 3 - open);
    at = end + 3;
    open = content.indexOf('<!--', at);
  }
  return { plain: plain + content.slice(at), any: true, opens: false, firstEnd };
}
