import type { Guideline, GuidelineSection, GuidelineTopic } from '../catalogue/model';
import type { PageRange } from '../catalogue/schema';
import type { Span } from '../text/span';

/**
 * A guideline line as it was understood. Every span counts UTF-16 units of the folded text of the line; `Folded.source`
 * leads back to the letter.
 */
export interface GuidelineLine {
  /**
   * `standard`: citations of the standard alone; `standard-and-other`; `other`: only other sources, with or without
   * the sentence that says so; `nothing`: the sentence that nothing was cited, alone; `empty`: no text; `unknown`:
   * none of these.
   */
  readonly form: 'standard' | 'standard-and-other' | 'other' | 'nothing' | 'empty' | 'unknown';
  /** In order; only white space stands between them. */
  readonly sentences: readonly GuidelineSentence[];
  /** Those of all sentences that cite the standard, in order. */
  readonly citations: readonly Citation[];
  /** The free text naming other sources; the first such sentence of the line, the sources those of all. */
  readonly other: OtherSources | null;
  readonly problems: readonly GuidelineLineProblem[];
}

export interface GuidelineSentence {
  /** `outside`: the decision rests outside the standard. `unknown`: text that is no sentence of a guideline line. */
  readonly kind: 'standard' | 'other' | 'outside' | 'nothing' | 'unknown';
  readonly span: Span;
  /** What follows the words that introduce it, without the final full stop: citations or free text. Else empty. */
  readonly body: Span;
}

export interface Citation {
  readonly span: Span;
  readonly text: string;
  readonly style: 'page' | 'section' | 'none';
  /** Of the guideline; `other` if it could not be resolved. */
  readonly family: string;
  /** The guideline cited, or null: see `candidates` for what may have been meant. */
  readonly guideline: Guideline | null;
  /** The name as written, without chapter and year ("" where only a chapter or page is given). */
  readonly title: string;
  readonly titleSpan: Span;
  /** The word before a chapter number or page by which a whole family is cited, as written. */
  readonly head: { readonly text: string; readonly span: Span } | null;
  readonly year: number | null;
  readonly yearSpan: Span | null;
  readonly chapter: number | null;
  readonly chapterSpan: Span | null;
  /** The label that introduces pages or sections, as written. */
  readonly label: { readonly kind: 'page' | 'section'; readonly span: Span } | null;
  readonly pages: readonly CitedPages[];
  readonly sections: readonly CitedSection[];
  /** Best first. Of a known name: every guideline of that name, whatever its edition. Else those whose name is close. */
  readonly candidates: readonly Guideline[];
  /** Whether the title, where there is one, is exactly a name in the catalogue. */
  readonly nameKnown: boolean;
}

export interface CitedPages {
  readonly span: Span;
  readonly text: string;
  /** First and last page as written, so that a reversed range stays reversed; null if it is no number. */
  readonly range: PageRange | null;
  readonly problem: 'reversed' | 'repeated' | 'not-a-number' | null;
}

export interface CitedSection {
  readonly span: Span;
  /** As written. */
  readonly name: string;
  readonly known: GuidelineSection | GuidelineTopic | null;
  /** Canonical name of what is known; null if nothing is. */
  readonly canonical: string | null;
  /** The name consists of digits alone: a page, or an id that was never resolved, in the place of a section. */
  readonly number: boolean;
  /** Canonical names that are close to an unknown one, closest first. */
  readonly suggestions: readonly string[];
}

export interface OtherSources {
  /** The free text, without the final full stop. */
  readonly span: Span;
  readonly text: string;
  readonly sources: readonly NamedSource[];
  /** Nothing in the text can be recognised as the name of a source. */
  readonly unnamed: boolean;
}

/** A source named in free text or in a rationale. */
export interface NamedSource {
  /** `standard`: the standard itself, no guideline of it; `guideline`: one of the catalogue; `other`: one of the profile. */
  readonly kind: 'standard' | 'guideline' | 'other';
  readonly span: Span;
  /** As written: the name with what stands with it (chapter, topic). */
  readonly name: string;
  /** Canonical name of the source: of the guideline, or of the profile's other source. */
  readonly source: string;
  readonly family: string | null;
  /** The guideline, where one is named. */
  readonly guideline: Guideline | null;
  /** Every guideline of that name or chapter, best first: a rationale rarely tells the edition. */
  readonly candidates: readonly Guideline[];
  readonly chapter: number | null;
  readonly pages: readonly CitedPages[];
  readonly topics: readonly { readonly span: Span; readonly title: string }[];
}

export interface GuidelineLineProblem {
  readonly kind: GuidelineLineProblemKind;
  readonly span: Span;
  /** Text that, put in the place of `span`, mends it; null if nothing mechanical does. */
  readonly replacement: string | null;
}

export type GuidelineLineProblemKind =
  /** Text that belongs to none of the forms. */
  | 'unknown-sentence'
  /** Sentences that contradict each other or stand in an order that no form has. */
  | 'mixed-forms'
  /** The words that introduce other sources are incomplete. */
  | 'incomplete-other'
  /** A sentence names a source without saying whether it belongs to the standard. */
  | 'missing-standard'
  /** Other sources stand without the sentence that says that the decision rests outside the standard. */
  | 'missing-outside'
  /** Citations or other sources are announced, and none follows. */
  | 'nothing-cited'
  /** A label for pages or sections with nothing behind it. */
  | 'empty-label'
  | 'comma-without-space'
  /** A comma is doubled, leads or trails. */
  | 'stray-comma'
  /** Two citations with nothing between them, or only a space. */
  | 'run-together'
  /** The sentence lacks its final full stop. */
  | 'missing-full-stop';
