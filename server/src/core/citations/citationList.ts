import type { Guideline } from '../catalogue/model';
import type { Span } from '../text/span';
import { isWordCharacter } from '../text/words';
import { readPages } from './citedPages';
import { readSections } from './citedSections';
import { nameOf } from './grammar';
import { readJoiner } from './joiners';
import type { Citation, CitedPages, CitedSection } from './model';
import { closestNames } from './near';
import { resolveCitation } from './resolve';
import { type LabelMatch, labelAt, type Reading, skipMarks, skipSpaces, trimEnd, wordsAt, yearAt } from './scan';
import { readSubject, type Subject, startsCitation, TITLE_LOOKAHEAD, unknownTitleEnd } from './subject';

/** Reads the citations of a standard's sentence, one behind the other. `end`: where text begins that is none of them. */
export function readCitations(reading: Reading, body: Span): { readonly citations: Citation[]; readonly end: number } {
  const { text, problems } = reading;
  const citations: Citation[] = [];
  let at = body.start;
  while (at < body.end) {
    const citation = readCitation(reading, at, body.end, citations.at(-1) ?? null);
    if (citation.span.end <= at) break;
    citations.push(citation);
    const end = citation.span.end;
    const joiner = readJoiner(reading, end, body.end);
    if (joiner.end >= body.end) {
      if (joiner.kind === 'mark')
        problems.push({ kind: 'stray-comma', span: { start: end, end: body.end }, replacement: '' });
      return { citations, end: body.end };
    }
    const next = nextWord(text, joiner.end, body.end);
    const isNext = startsCitation(reading, next, body.end);
    if (joiner.kind !== 'mark' && !isNext) return { citations, end };
    if (joiner.kind === 'mark') joiner.report();
    else
      problems.push({
        kind: 'run-together',
        span: { start: end, end: next },
        replacement: joinerOf(citation, reading),
      });
    at = next;
  }
  return { citations, end: at };
}

function joinerOf(citation: Citation, { grammar }: Reading): string {
  const { pageStyle, sectionStyle } = grammar.line;
  return (citation.style === 'page' ? pageStyle : sectionStyle)?.joiner ?? ', ';
}

function nextWord(text: string, at: number, to: number): number {
  let i = at;
  while (i < to && !isWordCharacter(text.charCodeAt(i))) i++;
  return i;
}

function readCitation(reading: Reading, start: number, to: number, previous: Citation | null): Citation {
  const subject = continuation(reading, start, to, previous) ?? readSubject(reading, start, to);
  const parts = readParts(reading, subject, to);
  return finish(reading, start, subject, parts);
}

/** A topic behind the pages of another topic of the same guideline, which is not named again. */
function continuation(reading: Reading, start: number, to: number, previous: Citation | null): Subject | null {
  if (previous?.style !== 'page' || !previous.guideline || startsCitation(reading, start, to)) return null;
  const known = reading.grammar.sections(previous.guideline).longestAt(reading.text, start, to);
  if (!known || reading.grammar.names.longestAt(reading.text, start, to)) return null;
  const nothing = { start, end: start };
  return {
    head: null,
    chapter: previous.chapter,
    chapterSpan: null,
    title: nothing,
    named: [previous.guideline],
    year: previous.year,
    yearSpan: null,
    end: start,
  };
}

interface Parts {
  readonly label: LabelMatch | null;
  readonly pages: readonly CitedPages[];
  readonly sections: readonly CitedSection[];
  readonly likely: readonly Guideline[];
  readonly end: number;
}

