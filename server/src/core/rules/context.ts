import type { Catalogue } from '../catalogue/catalogue';
import type { GuidelineGrammar } from '../citations/grammar';
import type { GuidelineLine } from '../citations/model';
import type { CaseFacts } from '../facts/caseFacts';
import type { ItemHead } from '../facts/itemHeads';
import type { Passage, Place } from '../facts/passages';
import type { LetterFacts } from '../language/facts';
import type { ItemField, ItemPart, Part, Placed } from '../language/tree';
import type { NameList } from '../privacy/nameList';
import type { Policy } from '../privacy/policy';
import type { CompiledProfile } from '../profile/compiled';
import type { ItemFieldRole } from '../profile/schema';
import type { Vocabulary } from '../vocabulary/schema';

/** What every rule may ask. */
export interface BaseContext {
  readonly profile: CompiledProfile;
  readonly catalogue: Catalogue;
  readonly vocabulary: Vocabulary;
  /** Null where the profile knows no guideline lines. */
  readonly grammar: GuidelineGrammar | null;
  /** What counts as identifying a person. */
  readonly policy: Policy;
  /** Names that must not stand in a letter; null where none are listed. */
  readonly names: NameList | null;
  /** An option of the rule, as set or by default. */
  option<T>(name: string): T;
}

export interface SentenceContext extends BaseContext {
  /** Where the sentence stands. */
  readonly place: Place;
}

export interface Context extends BaseContext {
  readonly facts: LetterFacts;
  /** What the summary says; only for a rule that `sees` the case. */
  readonly case: CaseFacts;
  /** Titles and decisions of all items; only for a rule that `sees` the items. */
  readonly items: readonly ItemHead[];
  /** The texts of a part as sentences. */
  passages(part: Part): readonly Passage[];
}

export interface ItemContext extends Context {
  /** The item's number in `items`, from 0; only for a rule that `sees` the items. */
  readonly index: number;
  readonly title: Passage;
  field(role: ItemFieldRole): ItemField | null;
  /** The field of this role as sentences. */
  passage(role: ItemFieldRole): Passage | null;
  /** The field of this role, read as a guideline line; spans in it are those of the field's folded text. */
  guidelineLine(role: ItemFieldRole): GuidelineLine | null;
}

export interface LetterContext extends Context {
  /** The same questions, asked of one of the letter's items. */
  item(item: Placed<ItemPart>): ItemContext;
}
