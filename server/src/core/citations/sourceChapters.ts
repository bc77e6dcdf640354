import type { Guideline } from '../catalogue/model';
import type { Span } from '../text/span';
import { isWordCharacter } from '../text/words';
import { nameOf } from './grammar';
import type { NamedSource } from './model';
import { type Reading, skipSpaces, wordsAt } from './scan';

interface ChapterPlace {
  readonly guideline: Guideline;
  readonly start: number;
  readonly end: number;
}

/**
 * The chapters of a source named behind it, each a source of its own with the topics that follow; the source alone if it
 * has no chapters or none is named. In running text only a chapter set off by marks, or next to the name, is one.
 */
export function readChapters(
  reading: Reading,
  source: NamedSource,
  from: number,
  to: number,
  kind: 'free' | 'prose',
): NamedSource[] {
  const topicsOf = (guideline: Guideline, start: number, end: number) => readTopics(reading, guideline, start, end);
  if (source.guideline) return [{ ...source, topics: topicsOf(source.guideline, from, to) }];
  if (source.kind !== 'other' || source.family === null) return [source];
  const chapters = findChapters(reading, source.family, from, to, kind === 'free' ? to : from + 2);
  if (chapters.length === 0) return kind === 'free' ? [byTopic(reading, source, source.family, from, to)] : [source];
  return chapters.map((chapter, index) => {
    const extent = chapters[index + 1]?.start ?? to;
    const topics = topicsOf(chapter.guideline, chapter.end, extent);
    const span = {
      start: index === 0 ? source.span.start : chapter.start,
      end: topics.at(-1)?.span.end ?? chapter.end,
    };
    const name = reading.text.slice(span.start, span.end);
    return { ...source, span, name, guideline: chapter.guideline, candidates: [chapter.guideline], topics };
  });
}

/** Chapters that fill a piece of the text between two marks; if there is none, the first one that begins before `looseTo`. */
function findChapters(reading: Reading, family: string, from: number, to: number, looseTo: number): ChapterPlace[] {
  const { text, grammar } = reading;
  const names = grammar.family(family);
  const filling: ChapterPlace[] = [];
  let loose: ChapterPlace | null = null;
  let startsPiece = true;
  for (let i = from; i < to; i++) {
    if (!isWordCharacter(text.charCodeAt(i))) {
      if (PIECE_MARKS.includes(text.charAt(i))) startsPiece = true;
      continue;
    }
    if (i > 0 && isWordCharacter(text.charCodeAt(i - 1))) continue;
    const isCapital = text.charAt(i) !== text.charAt(i).toLowerCase();
    const found = isCapital ? names.longestAt(text, i, to) : null;
    const guideline = found?.values[0];
    if (found && guideline) {
      const place = { guideline, start: i, end: found.end };
      if (startsPiece && fillsPiece(reading, found.end, to)) filling.push(place);
      if (i < looseTo) loose ??= place;
      i = found.end - 1;
    }
    startsPiece = wordsAt(reading.lower, i, 'and') ? startsPiece || filling.length > 0 : false;
  }
  if (filling.length > 0) return filling;
  return loose ? [loose] : [];
}

const PIECE_MARKS = ',;:/()[]-\u2013\u2014';
const CHAPTER_WORDS = ['chapter', 'chapters', 'section', 'sections', 'guideline', 'guidelines', 'procedure', 'and'];

function fillsPiece({ text, lower, grammar }: Reading, end: number, to: number): boolean {
  const next = skipSpaces(text, end, to);
  if (next >= to || !isWordCharacter(text.charCodeAt(next))) return true;
  return [...CHAPTER_WORDS, grammar.chapterLabel].some(word => wordsAt(lower, next, word));
}

function readTopics(reading: Reading, guideline: Guideline, from: number, to: number): { span: Span; title: string }[] {
  const { text, grammar } = reading;
  const names = grammar.sections(guideline);
  const topics: { span: Span; title: string }[] = [];
  for (let i = from; i < to; i++) {
    if (!isWordCharacter(text.charCodeAt(i)) || (i > 0 && isWordCharacter(text.charCodeAt(i - 1)))) continue;
    const found = names.longestAt(text, i, to);
    const known = found?.values[0];
    if (!found || !known) continue;
    topics.push({ span: { start: i, end: found.end }, title: nameOf(known) });
    i = found.end - 1;
  }
  return topics;
}

/** A source without chapter whose topic only one of its chapters has. */
function byTopic(reading: Reading, source: NamedSource, family: string, from: number, to: number): NamedSource {
  const chapters = reading.grammar.catalogue.guidelines.filter(guideline => guideline.family === family);
  const having = chapters.map(guideline => ({ guideline, topics: readTopics(reading, guideline, from, to) }));
  const [only, ...more] = having.filter(chapter => chapter.topics.length > 0);
  if (!only || more.length > 0) return source;
  const span = { start: source.span.start, end: only.topics.at(-1)?.span.end ?? source.span.end };
  return {
    ...source,
    span,
    name: reading.text.slice(span.start, span.end),
    guideline: only.guideline,
    candidates: [only.guideline],
    topics: only.topics,
  };
}
