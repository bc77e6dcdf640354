import { lineOfField } from '../citations/lineOfItem';
import type { Citation, GuidelineLine, NamedSource } from '../citations/model';
import type { ItemField, ItemPart, Placed } from '../language/tree';
import type { Setup } from '../setup';
import { squeeze } from '../text/words';
import { change } from './changes';
import type { Change, CitationAspect } from './comparison';
import { Pairing, pairByKey } from './pairing';
import { said, type WordingChange } from './wording';

/** A guideline line of an item. */
export interface PlacedLine {
  readonly item: Placed<ItemPart>;
  readonly field: ItemField;
}

/** What became of the citations and sources of a guideline line whose words changed. */
export function lineChanges(before: PlacedLine, after: PlacedLine, wording: WordingChange, setup: Setup): Change[] {
  const old = readLine(before, setup);
  const now = readLine(after, setup);
  const label = after.field.definition.label;
  const place = ({ item, field }: PlacedLine) => ({ text: field.text, start: item.start });
  const inOld = ({ span }: Citation | NamedSource) => said(place(before), span);
  const inNow = ({ span }: Citation | NamedSource) => said(place(after), span);
  const changes: Change[] = [];

  const citations = pairCitations(old.citations, now.citations);
  for (const { before: from, after: to } of citations.pairs()) {
    const [was, is] = [old.citations[from] as Citation, now.citations[to] as Citation];
    const aspects = aspectsOf(was, is);
    if (aspects.length > 0) changes.push(change('citation', inOld(was), inNow(is), { label, aspects }));
  }
  for (const index of citations.gone()) {
    changes.push(change('citation', inOld(old.citations[index] as Citation), null, { label }));
  }
  for (const index of citations.added()) {
    changes.push(change('citation', null, inNow(now.citations[index] as Citation), { label }));
  }

  const sources = pairByKey(old.sources, now.sources, sourceKey);
  for (const index of sources.gone()) {
    changes.push(change('source', inOld(old.sources[index] as NamedSource), null, { label }));
  }
  for (const index of sources.added()) {
    changes.push(change('source', null, inNow(now.sources[index] as NamedSource), { label }));
  }
  if (changes.length > 0) return changes;
  return [change('guidelineLine', wording.before, wording.after, { label, words: wording.words })];
}

interface ReadLine {
  readonly citations: readonly Citation[];
  readonly sources: readonly NamedSource[];
}

function readLine({ field }: PlacedLine, setup: Setup): ReadLine {
  const line: GuidelineLine | null = lineOfField(field, setup);
  return { citations: line?.citations ?? [], sources: line?.other?.sources ?? [] };
}

/** First what is the same, then what cites the same guideline, the same title, the same chapter. */
function pairCitations(old: readonly Citation[], now: readonly Citation[]): Pairing {
  const pairing = new Pairing(old.length, now.length);
  for (const keyOf of [wholeKey, guidelineKey, titleKey, chapterKey]) {
    pairing.byKey(
      index => keyOf(old[index] as Citation),
      index => keyOf(now[index] as Citation),
    );
  }
  return pairing;
}

function wholeKey(citation: Citation): string {
  return JSON.stringify([guidelineKey(citation), titleKey(citation), editionOf(citation), ...referencesOf(citation)]);
}

function guidelineKey({ guideline }: Citation): string {
  return guideline?.id ?? '';
}

function titleKey({ guideline, title }: Citation): string {
  return squeeze(guideline?.title ?? title);
}

function chapterKey({ family, chapter }: Citation): string {
  return chapter === null ? '' : `${family} ${chapter}`;
}

/** Of a guideline that is known the year may be left out. */
function editionOf({ guideline, year }: Citation): number | null {
  return year ?? guideline?.year ?? null;
}

function referencesOf({ pages, sections }: Citation): readonly [readonly string[], readonly string[]] {
  return [
    pages.map(({ range, text }) => (range ? range.join('-') : squeeze(text))).sort(),
    sections.map(({ canonical, name }) => squeeze(canonical ?? name)).sort(),
  ];
}

function aspectsOf(was: Citation, is: Citation): CitationAspect[] {
  const [oldPages, oldSections] = referencesOf(was);
  const [pages, sections] = referencesOf(is);
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const chapterOf = ({ chapter, guideline }: Citation) => guideline?.chapter ?? chapter;
  const aspects: [CitationAspect, boolean][] = [
    ['title', titleKey(was) === titleKey(is)],
    ['edition', editionOf(was) === editionOf(is)],
    ['chapter', chapterOf(was) === chapterOf(is)],
    ['pages', isSame(oldPages, pages)],
    ['sections', isSame(oldSections, sections)],
  ];
  return aspects.flatMap(([aspect, same]) => (same ? [] : [aspect]));
}

function sourceKey({ source, guideline, chapter, pages, topics }: NamedSource): string {
  const pagesCited = pages.map(({ text }) => squeeze(text)).sort();
  return JSON.stringify([source, guideline?.id ?? null, chapter, pagesCited, topics.map(({ title }) => title).sort()]);
}
