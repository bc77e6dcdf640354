import type { Span } from '../../text/span';

/** A line of words above a line of the letter; offsets in the letter. */
export interface Lens {
  /** About the letter, an item, or a guideline that an item cites; or what opens the preview. */
  readonly kind: 'preview' | 'letter' | 'item' | 'citation';
  /** What it stands above. */
  readonly span: Span;
  /** Of a citation empty: what is said of it depends on other letters. */
  readonly text: string;
  /** Where to go from it: to what is lacking first, or to the citation; null where there is nowhere to go. */
  readonly target: Span | null;
  readonly guideline: LensGuideline | null;
}

export interface LensGuideline {
  /** Its id. */
  readonly id: string;
  /** What tells it from the others of its line; empty where there is no other. */
  readonly name: string;
}