/** What follows the subject: topics before a page label, then labels each with its pages or sections. */
function readParts(reading: Reading, subject: Subject, to: number): Parts {
  const { text, problems } = reading;
  const likely = subject.named.length > 0 || subject.chapter !== null ? [] : probablyMeant(reading, subject);
  const style = styleWithoutLabel(reading, subject, []);
  const guideline = resolveCitation(factsOf(subject, style, [], []), reading.grammar).guideline ?? likely[0] ?? null;
  const list = {
    guideline,
    isCitation: (at: number, behindAnd: boolean) => isCitation(reading, at, to, behindAnd, guideline),
  };
  const pages: CitedPages[] = [];
  const sections: CitedSection[] = [];
  let label: LabelMatch | null = null;
  let end = subject.end;

  const topics = topicsStart(reading, subject, to, guideline);
  if (topics !== null) {
    const read = readSections(reading, topics, to, list);
    for (const section of read.sections) sections.push(section);
    end = Math.max(end, read.end);
  }
  for (;;) {
    const found = labelAt(reading, skipMarks(text, end, to), to);
    if (!found) break;
    reportTightComma(reading, end, found.start);
    label ??= found;
    const read =
      found.kind === 'page'
        ? readPages(
            reading,
            found.end,
            to,
            at => list.isCitation(skipAnd(reading, at, to), true) || isNextTopic(reading, found, at, to, guideline),
          )
        : readSections(reading, found.end, to, list);
    // One by one: a hostile line gives more than a call takes arguments.
    if ('pages' in read) for (const page of read.pages) pages.push(page);
    else for (const section of read.sections) sections.push(section);
    if (read.end <= found.end)
      problems.push({ kind: 'empty-label', span: { start: found.start, end: found.end }, replacement: null });
    end = Math.max(read.end, found.end);
  }
  return { label, pages, sections, likely, end };
}

/** A comma that stands directly before a label. */
function reportTightComma({ text, problems }: Reading, from: number, label: number): void {
  const at = label - 1;
  if (at >= from && text.charAt(at) === ',')
    problems.push({ kind: 'comma-without-space', span: { start: at, end: label }, replacement: ', ' });
}

function skipAnd({ text, lower }: Reading, at: number, to: number): number {
  return wordsAt(lower, at, 'and') ? skipSpaces(text, at + 3, to) : at;
}

/** Behind pages a topic begins a part of its own; directly behind the label it stands in the place of a page. */
function isNextTopic(
  reading: Reading,
  label: LabelMatch,
  at: number,
  to: number,
  guideline: Guideline | null,
): boolean {
  return at > skipSpaces(reading.text, label.end, to) && knowsSection(reading, at, to, guideline);
}

function knowsSection({ text, grammar }: Reading, at: number, to: number, guideline: Guideline | null): boolean {
  return guideline !== null && grammar.sections(guideline).longestAt(text, at, to) !== null;
}

/**
 * Where topics or sections without a label begin: directly behind the title, or behind a comma if the guideline has a
 * section of that name or a page label follows before the next comma. Null if nothing of the kind follows.
 */
function topicsStart(reading: Reading, subject: Subject, to: number, guideline: Guideline | null): number | null {
  const { text, lower } = reading;
  const at = skipSpaces(text, subject.end, to);
  if (at >= to) return null;
  if (text.charAt(at) !== ',' && text.charAt(at) !== ':') {
    const isText = isWordCharacter(text.charCodeAt(at)) && !wordsAt(lower, at, 'and');
    if (!isText || labelAt(reading, at, to)) return null;
    // Behind a title without its year any words are a topic, even if they hold a year.
    const mayBeNext = subject.year !== null || startsCitation(reading, at, to);
    return mayBeNext && isCitation(reading, at, to, false, guideline) ? null : at;
  }
  const next = skipMarks(text, at, to);
  if (next >= to || labelAt(reading, next, to) || startsCitation(reading, next, to)) return null;
  if (knowsSection(reading, next, to, guideline)) return next;
  for (let i = next; i < to && text.charAt(i) !== ','; i++) {
    if (i > next && labelAt(reading, i, to)?.kind === 'page') return next;
  }
  return null;
}

