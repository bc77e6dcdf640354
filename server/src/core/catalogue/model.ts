import type { CitedAs, GuidelineEntry, PageCertainty, PageRange, SectionEntry, TopicEntry } from './schema';

/** Weakest first: an entry of a stronger layer replaces the one with the same id. */
export const LAYERS = ['built-in', 'user', 'workspace'] as const;
export type Layer = (typeof LAYERS)[number];

export interface GuidelineSection {
  readonly name: string;
  readonly aliases: readonly string[];
  /** How many posted letters cite it; 0 if none was seen. */
  readonly letters: number;
  readonly certainty: SectionEntry['certainty'];
  readonly group: string | null;
  readonly bodyParts: readonly string[];
  readonly terms: readonly string[];
  readonly sources: readonly string[];
}

export interface GuidelineTopic {
  readonly title: string;
  readonly aliases: readonly string[];
  readonly kind: TopicEntry['kind'];
  readonly pages: readonly PageRange[];
  readonly provenPages: readonly PageRange[];
  readonly certainty: PageCertainty;
  readonly confidence: TopicEntry['confidence'];
  readonly bodyParts: readonly string[];
  readonly terms: readonly string[];
  readonly sources: readonly string[];
  readonly note: string | null;
}

export interface GuidelinePages {
  readonly range: PageRange;
  /** Every range in which a page of this guideline may lie: the window and those of other printings. */
  readonly windows: readonly PageRange[];
  readonly certainty: 'published' | 'partly-published' | 'recall';
  /** Whether a page outside the windows may be reported. */
  readonly checked: boolean;
}

/** A guideline with every optional field of its file filled. */
export interface Guideline {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly edition: string | null;
  readonly year: number | null;
  readonly chapter: number | null;
  /** Days as yyyy-mm-dd, `to` exclusive; null: unknown or open. Not to be relied on where approximate. */
  readonly inForce: {
    readonly from: string | null;
    readonly to: string | null;
    readonly approximate: boolean;
    readonly note: string | null;
  };
  readonly status: GuidelineEntry['status'];
  readonly supersededBy: string | null;
  readonly citedAs: readonly CitedAs[];
  /** How many citations were counted in posted letters; 0 if none was. */
  readonly uses: number;
  readonly pages: GuidelinePages | null;
  readonly reference: GuidelineEntry['reference'];
  readonly sections: readonly GuidelineSection[];
  readonly sectionsComplete: boolean;
  readonly topics: readonly GuidelineTopic[];
  readonly appliesTo: { readonly bodyParts: readonly string[]; readonly terms: readonly string[] };
  readonly regulation: string | null;
  readonly sources: readonly string[];
  readonly certainty: GuidelineEntry['certainty'];
  readonly notes: string | null;
  readonly catalogue: string;
  readonly layer: Layer;
  /** The file it comes from, or null if it is built in. */
  readonly origin: string | null;
}
