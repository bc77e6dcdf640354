import type { Guideline } from '../catalogue/model';
import type { Span } from '../text/span';
import { isWordCharacter } from '../text/words';
import { labelAt, numberAt, type Reading, skipMarks, skipSpaces, trimEnd, wordsAt, yearAt } from './scan';

/** What a citation begins with: the word for a family, a chapter number, a title, a year; each may be absent. */
export interface Subject {
  readonly head: Span | null;
  readonly chapter: number | null;
  readonly chapterSpan: Span | null;
  /** Empty where there is none. */
  readonly title: Span;
  /** The guidelines of exactly this title. */
  readonly named: readonly Guideline[];
  readonly year: number | null;
  readonly yearSpan: Span | null;
  readonly end: number;
}

/** How far behind the beginning of an unknown title its year may stand. */
const TITLE_REACH = 160;
/** How far text is looked at to find an unknown title with its year, and what follows them. */
export const TITLE_LOOKAHEAD = 400;
const PARENTHESIS_REACH = 40;

export function readSubject(reading: Reading, start: number, to: number): Subject {
  const opening = readOpening(reading, start, to);
  const at = opening.end === start ? start : skipMarks(reading.text, opening.end, to);
  const title = readTitle(reading, at, to, opening.end > start);
  const hasTitle = title.span.end > title.span.start;
  const behind = hasTitle ? title.span.end : opening.end;
  const year = readYear(reading, behind, to);
  return {
    head: opening.head,
    chapter: opening.chapter,
    chapterSpan: opening.chapterSpan,
    title: hasTitle ? title.span : { start: behind, end: behind },
    named: title.named,
    year: year?.value ?? null,
    yearSpan: year?.span ?? null,
    end: year?.end ?? behind,
  };
}

/** The word for a family and the chapter number, where the citation begins with one of them. */
export function readOpening(reading: Reading, start: number, to: number) {
  const { text, lower, grammar } = reading;
  const none = { head: null, chapter: null, chapterSpan: null, end: start };
  const head = grammar.heads.longestAt(text, start, to);
  const behindHead = head ? skipFiller(reading, head.end, to) : start;
  const chapter = chapterAt(reading, head ? skipMarks(text, behindHead, to) : start, to);
  const name = grammar.names.longestAt(text, start, to);
  if (!head) return chapter ? { ...none, ...chapter } : none;
  if (!chapter && name && name.end > head.end) return none;
  const headSpan = { start, end: head.end };
  return chapter ? { head: headSpan, ...chapter } : { ...none, head: headSpan, end: behindHead };

  /** Words such as "Guidelines" between a family's name and the chapter. */
  function skipFiller({ text: source }: Reading, from: number, limit: number): number {
    let end = from;
    for (const word of ['practice', 'guidelines', 'guideline']) {
      const next = skipSpaces(source, end, limit);
      if (wordsAt(lower, next, word)) end = next + word.length;
    }
    return end;
  }
}

function chapterAt(reading: Reading, at: number, to: number) {
  const { text, lower, grammar } = reading;
  if (!wordsAt(lower, at, grammar.chapterLabel)) return null;
  const number = numberAt(text, skipMarks(text, at + grammar.chapterLabel.length, to), to);
  return number && { chapter: number.value, chapterSpan: { start: at, end: number.end }, end: number.end };
}

function readTitle(
  reading: Reading,
  at: number,
  to: number,
  optional: boolean,
): { span: Span; named: readonly Guideline[] } {
  const { text, grammar } = reading;
  const nothing = { span: { start: at, end: at }, named: [] };
  if (at >= to || labelAt(reading, at, to)) return nothing;
  const known = grammar.names.longestAt(text, at, to);
  if (known && !extendsToYear(reading, known.end, to))
    return { span: { start: at, end: known.end }, named: known.values };
  if (optional && (startsCitation(reading, at, to) || !isWordCharacter(text.charCodeAt(at)))) return nothing;
  const end = unknownTitleEnd(reading, at, to);
  return { span: { start: at, end: end.at }, named: [] };
}

