import type { Place } from '../facts/passages';
import type { Sentence } from '../facts/sentence';
import type { Letter } from '../language/letter';
import type { ItemPart, Part } from '../language/tree';
import type { HeaderRole } from '../profile/schema';
import type { Span, TextEdit } from '../text/span';
import type { Context, ItemContext, LetterContext, SentenceContext } from './context';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];
export type SeveritySetting = Severity | 'off';

export interface Related {
  readonly span: Span;
  readonly message: string;
}

/**
 * A place that a report relates to: of the same part, or, for rules that see no more than a part, a field of the header, a
 * fact of the case by its index in `context.case.facts`, the title of an item by its index.
 */
export type ReportRelated = { readonly message: string } & (
  | { readonly span: Span }
  | { readonly header: HeaderRole }
  | { readonly caseFact: number }
  | { readonly item: number }
);

/** An edit the writer may choose. A *safe* one cannot change what the letter says, and also runs under fix-all. */
export interface Fix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly TextEdit[];
}

/** Puts a text in the place of the value that a field of the header has; without that field there is no fix. */
export interface HeaderEdit {
  readonly header: HeaderRole;
  readonly text: string;
}

/** A fix as a rule reports it: its edits may also be of the header, whatever part the rule looks at. */
export interface ReportFix extends Omit<Fix, 'edits'> {
  readonly edits: readonly (TextEdit | HeaderEdit)[];
}

/**
 * What a rule reports. Spans, also those of related places and fixes, count in the sentence in a rule of scope `sentence`,
 * are relative to the part in one of scope `part` or `item`, and offsets in the letter in one of scope `letter`.
 */
export interface Report {
  readonly span: Span;
  /** What is wrong, why it matters, what to do; plain words. */
  readonly message: string;
  /** The finding is never more severe than this, whatever the rule is set to. */
  readonly atMost?: Severity;
  readonly related?: readonly ReportRelated[];
  /** Made only when asked for. The first is the likeliest. */
  readonly fixes?: () => readonly ReportFix[];
}

export type Reporter = (report: Report) => void;

/** A setting of a rule beside its severity. */
export interface RuleOption {
  readonly description: string;
  readonly default: number | string | boolean | readonly string[];
}

interface RuleBase {
  readonly id: string;
  readonly group: 'structure' | 'citations' | 'consistency' | 'privacy' | 'style' | 'law';
  readonly severity: SeveritySetting;
  /** One sentence, shown in settings, tables and `letters rules`. */
  readonly summary: string;
  /** Reads what the letter says, as all rules but those of structure and citations do: waits until the keys rest. */
  readonly waits?: true;
  /** Whether findings come with a fix, and whether fix-all may run it. */
  readonly fix: 'safe' | 'offered' | 'none';
  readonly options?: Readonly<Record<string, RuleOption>>;
}

/**
 * Looks at one sentence, and at nothing else: its findings are kept by the sentence's text, so that typing costs one
 * sentence.
 */
export interface SentenceRule extends RuleBase {
  readonly scope: 'sentence';
  /** Where the sentences stand that it looks at. */
  readonly places: readonly Place[];
  check(sentence: Sentence, context: SentenceContext, report: Reporter): void;
}

/** What of the letter a rule may ask its context for beside the part it looks at: its findings are kept until that changes. */
export type Sight = 'case' | 'items';

/**
 * Looks at one part of the letter, be it the header, a section or an item; its findings are kept until the part, or a
 * fact of the letter that parts see, changes.
 */
export interface PartRule extends RuleBase {
  readonly scope: 'part';
  readonly sees?: readonly Sight[];
  check(part: Part, context: Context, report: Reporter): void;
}

/** Looks at one item; its findings are kept until the item, or a fact of the letter that items see, changes. */
export interface ItemRule extends RuleBase {
  readonly scope: 'item';
  readonly sees?: readonly Sight[];
  /**
   * Neither the findings nor their fixes look at what stands behind the label of the item's last field: typing a
   * rationale there keeps them.
   */
  readonly sparesLastField?: true;
  check(item: ItemPart, context: ItemContext, report: Reporter): void;
}

/** Looks at the letter as a whole, after every edit: cost must follow the number of parts, not the length of the text. */
export interface LetterRule extends RuleBase {
  readonly scope: 'letter';
  /** Looks at nothing behind the label of an item's last field, and reports nothing there: typing a rationale spares it. */
  readonly sparesLastFields?: true;
  check(letter: Letter, context: LetterContext, report: Reporter): void;
}

export type Rule = SentenceRule | PartRule | ItemRule | LetterRule;

/** Something a rule found, in the letter's offsets. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly Related[];
  readonly fixes: () => readonly Fix[];
}
