import type { Guideline, GuidelinePages, GuidelineSection, GuidelineTopic, Layer } from './model';
import type { CatalogueFile, GuidelineEntry, SectionEntry, TopicEntry } from './schema';

/** Fills the optional fields of a file's entry. `entries` are those of its file, by id. */
export function entryToGuideline(
  entry: GuidelineEntry,
  entries: ReadonlyMap<string, GuidelineEntry>,
  file: CatalogueFile,
  layer: Layer,
  origin: string | null,
): Guideline {
  const sources = (keys: readonly string[] | undefined) => (keys ?? []).map(key => lookUp(file.sources, key));
  return {
    id: entry.id,
    family: entry.family,
    title: entry.title,
    aliases: entry.aliases ?? [],
    edition: entry.edition ?? null,
    year: entry.year ?? null,
    chapter: entry.chapter ?? null,
    inForce: {
      from: entry.inForce?.from ?? null,
      to: entry.inForce?.to ?? null,
      approximate: entry.inForce?.approximate ?? false,
      note: entry.inForce?.note ?? null,
    },
    status: entry.status,
    supersededBy: entry.supersededBy ?? null,
    citedAs: entry.citedAs ?? [],
    uses: entry.uses ?? 0,
    pages: entry.pages ? pagesOf(entry.pages) : null,
    reference: entry.reference,
    sections: sectionEntries(entry, entries).map(section => sectionOf(section, sources)),
    sectionsComplete: entry.sectionsComplete ?? true,
    topics: (entry.topics ?? []).map(topic => topicOf(topic, sources)),
    appliesTo: { bodyParts: entry.appliesTo?.bodyParts ?? [], terms: entry.appliesTo?.terms ?? [] },
    regulation: entry.regulation ?? null,
    sources: sources(entry.sources),
    certainty: entry.certainty,
    notes: entry.notes ?? null,
    catalogue: file.id,
    layer,
    origin,
  };
}

/** The entry's own sections and those it takes over from another edition, whose own borrowing is not followed. */
function sectionEntries(entry: GuidelineEntry, entries: ReadonlyMap<string, GuidelineEntry>): SectionEntry[] {
  const own = entry.sections ?? [];
  const lender = entry.sectionsFrom === undefined ? undefined : entries.get(entry.sectionsFrom);
  const names = new Set(own.map(section => section.name));
  const borrowed = (lender?.sections ?? [])
    .filter(section => !names.has(section.name))
    .map(({ letters: _, ...section }) => ({
      ...section,
      certainty: section.certainty === 'recall' ? section.certainty : ('other-edition' as const),
    }));
  return [...own, ...borrowed];
}

function pagesOf(pages: NonNullable<GuidelineEntry['pages']>): GuidelinePages {
  return {
    range: pages.range,
    windows: [pages.window ?? pages.range, ...(pages.alternatives ?? [])],
    certainty: pages.certainty,
    checked: pages.checked ?? false,
  };
}

type Sources = (keys: readonly string[] | undefined) => string[];

function sectionOf(section: SectionEntry, sources: Sources): GuidelineSection {
  return {
    name: section.name,
    aliases: section.aliases ?? [],
    letters: section.letters ?? 0,
    certainty: section.certainty,
    group: section.group ?? null,
    bodyParts: section.bodyParts ?? [],
    terms: section.terms ?? [],
    sources: sources(section.sources),
  };
}

function topicOf(topic: TopicEntry, sources: Sources): GuidelineTopic {
  return {
    title: topic.title,
    aliases: topic.aliases ?? [],
    kind: topic.kind,
    pages: topic.pages ?? [],
    provenPages: topic.provenPages ?? [],
    certainty: topic.certainty,
    confidence: topic.confidence,
    bodyParts: topic.bodyParts ?? [],
    terms: topic.terms ?? [],
    sources: sources(topic.sources),
    note: topic.note ?? null,
  };
}

function lookUp(table: Readonly<Record<string, string>> | undefined, key: string): string {
  return table && Object.hasOwn(table, key) ? (table[key] ?? key) : key;
}
