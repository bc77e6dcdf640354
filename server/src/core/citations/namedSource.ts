import type { Guideline } from '../catalogue/model';
import { isWordCharacter } from '../text/words';
import { readPages } from './citedPages';
import type { CitedPages, NamedSource } from './model';
import { resolveCitation } from './resolve';
import { labelAt, type Reading, skipMarks, skipSpaces, wordsAt, yearAt } from './scan';
import { readOpening } from './subject';

/** A source that begins at a place of a text, as far as its name reaches. */
export interface SourceStart {
  readonly kind: NamedSource['kind'];
  readonly name: string;
  readonly family: string | null;
  /** Those of the name; a chapter or other source may have none. */
  readonly guidelines: readonly Guideline[];
  readonly chapter: number | null;
  readonly end: number;
}

/** The source whose name begins here, or null. */
export function sourceStartsAt(reading: Reading, at: number, to: number): SourceStart | null {
  const { text, grammar } = reading;
  const other = grammar.others.longestAt(text, at, to);
  const definition = other?.values[0];
  if (other && definition) {
    const end = bracketedNameEnd(reading, other.end, to);
    return { kind: 'other', name: definition.name, family: definition.family, guidelines: [], chapter: null, end };
  }
  return chapterSource(reading, at, to) ?? guidelineSource(reading, at, to) ?? standardSource(reading, at, to);
}

/** A second name of the source in brackets behind the first. */
function bracketedNameEnd({ text, grammar }: Reading, at: number, to: number): number {
  const open = skipSpaces(text, at, to);
  if (text.charAt(open) !== '(') return at;
  const inner = grammar.others.longestAt(text, open + 1, to);
  return inner && text.charAt(inner.end) === ')' ? inner.end + 1 : at;
}

/** The name of a family with a chapter number or a title behind it. */
function chapterSource(reading: Reading, at: number, to: number): SourceStart | null {
  const { text, grammar } = reading;
  if (!grammar.heads.longestAt(text, at, to)) return null;
  const opening = readOpening(reading, at, to);
  if (!opening.head) return null;
  const next = skipMarks(text, opening.end, to);
  const title = grammar.names.longestAt(text, next, to);
  if (opening.chapter === null && !title) return null;
  const { chapter } = opening;
  const guidelines = chapter === null ? (title?.values ?? []) : grammar.catalogue.chapter(chapter);
  const head = text.slice(opening.head.start, opening.head.end);
  const named = title && (chapter === null || guidelines.some(guideline => title.values.includes(guideline)));
  return {
    kind: 'guideline',
    name: guidelines[0]?.title ?? head,
    family: guidelines[0]?.family ?? grammar.chapterFamily,
    guidelines,
    chapter,
    end: named ? title.end : opening.end,
  };
}

/** A guideline by its title, where the title cannot be ordinary words: capitals, and three words or a year or the like. */
function guidelineSource(reading: Reading, at: number, to: number): SourceStart | null {
  const { text, lower, grammar } = reading;
  const first = text.charAt(at);
  if (first === first.toLowerCase() && !/\d/.test(first)) return null;
  const title = grammar.names.longestAt(text, at, to);
  if (!title) return null;
  const words = text
    .slice(at, title.end)
    .split(/[^A-Za-z0-9]+/)
    .filter(word => word.length > 3 || /^[A-Z]/.test(word));
  if (words.some(word => !/^[A-Z0-9]/.test(word))) return null;
  const next = skipMarks(text, title.end, to);
  const isMarked =
    yearAt(text, next, to) !== null ||
    ['guideline', 'guidelines', grammar.chapterLabel].some(word => wordsAt(lower, next, word));
  if (words.length < 3 && !isMarked) return null;
  const guideline = title.values[0];
  return guideline
    ? {
        kind: 'guideline',
        name: guideline.title,
        family: guideline.family,
        guidelines: title.values,
        chapter: null,
        end: title.end,
      }
    : null;
}