/** Whether a citation, not another section, begins here. Behind an `and` an unknown title with its year is one too. */
function isCitation(
  reading: Reading,
  at: number,
  to: number,
  behindAnd: boolean,
  guideline: Guideline | null,
): boolean {
  const { text, grammar } = reading;
  if (at >= to) return false;
  const section = guideline && grammar.sections(guideline).longestAt(text, at, to);
  const name = grammar.names.longestAt(text, at, to);
  if (startsCitation(reading, at, to)) {
    // A name that is also a section of the guideline at hand is another citation only with its year.
    if (!section || !name || section.end < name.end) return true;
    return section.end === name.end && yearAt(text, skipMarks(text, name.end, to), to) !== null;
  }
  if (section) return false;
  if (name) {
    const next = skipSpaces(text, name.end, to);
    if (next >= to || text.charAt(next) === ',') return true;
  }
  const unknown = unknownTitleEnd(reading, at, Math.min(to, at + TITLE_LOOKAHEAD));
  if (!unknown.hasYear) return false;
  return behindAnd || !text.slice(at, unknown.at).includes(',') || isMisspelled(reading, text.slice(at, unknown.at));
}

function isMisspelled(reading: Reading, title: string): boolean {
  return reading.comparisons-- > 0 && closestNames(title, reading.grammar.printedNames, 1).length > 0;
}

/** The guidelines whose names are close to an unknown title. */
function probablyMeant(reading: Reading, subject: Subject): readonly Guideline[] {
  const title = reading.text.slice(subject.title.start, subject.title.end);
  if (title === '' || reading.comparisons-- <= 0) return [];
  const { grammar } = reading;
  const close = closestNames(title, grammar.printedNames).flatMap(name => [...grammar.names.get(name)]);
  const facts = factsOf({ ...subject, named: [...new Set(close)] }, 'none', [], []);
  return resolveCitation(facts, grammar).candidates;
}

function factsOf(
  subject: Subject,
  style: Citation['style'],
  pages: readonly CitedPages[],
  sections: readonly CitedSection[],
) {
  return {
    named: subject.named,
    year: subject.year,
    chapter: subject.chapter,
    style,
    pages,
    hasHead: subject.head !== null,
    sectionNames: sections.map(section => section.name),
  };
}

function finish(reading: Reading, start: number, subject: Subject, parts: Parts): Citation {
  const { text, grammar } = reading;
  const { label, pages, sections, likely } = parts;
  const style = label?.kind ?? styleWithoutLabel(reading, subject, sections);
  const { guideline, candidates } = resolveCitation(factsOf(subject, style, pages, sections), grammar);
  const span = { start, end: trimEnd(text, start, Math.max(parts.end, start)) };
  const family =
    guideline?.family ?? (subject.head && subject.title.start === subject.title.end ? grammar.chapterFamily : null);
  return {
    span,
    text: text.slice(span.start, span.end),
    style,
    family: family ?? 'other',
    guideline,
    title: text.slice(subject.title.start, subject.title.end),
    titleSpan: subject.title,
    head: subject.head && { text: text.slice(subject.head.start, subject.head.end), span: subject.head },
    year: subject.year,
    yearSpan: subject.yearSpan,
    chapter: subject.chapter,
    chapterSpan: subject.chapterSpan,
    label: label && { kind: label.kind, span: { start: label.start, end: label.end } },
    pages,
    sections: knownIn(guideline, sections, reading),
    candidates: candidates.length > 0 ? candidates : likely,
    nameKnown: subject.named.length > 0,
  };
}

/** A year belongs to the section style; a family's name, a chapter number, a title of that style or a topic to the page style. */
function styleWithoutLabel(
  { text, grammar }: Reading,
  subject: Subject,
  sections: readonly CitedSection[],
): Citation['style'] {
  if (subject.year !== null) return 'section';
  if (subject.head || subject.chapter !== null || sections.length > 0) return 'page';
  const title = text.slice(subject.title.start, subject.title.end);
  return grammar.pageTitles.get(title).length > 0 ? 'page' : 'none';
}

/** Sections were read with the names of the guideline that seemed meant; another edition may have been. */
function knownIn(guideline: Guideline | null, sections: readonly CitedSection[], { grammar }: Reading): CitedSection[] {
  return sections.map(section => {
    const known = guideline ? (grammar.sections(guideline).get(section.name)[0] ?? null) : section.known;
    return known === section.known ? section : { ...section, known, canonical: known && nameOf(known) };
  });
}
