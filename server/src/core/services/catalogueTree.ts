import type { Guideline, GuidelineSection, GuidelineTopic } from '../catalogue/model';
import type { PageCertainty, PageRange, SectionEntry } from '../catalogue/schema';
import { partName, printPages } from '../citations/print';
import type { CitationStyleName } from '../language/facts';
import type { Setup } from '../setup';
import { squeeze } from '../text/words';
import { searchOf } from './catalogueSearches';
import type { CitationRef } from './citationText';

/** An entry of the catalogue, as a list of guidelines with their sections and pages shows it. */
export interface CatalogueEntry {
  /** What is cited by it; also names the entry. */
  readonly citation: CitationRef;
  readonly kind: 'guideline' | 'section' | 'page';
  readonly name: string;
  /** The guideline it belongs to; of a guideline empty. */
  readonly within: string;
  /** Of a guideline its chapter, edition or year; else null. */
  readonly chapter: number | null;
  readonly edition: string | null;
  /** "60", "173-174"; empty where no page is known. */
  readonly pages: string;
  /** How well a section or page is known; null of a guideline. */
  readonly certainty: SectionEntry['certainty'] | PageCertainty | null;
  readonly status: Guideline['status'];
  /** Whether it was in force on the day asked about; null where that is not known, or no day is given. */
  readonly inForce: boolean | null;
  readonly hasChildren: boolean;
}

/** What the entries are shown for: the letter's style, and the day that counts for it (yyyy-mm-dd). */
export interface CatalogueView {
  readonly style: CitationStyleName | null;
  readonly day: string | null;
}

const MOST_FOUND = 100;

/** Every guideline by name, those that cannot be cited in this letter last. */
export function catalogueEntries(setup: Setup, view: CatalogueView): CatalogueEntry[] {
  const entries = setup.catalogue.guidelines.map(guideline => guidelineEntry(guideline, setup, view));
  const rank = ({ inForce, status }: CatalogueEntry) => (status === 'proposed' ? 2 : inForce === false ? 1 : 0);
  return entries.sort(
    (a, b) => rank(a) - rank(b) || compare(a.name, b.name) || compare(a.edition ?? '', b.edition ?? ''),
  );
}

/** The sections of a guideline, or the pages of a section; none of anything else. */
export function catalogueChildren(setup: Setup, of: CitationRef, view: CatalogueView): CatalogueEntry[] {
  const guideline = setup.catalogue.byId(of.guideline);
  if (!guideline || of.page !== undefined) return [];
  const parts = partsOf(guideline, view.style);
  if (of.section === undefined) return parts.map(part => partEntry(part, guideline, setup, view));
  return parts.filter(({ name }) => name === of.section).flatMap(part => pageEntries(part, guideline, setup, view));
}

/** The best finds for words, a chapter number or a page, best first. */
export function searchCatalogue(setup: Setup, query: string, view: CatalogueView): CatalogueEntry[] {
  const seen = new Set<string>();
  return searchOf(setup)
    .search(query, MOST_FOUND)
    .flatMap(({ guideline, section, topic }) => {
      const found = section ?? topic;
      const part = found && partsOf(guideline, view.style).find(({ name }) => name === partName(found));
      const entry = part ? partEntry(part, guideline, setup, view) : guidelineEntry(guideline, setup, view);
      const key = JSON.stringify(entry.citation);
      if (seen.has(key)) return [];
      seen.add(key);
      return [entry];
    });
}

/** A section that can be cited by name, by pages, or either way. */
interface Part {
  readonly name: string;
  readonly section: GuidelineSection | null;
  readonly topic: GuidelineTopic | null;
}

/** Sections and topics, one entry for both where they have one name; first what the style cites. */
function partsOf(guideline: Guideline, style: CitationStyleName | null): Part[] {
  const topics = new Map(guideline.topics.map(topic => [squeeze(topic.title), topic]));
  const sections = guideline.sections.map(section => {
    const key = squeeze(section.name);
    const topic = topics.get(key) ?? null;
    topics.delete(key);
    return { name: section.name, section, topic };
  });
  const others = [...topics.values()].map(topic => ({ name: topic.title, section: null, topic }));
  return style === 'page' ? [...others, ...sections] : [...sections, ...others];
}

function guidelineEntry(guideline: Guideline, setup: Setup, view: CatalogueView): CatalogueEntry {
  return {
    ...shared(guideline, setup, view),
    citation: { guideline: guideline.id },
    kind: 'guideline',
    name: guideline.title,
    within: '',
    chapter: guideline.chapter,
    edition: guideline.edition ?? (guideline.year === null ? null : String(guideline.year)),
    pages: guideline.pages ? printPages([guideline.pages.range]) : '',
    certainty: null,
    hasChildren: guideline.sections.length + guideline.topics.length > 0,
  };
}

function partEntry({ name, section, topic }: Part, guideline: Guideline, setup: Setup, view: CatalogueView) {
  const pages = topic?.pages ?? [];
  return {
    ...shared(guideline, setup, view),
    citation: { guideline: guideline.id, section: name },
    kind: 'section' as const,
    name,
    within: guideline.title,
    chapter: null,
    edition: null,
    pages: printPages(pages),
    // What a citation in this style would rest on.
    certainty: (view.style === 'page' ? (topic ?? section) : (section ?? topic))?.certainty ?? null,
    hasChildren: pages.length > 1,
  };
}

function pageEntries(part: Part, guideline: Guideline, setup: Setup, view: CatalogueView): CatalogueEntry[] {
  const { name, topic } = part;
  return (topic?.pages ?? []).map(range => ({
    ...partEntry(part, guideline, setup, view),
    citation: { guideline: guideline.id, section: name, page: printPages([range]) },
    kind: 'page' as const,
    name: printPages([range]),
    within: name,
    pages: printPages([range]),
    certainty: topic && (isProven(range, topic) ? 'published' : topic.certainty),
    hasChildren: false,
  }));
}

function isProven([first, last]: PageRange, { provenPages }: GuidelineTopic): boolean {
  return provenPages.some(([from, to]) => from <= first && last <= to);
}

function shared(guideline: Guideline, { catalogue }: Setup, { day }: CatalogueView) {
  return { status: guideline.status, inForce: day === null ? null : catalogue.inForceAt(guideline, day) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
