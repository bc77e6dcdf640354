import type { SectionLabel } from '../profile/compiled';
import type {
  DecisionDefinition,
  HeaderFieldDefinition,
  ItemFieldDefinition,
  SectionDefinition,
  SectionKind,
} from '../profile/schema';
import type { Folded } from '../text/folded';
import type { Span } from '../text/span';
import type { DecisionMatch, NameMatch } from './names';

/*
 * The tree of a letter. A letter is a row of parts that tile its text: the header, sections, items. A part is parsed
 * from its own text alone and holds spans relative to its own start, so that an edit elsewhere leaves it as it is, by
 * identity. `Placed` says where in the letter a part stands now.
 */

/** A stretch of a part; the blocks of a part tile it. */
export interface Block {
  readonly kind: 'heading' | 'title' | 'field' | 'paragraph' | 'blank' | 'comment';
  readonly span: Span;
}

/** A label and its value. All spans are relative to the part. */
export interface Field<T> extends NameMatch<T> {
  /** From the label to the end of the value, trailing white space excluded. */
  readonly span: Span;
  /** The label's words, its colon excluded. */
  readonly label: Span;
  /** A label broken over two lines: its second piece. */
  readonly labelRest: Span | null;
  /** Trimmed; empty, at the place where the value belongs, if there is none. */
  readonly value: Span;
  readonly text: Folded;
}

export type HeaderField = Field<HeaderFieldDefinition>;
export type ItemField = Field<ItemFieldDefinition>;
export type SectionField = Field<SectionLabel>;

interface PartBase {
  /** The part's source. */
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface HeaderPart extends PartBase {
  readonly kind: 'header';
  readonly fields: readonly HeaderField[];
}

export interface Heading {
  readonly span: Span;
  readonly title: string;
  /** Written with `#`. */
  readonly marked: boolean;
  readonly match: NameMatch<SectionDefinition> | null;
}

export interface SectionPart extends PartBase {
  readonly kind: 'section';
  readonly heading: Heading;
  readonly sectionKind: SectionKind;
  readonly fields: readonly SectionField[];
  /** Item labels that stand in the section outside of any item. */
  readonly strayLabels: readonly StrayLabel[];
  /** The text behind the heading, fields included. */
  readonly body: Folded;
}

export interface StrayLabel {
  readonly span: Span;
  readonly definition: ItemFieldDefinition;
}

export interface Decision {
  /** As written, trimmed. */
  readonly word: string;
  readonly span: Span;
  readonly match: DecisionMatch['match'];
  readonly definition: DecisionDefinition | null;
  readonly advice: string | null;
}

export interface Title {
  /** The whole title, with its decision, markers excluded. */
  readonly span: Span;
  /** The disputed service: the words before the decision's colon, or the whole title. */
  readonly name: Span;
  readonly text: Folded;
  /** The colon before the decision. */
  readonly colon: number | null;
  readonly decision: Decision | null;
}

export interface ItemPart extends PartBase {
  readonly kind: 'item';
  /** Written with `##`. */
  readonly marked: boolean;
  readonly title: Title;
  readonly fields: readonly ItemField[];
}

export type Part = HeaderPart | SectionPart | ItemPart;

export interface Placed<P extends Part = Part> {
  /** Offset of the part's first character in the letter. */
  readonly start: number;
  readonly part: P;
}
