import type { Span } from '../text/span';

/** What two letters, or two versions of one, say differently. Spans are UTF-16 offsets in the letter they belong to. */
export interface Comparison {
  /** The weightiest first, else in the order of the letter; none is empty. */
  readonly groups: readonly ChangeGroup[];
}

/** The changes of one part of the letter. */
export interface ChangeGroup {
  readonly part: 'header' | 'credentials' | 'section' | 'item';
  /** Heading or title as it is now, or was; empty for the header and the credentials. */
  readonly name: string;
  /** Where the part stands; null where that letter does not have it. */
  readonly before: PartPlace | null;
  readonly after: PartPlace | null;
  /** The weightiest first. */
  readonly changes: readonly Change[];
}

export interface PartPlace {
  /** Counts parts of its kind, from 0. */
  readonly index: number;
  /** Its heading, title or first line. */
  readonly span: Span;
}

export interface Change {
  readonly kind: ChangeKind;
  readonly nature: 'added' | 'gone' | 'changed' | 'moved';
  readonly weight: Weight;
  /** The label that it stands behind; empty where there is none. */
  readonly label: string;
  /** What was and is said; null where nothing was or is. */
  readonly before: Said | null;
  readonly after: Said | null;
  /** Of a fact: what it is. */
  readonly fact: FactKind | null;
  /** Of a citation that changed: in what. */
  readonly aspects: readonly CitationAspect[];
  /** Of a text that changed: how many words came and went. Both are 0 where only their order or marks did. */
  readonly words: WordCount | null;
}

/**
 * `item`: a disputed item as a whole. `finding`: that the service is necessary, or not. `citation`: of the standard;
 * `source`: another one. `guidelineLine`: words of such a line that cite nothing. `rationale`, `field`: the text behind
 * that label. `text`: what stands in no field.
 */
export type ChangeKind =
  | 'item'
  | 'decision'
  | 'finding'
  | 'title'
  | 'citation'
  | 'source'
  | 'fact'
  | 'header'
  | 'credential'
  | 'section'
  | 'field'
  | 'guidelineLine'
  | 'rationale'
  | 'text';

/** Whether it is decided otherwise, something else is said, or only the words or their place are others. */
export type Weight = 'decision' | 'substance' | 'wording';

export type FactKind = 'age' | 'sex' | 'date' | 'side' | 'bodyPart' | 'drug' | 'service' | 'strength' | 'quantity';

export type CitationAspect = 'title' | 'edition' | 'chapter' | 'pages' | 'sections';

export interface Said {
  readonly text: string;
  readonly span: Span;
}

export interface WordCount {
  readonly added: number;
  readonly removed: number;
}

const weights: readonly Weight[] = ['decision', 'substance', 'wording'];

/** Sorts the weightiest first; what is of one weight stays in its order. */
export function byWeight<T>(all: readonly T[], weightOf: (one: T) => Weight): T[] {
  return [...all].sort((a, b) => weights.indexOf(weightOf(a)) - weights.indexOf(weightOf(b)));
}
