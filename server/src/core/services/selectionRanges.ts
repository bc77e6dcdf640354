import { lineOfField } from '../citations/lineOfItem';
import { paragraphsIn } from '../facts/paragraphs';
import { type Passage, passagesOf } from '../facts/passages';
import type { Letter } from '../language/letter';
import type { ItemPart, Part } from '../language/tree';
import type { Setup } from '../setup';
import type { Folded } from '../text/folded';
import { contains, type Span, shift } from '../text/span';
import { isSpace, isWordCharacter } from '../text/words';
import { type LetterSymbol, letterSymbols } from './symbols';

/**
 * What can be selected around each offset, from small to large: word, what is written together with it, what a citation
 * gives, citation, sentence, paragraph, value, field, item, section, letter. Each span holds the one before it and is
 * larger; there is at least one.
 */
export function selectionRanges(
  letter: Letter,
  setup: Setup,
  offsets: readonly number[],
): readonly (readonly Span[])[] {
  const outline = letterSymbols(letter);
  return offsets.map(offset => rangesAt(letter, setup, outline, offset));
}

function rangesAt(letter: Letter, setup: Setup, outline: readonly LetterSymbol[], offset: number): Span[] {
  const { text } = letter.source;
  const whole = { start: 0, end: text.length };
  const placed = letter.parts.findLast(({ start }) => start <= offset);
  const inPart = placed ? partRanges(placed.part, setup, offset - placed.start) : [];
  const candidates = [
    ...wordsAt(text, offset),
    ...inPart.map(span => shift(span, placed?.start ?? 0)),
    ...outline.flatMap(symbol => outlineRanges(symbol, offset)),
    whole,
  ];
  const around = candidates
    .filter(span => contains(span, offset) && (span.end > span.start || span === whole))
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const growing: Span[] = [];
  for (const span of around) {
    const last = growing.at(-1);
    if (!last || (span.start <= last.start && last.end <= span.end && !isSame(span, last))) growing.push(span);
  }
  return growing;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

/** The word, and what stands around it up to white space: "non-steroidal", "03/14/2016". */
function wordsAt(text: string, offset: number): Span[] {
  const stretch = (belongs: (code: number) => boolean): Span => {
    let start = offset;
    let end = offset;
    while (start > 0 && belongs(text.charCodeAt(start - 1))) start--;
    while (end < text.length && belongs(text.charCodeAt(end))) end++;
    return { start, end };
  };
  const word = stretch(isWordCharacter);
  const written = stretch(code => !isSpace(code));
  let { end } = written;
  while (end > offset && !isWordCharacter(text.charCodeAt(end - 1))) end--;
  return [word, { start: written.start, end }];
}

/** Sections with their items, items and fields, and the names of each. */
function outlineRanges({ span, nameSpan, children }: LetterSymbol, offset: number): Span[] {
  if (!contains(span, offset)) return [];
  return [span, nameSpan, ...children.flatMap(child => outlineRanges(child, offset))];
}

/** What a part holds around a place in it; relative to the part. */
function partRanges(part: Part, setup: Setup, at: number): Span[] {
  const values = part.fields.map(({ value }) => value);
  const title = part.kind === 'item' ? [part.title.name, part.title.span] : [];
  const passages = passagesOf(part, setup.vocabulary).filter(({ text }) =>
    contains(text.source(0, text.text.length), at),
  );
  return [
    ...values,
    ...title,
    ...passages.flatMap(passage => passageRanges(part, passage, at)),
    ...(part.kind === 'item' ? citationRanges(part, setup, at) : []),
  ];
}

function passageRanges(part: Part, { text, sentences }: Passage, at: number): Span[] {
  const folded = text.at(at);
  const around = sentences.filter(({ start, sentence }) => start <= folded && folded <= start + sentence.text.length);
  const starts = [0, ...paragraphsIn(part, text), text.text.length];
  const paragraphs = starts.slice(1).map((end, index) => trimmed(text, { start: starts[index] ?? 0, end }));
  return [
    ...around.map(({ start, sentence }) => text.source(start, start + sentence.text.length)),
    ...paragraphs.filter(({ start, end }) => start <= folded && folded <= end).map(s => text.source(s.start, s.end)),
  ];
}

function trimmed({ text }: Folded, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** The citations of guideline lines, and the pages and sections they give. */
function citationRanges(item: ItemPart, setup: Setup, at: number): Span[] {
  const field = item.fields.find(({ definition, span }) => definition.kind === 'guidelineLine' && contains(span, at));
  const line = field && lineOfField(field, setup);
  if (!line) return [];
  const spans = line.citations.flatMap(({ span, titleSpan, pages, sections }) => [
    span,
    titleSpan,
    ...pages.map(page => page.span),
    ...sections.map(section => section.span),
  ]);
  const sources = line.other?.sources.map(({ span }) => span) ?? [];
  return [...spans, ...sources].map(({ start, end }) => field.text.source(start, end));
}