/** The standard by one of its names, unless a guideline of it is named right behind. */
function standardSource(reading: Reading, at: number, to: number): SourceStart | null {
  const { text, grammar } = reading;
  const standard = grammar.standardNames.longestAt(text, at, to);
  const name = standard?.values[0];
  if (!standard || name === undefined) return null;
  let next = standard.end;
  while (next < to && !isWordCharacter(text.charCodeAt(next)) && !'.;'.includes(text.charAt(next))) next++;
  if (next < to && next - standard.end < 4 && (chapterSource(reading, next, to) ?? guidelineSource(reading, next, to)))
    return null;
  return { kind: 'standard', name, family: null, guidelines: [], chapter: null, end: standard.end };
}

/** How far behind a name its pages may stand, and before it: "page 82 of the …". */
const PAGES_BEHIND = 60;
const PAGES_BEFORE = 50;

/** The source with the pages near its name and the guideline that they and a year single out. */
export function readSource(reading: Reading, start: SourceStart, at: number, to: number): NamedSource {
  const { text, grammar } = reading;
  const behind = start.kind === 'standard' ? null : pagesBehind(reading, start.end, to);
  const before = behind || start.kind === 'standard' ? null : pagesBefore(reading, at);
  const pages = behind?.pages ?? before?.pages ?? [];
  const end = behind?.end ?? start.end;
  const facts = {
    named: start.guidelines,
    year: yearNear(reading, start.end, to) ?? yearBefore(reading, at),
    style: 'none',
    pages,
    hasHead: false,
    sectionNames: [],
  } as const;
  const { guideline, candidates } = resolveCitation({ ...facts, chapter: start.chapter }, grammar);
  const from = before?.start ?? at;
  return {
    kind: start.kind,
    span: { start: from, end },
    name: text.slice(from, end),
    source: guideline?.title ?? start.name,
    family: guideline?.family ?? start.family,
    guideline,
    candidates,
    chapter: start.chapter,
    pages,
    topics: [],
  };
}

function yearNear({ text }: Reading, from: number, to: number): number | null {
  const limit = Math.min(to, from + 30);
  for (let i = from; i < limit && !'.;'.includes(text.charAt(i)); i++) {
    const year = yearAt(text, i, limit);
    if (year !== null) return year;
  }
  return null;
}

/** A year before the name, as in "the 2016 … Guidelines". */
function yearBefore({ text }: Reading, at: number): number | null {
  for (let i = at - 5; i >= Math.max(0, at - 16); i--) {
    if (text.charAt(i) === '.') return null;
    const year = yearAt(text, i, at);
    if (year !== null) return year;
  }
  return null;
}

interface NearPages {
  readonly pages: readonly CitedPages[];
  readonly start: number;
  readonly end: number;
}

function pagesBehind(reading: Reading, from: number, to: number): NearPages | null {
  const { text } = reading;
  const limit = Math.min(to, from + PAGES_BEHIND);
  for (let i = from; i < limit; i++) {
    if (text.charAt(i) === '.' && text.charAt(i + 1) === ' ' && /[A-Z]/.test(text.charAt(i + 2))) return null;
    if (i > from && isWordCharacter(text.charCodeAt(i - 1))) continue;
    const label = labelAt(reading, i, to);
    if (label?.kind === 'page') return pagesOf(reading, label.end, label.start, to);
    if (sourceWordAt(reading, i, to)) return null;
  }
  return null;
}

function sourceWordAt({ text, grammar }: Reading, at: number, to: number): boolean {
  return (grammar.others.longestAt(text, at, to) ?? grammar.heads.longestAt(text, at, to)) !== null;
}

function pagesBefore(reading: Reading, at: number): NearPages | null {
  const { text, lower } = reading;
  for (let i = Math.max(0, at - PAGES_BEFORE); i < at; i++) {
    const label = labelAt(reading, i, at);
    if (label?.kind !== 'page') continue;
    const near = pagesOf(reading, label.end, i, at);
    if (!near) continue;
    const next = skipSpaces(text, near.end, at);
    if (wordsAt(lower, next, 'of') || wordsAt(lower, next, 'in')) return near;
  }
  return null;
}

/** The numbers behind a page label; in running text what is no number is no page. */
function pagesOf(reading: Reading, from: number, start: number, to: number): NearPages | null {
  const isWord = (at: number) => !/\d/.test(reading.text.charAt(at));
  const read = readPages({ ...reading, problems: [] }, from, to, isWord);
  const pages = read.pages.filter(page => page.range !== null);
  return pages.length > 0 ? { pages, start, end: pages.at(-1)?.span.end ?? read.end } : null;
}
