import type { Guideline, GuidelineSection, GuidelineTopic } from '../../catalogue/model';
import type { Letter } from '../../language/letter';
import type { Setup } from '../../setup';
import type { Span } from '../../text/span';

/** One thing that the writer may insert, as an edit of the letter. */
export interface Proposal {
  readonly kind: ProposalKind;
  readonly label: string;
  /** Set right behind the label: the pages or section of a citation. */
  readonly labelDetail?: string;
  /** Set apart at the end of the line: the family, "unverified". */
  readonly description?: string;
  /** What is replaced: the words typed so far; ends at the cursor. */
  readonly span: Span;
  readonly text: string;
  /** What the editor compares with the words typed; the label where absent. */
  readonly filter?: string;
  /** What the documentation is made of, when it is asked for. */
  readonly about?: ProposalSubject;
}

export type ProposalKind =
  | 'section'
  | 'field'
  | 'decision'
  | 'form'
  | 'citation'
  | 'reference'
  | 'source'
  | 'credential'
  | 'sentence'
  | 'value';

export type ProposalSubject =
  | {
      readonly kind: 'guideline';
      readonly guideline: Guideline;
      readonly part: GuidelineSection | GuidelineTopic | null;
    }
  | { readonly kind: 'text'; readonly text: string };

export interface Proposals {
  /** In the order in which they are to be shown. */
  readonly items: readonly Proposal[];
  /** Whether further typing needs a new list. */
  readonly incomplete: boolean;
}

/** Where the cursor stands, asked by every kind of completion. */
export interface Place {
  readonly letter: Letter;
  readonly setup: Setup;
  readonly offset: number;
  /** The line up to the cursor, and the offset where it begins. */
  readonly before: string;
  readonly lineStart: number;
  /** Nothing but white space stands behind the cursor on its line. */
  readonly atLineEnd: boolean;
  readonly lineEnd: string;
}

export const NONE: Proposals = { items: [], incomplete: false };
