import MiniSearch from 'minisearch';
import type { Vocabulary } from '../vocabulary/schema';
import type { Catalogue } from './catalogue';
import { conceptsOf, queryUnits, wordsOf } from './concepts';
import type { Guideline, GuidelineSection, GuidelineTopic } from './model';
import type { PageRange } from './schema';

export interface CatalogueHit {
  readonly guideline: Guideline;
  /** At most one of the two; neither where the guideline itself is found. */
  readonly section: GuidelineSection | null;
  readonly topic: GuidelineTopic | null;
  /** Pages of the topic; none where they are not known. */
  readonly pages: readonly PageRange[];
  /** Higher is better; comparable within one search. */
  readonly score: number;
}

export interface CatalogueSearch {
  /** The best `limit` hits. Finds by title, alias, topic, chapter number, page, body part, drug or service; slips are forgiven. */
  search(query: string, limit?: number): readonly CatalogueHit[];
}

/** The index is built at the first search. The vocabulary tells that "cervical" is the neck and naproxen an NSAID. */
export function createCatalogueSearch(catalogue: Catalogue, vocabulary: Vocabulary): CatalogueSearch {
  let index: Index | undefined;
  return {
    search(query, limit = 20) {
      index ??= buildIndex(catalogue, vocabulary);
      return searchIndex(index, query.slice(0, LONGEST_QUERY), vocabulary).slice(0, limit);
    },
  };
}

const LONGEST_QUERY = 300;

interface Entry {
  readonly guideline: Guideline;
  readonly section: GuidelineSection | null;
  readonly topic: GuidelineTopic | null;
}

interface Index {
  readonly entries: readonly Entry[];
  readonly text: MiniSearch;
}

const FIELD_WEIGHTS = {
  name: 3,
  aliases: 2,
  terms: 1.5,
  guideline: 1.5,
  number: 8,
  pages: 2,
  concepts: 2.5,
  about: 1.5,
  covers: 0.2,
};

function buildIndex(catalogue: Catalogue, vocabulary: Vocabulary): Index {
  const entries = catalogue.guidelines.flatMap(guideline => entriesOf(guideline));
  const text = new MiniSearch({
    fields: Object.keys(FIELD_WEIGHTS),
    tokenize: words => words.split(' '),
    processTerm: term => term || null,
  });
  const concepts = onceForTexts(texts => conceptsOf(texts, vocabulary));
  const about = new Map(
    catalogue.guidelines.map(guideline => {
      const parts = guideline.appliesTo.bodyParts.map(id => `bodyPart:${id}`);
      return [guideline, [...parts, ...concepts([guideline.title])].join(' ')] as const;
    }),
  );
  text.addAll(
    entries.map((entry, id) => ({ id, ...fieldsOf(entry, concepts), about: about.get(entry.guideline) ?? '' })),
  );
  return { entries, text };
}

function entriesOf(guideline: Guideline): Entry[] {
  return [
    { guideline, section: null, topic: null },
    ...guideline.sections.map(section => ({ guideline, section, topic: null })),
    ...guideline.topics.map(topic => ({ guideline, section: null, topic })),
  ];
}

function fieldsOf({ guideline, section, topic }: Entry, conceptsIn: Concepts): Record<string, string> {
  const part = section ?? topic;
  const name = section?.name ?? topic?.title ?? guideline.title;
  const aliases = part?.aliases ?? guideline.aliases;
  const covers = part ? [] : guideline.appliesTo.terms;
  const terms = part?.terms ?? [];
  const number = `${guideline.chapter === null ? '' : `chapter ${guideline.chapter}`} ${guideline.year ?? ''}`.trim();
  const names = part ? [guideline.title, ...guideline.aliases] : guideline.citedAs.map(cited => cited.title);
  const windows = part ? (topic?.pages ?? []) : (guideline.pages?.windows ?? []);
  const concepts = conceptsIn([name, ...aliases, ...terms]);
  return {
    name: wordsOf(name),
    aliases: wordsOf(aliases.join(' ')),
    terms: wordsOf(terms.join(' ')),
    guideline: wordsOf([...names, guideline.family, guideline.edition ?? '', part ? number : ''].join(' ')),
    number: part ? '' : number,
    pages: windows.flatMap(pagesOf).join(' '),
    covers: conceptsIn(covers).join(' '),
    concepts: [...(part?.bodyParts ?? []).map(id => `bodyPart:${id}`), ...concepts].join(' '),
  };
}

type Concepts = (texts: readonly string[]) => readonly string[];

/** Editions share most of their sections: what the same texts name is looked up once. */
function onceForTexts(find: Concepts): Concepts {
  const known = new Map<string, readonly string[]>();
  return texts => {
    const key = texts.join('\n');
    const found = known.get(key) ?? find(texts);
    known.set(key, found);
    return found;
  };
}

/** Every page of a range; of a very long one, which is a whole book, none. */
function pagesOf([first, last]: PageRange): number[] {
  return last - first > 200 ? [] : Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}

function searchIndex({ entries, text }: Index, query: string, vocabulary: Vocabulary): CatalogueHit[] {
  const units = queryUnits(query, vocabulary);
  if (units.length === 0) return [];
  const weights = new Map(units.flatMap(unit => [...unit.words.map(word => [word, 1] as const), ...unit.concepts]));
  const results = text.search([...weights.keys()].join(' '), {
    boost: FIELD_WEIGHTS,
    // Long lists of terms are no worse than short ones.
    bm25: { k: 1.2, b: 0.3, d: 0.5 },
    boostTerm: term => weights.get(term) ?? 1,
    prefix: term => term.length > 2 && !isExact(term),
    fuzzy: term => (term.length > 4 && !isExact(term) ? 0.25 : false),
    maxFuzzy: 2,
  });
  return results
    .flatMap(({ id, score, queryTerms }) => {
      const entry = entries[id as number];
      if (!entry) return [];
      const found = units.filter(unit => queryTerms.some(term => unit.words.includes(term) || unit.concepts.has(term)));
      const coverage = found.length / units.length;
      return [{ ...entry, pages: entry.topic?.pages ?? [], score: score * coverage ** 3 * weightOf(entry) }];
    })
    .sort((a, b) => b.score - a.score);
}

/** Numbers and concepts are meant as they are. */
function isExact(term: string): boolean {
  return term.includes(':') || /^\d/.test(term);
}

/** What letters cite comes before what they never do, what is known before what is remembered. */
function weightOf({ guideline, section, topic }: Entry): number {
  let weight = 1 + Math.log10(1 + guideline.uses) / 2 + Math.log10(1 + (section?.letters ?? 0)) / 4;
  if (guideline.status === 'proposed') weight *= 0.5;
  if (guideline.status === 'standing') weight *= 0.7;
  if ((section ?? topic)?.certainty === 'recall') weight *= 0.7;
  return weight;
}
