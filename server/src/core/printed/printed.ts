import type { Span } from '../text/span';

/**
 * A letter as it is sent: what stands on paper, in order, without its markup. Data alone, so that it can be handed to
 * another thread; whoever shows it (the preview, a file of any format) decides nothing about its words.
 */
export interface Printed {
  readonly house: House;
  /** Language of the text, as BCP 47 has it. */
  readonly language: string;
  /** What it is called where a document has a name: from the house and the case number alone. */
  readonly title: string;
  /** Empty where the letter states none. */
  readonly caseNumber: string;
  readonly blocks: readonly PrintedBlock[];
}

/** What a block is, and the stretch of the letter that it prints: UTF-16 offsets. */
export type PrintedBlock = { readonly span: Span } & (
  | { readonly kind: 'header'; readonly rows: readonly PrintedRow[] }
  | { readonly kind: 'heading'; readonly runs: readonly Run[] }
  /** An item's title up to the decision's colon, and its decision; empty where there is none. */
  | { readonly kind: 'title'; readonly runs: readonly Run[]; readonly decision: readonly Run[] }
  /** A labelled value, its label without the colon. Further paragraphs of it follow as paragraphs and lists. */
  | { readonly kind: 'field'; readonly label: string; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Run[])[] }
);

/** A field of the header. */
export interface PrintedRow {
  readonly label: string;
  readonly value: readonly Run[];
  readonly span: Span;
}

/** A stretch of text that looks alike. White space is folded to one space, hard wraps are joined. */
export interface Run {
  readonly text: string;
  readonly strong?: true;
  readonly emphasis?: true;
  /** Still to be filled in; printed with its brackets. */
  readonly placeholder?: true;
}

/** How a house's letters look. Lengths in millimetres, sizes of type in points. */
export interface House {
  readonly organisation: string;
  /** Lines above the letter on its first page; none where the letter begins with its header. */
  readonly letterhead: readonly string[];
  /** Labels of the header that share a line of its table; a field that is not named has one of its own. */
  readonly table?: readonly (readonly string[])[];
  readonly page: 'letter' | 'a4';
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly font: 'serif' | 'sans';
  readonly size: number;
}
