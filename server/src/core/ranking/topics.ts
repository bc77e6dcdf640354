import type { Catalogue } from '../catalogue/catalogue';
import type { Guideline, GuidelineSection, GuidelineTopic } from '../catalogue/model';
import { matchTerms } from '../vocabulary/matcher';
import type { Vocabulary } from '../vocabulary/schema';
import type { TermKey } from './subject';

/** What something is about: what its name says, and what else it deals with. */
export interface Terms {
  readonly named: TermSet;
  readonly further: TermSet;
}

export interface TermSet {
  readonly keys: ReadonlySet<TermKey>;
  /** Terms that the vocabulary does not know, in lower case. */
  readonly words: readonly string[];
}

/** A section or topic of a guideline with the vocabulary entries it is about. */
export interface RankedTopic {
  readonly entry: GuidelineSection | GuidelineTopic;
  readonly name: string;
  readonly terms: Terms;
  readonly bodyParts: readonly string[];
  /** How many letters cite it; 0 if none was seen. */
  readonly letters: number;
}

export interface GuidelineTopics {
  readonly guideline: Guideline;
  readonly sections: readonly RankedTopic[];
  readonly topics: readonly RankedTopic[];
  /** What the guideline as a whole is about. */
  readonly terms: Terms;
}

const resolved = new WeakMap<
  Catalogue,
  { readonly vocabulary: Vocabulary; readonly topics: readonly GuidelineTopics[] }
>();

/** The catalogue's plain terms looked up in the vocabulary, once. */
export function topicsOf(catalogue: Catalogue, vocabulary: Vocabulary): readonly GuidelineTopics[] {
  const known = resolved.get(catalogue);
  if (known?.vocabulary === vocabulary) return known.topics;
  const resolve = resolver(vocabulary);
  const topics = catalogue.guidelines.map(guideline => ({
    guideline,
    sections: guideline.sections.map(s => ({
      entry: s,
      name: s.name,
      letters: s.letters,
      bodyParts: s.bodyParts,
      terms: { named: resolve([s.name, ...s.aliases]), further: resolve(s.terms) },
    })),
    topics: guideline.topics.map(t => ({
      entry: t,
      name: t.title,
      letters: t.certainty === 'published' ? 1 : 0,
      bodyParts: t.bodyParts,
      terms: { named: resolve([t.title, ...t.aliases]), further: resolve(t.terms) },
    })),
    terms: { named: resolve([guideline.title]), further: resolve(guideline.appliesTo.terms) },
  }));
  resolved.set(catalogue, { vocabulary, topics });
  return topics;
}

function resolver(vocabulary: Vocabulary) {
  const cache = new Map<string, { terms: string[]; word: string | null }>();
  const one = (term: string) => {
    let entry = cache.get(term);
    if (!entry) {
      const matches = matchTerms(term, vocabulary).filter(m => m.kind !== 'bodyPart');
      entry = { terms: matches.map(m => `${m.kind}:${m.id}`), word: matches.length > 0 ? null : term.toLowerCase() };
      cache.set(term, entry);
    }
    return entry;
  };
  return (texts: readonly string[]): TermSet => {
    const keys = new Set<TermKey>();
    const words: string[] = [];
    for (const text of texts) {
      const { terms, word } = one(text);
      for (const key of terms) keys.add(key);
      if (word) words.push(word);
    }
    return { keys, words };
  };
}
