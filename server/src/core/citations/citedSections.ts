import type { Guideline } from '../catalogue/model';
import type { NameIndex } from '../catalogue/nameIndex';
import { isDigit } from '../text/words';
import { type KnownSection, nameOf } from './grammar';
import { readJoiner } from './joiners';
import type { CitedSection } from './model';
import { closestNames, isSlip } from './near';
import { labelAt, type Reading, skipSpaces, trimEnd, wordsAt } from './scan';

/** Where a list of sections is read, and what ends it. */
export interface SectionList {
  /** The guideline whose sections they are, or the one probably meant. */
  readonly guideline: Guideline | null;
  /** Whether another citation begins at a place behind a joiner. */
  readonly isCitation: (at: number, behindAnd: boolean) => boolean;
}

/** Sections joined by commas: known names first, the longest of them; what is unknown ends at a comma. */
export function readSections(
  reading: Reading,
  from: number,
  to: number,
  list: SectionList,
): { readonly sections: CitedSection[]; readonly end: number } {
  const { text, grammar } = reading;
  const names = list.guideline && grammar.sections(list.guideline);
  const sections: CitedSection[] = [];
  let at = skipSpaces(text, from, to);
  let end = from;
  while (at < to && !labelAt(reading, at, to)) {
    const known = names?.longestAt(text, at, to, stop => endsSection(reading, stop, to, list)) ?? null;
    const stop = known?.end ?? unknownEnd(reading, at, to, names, list);
    if (stop <= at) break;
    sections.push(known ? knownSection(text, at, stop, known.values[0]) : unknownSection(reading, at, stop, list));
    end = stop;
    const joiner = readJoiner(reading, stop, to);
    if (joiner.end >= to || joiner.kind === 'none') break;
    if (list.isCitation(joiner.end, joiner.hasAnd)) break;
    joiner.report();
    at = joiner.end;
  }
  return { sections, end };
}

function knownSection(text: string, start: number, end: number, known: KnownSection | undefined): CitedSection {
  const name = text.slice(start, end);
  return {
    span: { start, end },
    name,
    known: known ?? null,
    canonical: known ? nameOf(known) : null,
    number: false,
    suggestions: [],
  };
}

function unknownSection(reading: Reading, start: number, end: number, { guideline }: SectionList): CitedSection {
  const name = reading.text.slice(start, end);
  return {
    span: { start, end },
    name,
    known: null,
    canonical: null,
    number: isNumber(name),
    suggestions: guideline && !isNumber(name) ? suggestSections(reading, name, guideline) : [],
  };
}

/** Canonical names close to an unknown one. Of a list known to be incomplete only names proven by letters count. */
function suggestSections(reading: Reading, name: string, guideline: Guideline): string[] {
  if (reading.comparisons-- <= 0) return [];
  return closestNames(name, comparableNames(guideline));
}

function comparableNames(guideline: Guideline): string[] {
  if (!guideline.sectionsComplete) {
    return guideline.sections.filter(section => section.certainty === 'seen').map(section => section.name);
  }
  return [...guideline.sections.map(section => section.name), ...guideline.topics.map(topic => topic.title)];
}

/** Whether a section may end here: at the end, a mark, an `and`, a label or another citation. */
function endsSection(reading: Reading, at: number, to: number, list: SectionList): boolean {
  const { text, lower } = reading;
  const next = skipSpaces(text, at, to);
  if (next >= to || ',;.'.includes(text.charAt(next))) return true;
  if (text.charAt(next) === '&') return false;
  return wordsAt(lower, next, 'and') || labelAt(reading, next, to) !== null || list.isCitation(next, false);
}

/**
 * The end of an unknown section: the next comma, unless what stands around that comma is close to a known name that
 * holds one. An `and` ends it only before another citation.
 */
function unknownEnd(
  reading: Reading,
  from: number,
  to: number,
  names: NameIndex<KnownSection> | null,
  list: SectionList,
): number {
  const first = pieceEnd(reading, from, to, list);
  if (!names || !list.guideline || reading.comparisons <= 0) return first;
  const known = comparableNames(list.guideline).filter(name => name.includes(','));
  let end = first;
  for (let pieces = 1; pieces < 4 && end < to; pieces++) {
    const joiner = skipSpaces(reading.text, end, to);
    if (reading.text.charAt(joiner) !== ',') break;
    end = pieceEnd(reading, skipSpaces(reading.text, joiner + 1, to), to, list);
    const written = reading.text.slice(from, end);
    reading.comparisons--;
    if (written.length < 200 && known.some(name => isSlip(written, name))) return end;
  }
  return first;
}

function pieceEnd(reading: Reading, from: number, to: number, list: SectionList): number {
  const { text, lower } = reading;
  let i = from;
  while (i < to) {
    const char = text.charAt(i);
    if (char === ',' || char === ';') break;
    if (char === '.' && endsProse(text, i, to)) break;
    if (char === ' ' && i > from) {
      if (labelAt(reading, i + 1, to)) break;
      if (wordsAt(lower, i + 1, 'and') && list.isCitation(skipSpaces(text, i + 4, to), true)) break;
    }
    i++;
  }
  return trimEnd(text, from, i);
}

/** A full stop between two sentences, not one of a number or an abbreviation. */
function endsProse(text: string, stop: number, to: number): boolean {
  const next = skipSpaces(text, stop + 1, to);
  if (next === stop + 1 || next >= to) return next >= to;
  const opensSentence = text.charAt(next) !== text.charAt(next).toLowerCase();
  return opensSentence && !isDigit(text.charCodeAt(stop - 1)) && stop >= 3 && text.charAt(stop - 2) !== ' ';
}

function isNumber(name: string): boolean {
  return /^\d{1,6}(?: ?[-\u2013] ?\d{1,6})?$/.test(name);
}