/** Whether words without a comma lead from a known name to a year: the name is but the beginning of an unknown one. */
function extendsToYear(reading: Reading, end: number, to: number): boolean {
  const { text, lower } = reading;
  const next = skipSpaces(text, end, to);
  if (next >= to || !isWordCharacter(text.charCodeAt(next)) || wordsAt(lower, next, 'and')) return false;
  if (yearAt(text, next, to) !== null || labelAt(reading, next, to)) return false;
  if (reading.grammar.names.longestAt(text, next, to) || reading.grammar.heads.longestAt(text, next, to)) return false;
  for (let i = next; i < Math.min(to, next + 50); i++) {
    const char = text.charAt(i);
    if (char === ',' || char === ';' || char === '.' || labelAt(reading, i, to)) return false;
    if (yearAt(text, i, to) !== null) return isBehindTitle(reading, i + 4, to);
  }
  return false;
}

/** A year belongs to a title if the citation goes on with a mark or a label, or ends, behind it. */
function isBehindTitle(reading: Reading, at: number, to: number): boolean {
  const { text, lower } = reading;
  const next = skipSpaces(text, at, to);
  return (
    next >= to ||
    !isWordCharacter(text.charCodeAt(next)) ||
    wordsAt(lower, next, 'and') ||
    labelAt(reading, next, to) !== null
  );
}

/**
 * Where a title that is not in the catalogue ends: before its year or its label, before a citation that is known, or
 * else at the first comma.
 */
export function unknownTitleEnd(reading: Reading, start: number, to: number): { at: number; hasYear: boolean } {
  const { text, lower } = reading;
  let comma = -1;
  let i = start;
  while (i < to) {
    const char = text.charAt(i);
    if (char === ',' || char === ';') {
      if (comma < 0) comma = i;
      if (startsCitation(reading, skipMarks(text, i, to), to)) break;
    } else if (char === '.' && stopsProse(text, i, to)) {
      break;
    } else if (i > start && isWordCharacter(text.charCodeAt(i)) && !isWordCharacter(text.charCodeAt(i - 1))) {
      if (i - start <= TITLE_REACH && yearAt(text, i, to) !== null && isBehindTitle(reading, i + 4, to)) {
        return { at: trimEnd(text, start, i, ',;(-'), hasYear: true };
      }
      if (labelAt(reading, i, to)) return { at: trimEnd(text, start, i, ',;'), hasYear: false };
      if (wordsAt(lower, i, 'and') && startsCitation(reading, skipSpaces(text, i + 3, to), to)) break;
    }
    if (comma >= 0 && i - start > TITLE_REACH) break;
    i++;
  }
  const end = comma >= 0 && comma < i ? comma : i;
  return { at: trimEnd(text, start, end), hasYear: false };
}

function stopsProse(text: string, stop: number, to: number): boolean {
  const next = skipSpaces(text, stop + 1, to);
  return (
    next > stop + 1 &&
    next < to &&
    text.charAt(next) !== text.charAt(next).toLowerCase() &&
    stop >= 3 &&
    text.charAt(stop - 2) !== ' '
  );
}

/** The year behind a title: plain, behind a comma, or in brackets with other words; a following "Guidelines" is taken in. */
function readYear(reading: Reading, from: number, to: number) {
  const { text, lower } = reading;
  const at = skipMarks(text, from, to);
  const value = yearAt(text, at, to);
  if (value !== null) {
    const next = skipSpaces(text, at + 4, to);
    const word = ['guidelines', 'guideline'].find(candidate => wordsAt(lower, next, candidate));
    return { value, span: { start: at, end: at + 4 }, end: word ? next + word.length : at + 4 };
  }
  if (text.charAt(at) !== '(') return null;
  const limit = Math.min(to, at + PARENTHESIS_REACH);
  const close = text.slice(at, limit).indexOf(')');
  for (let i = at; i < at + close; i++) {
    const inside = yearAt(text, i, limit);
    if (inside !== null) return { value: inside, span: { start: i, end: i + 4 }, end: at + close + 1 };
  }
  return null;
}

/** Whether a citation that is certainly one begins here: by a family's name, or by a title with its year or its label. */
export function startsCitation(reading: Reading, at: number, to: number): boolean {
  const { text, grammar } = reading;
  if (at >= to || !isWordCharacter(text.charCodeAt(at))) return false;
  const head = grammar.heads.longestAt(text, at, to);
  if (head) return true;
  if (chapterAt(reading, at, to) || grammar.pageTitles.longestAt(text, at, to)) return true;
  const name = grammar.names.longestAt(text, at, to);
  if (!name) return false;
  if (readYear(reading, name.end, to)) return true;
  return labelAt(reading, skipMarks(text, name.end, to), to) !== null;
}
