import type { Catalogue } from '../catalogue/catalogue';
import type { GuidelineGrammar } from '../citations/grammar';
import type { GuidelineLine } from '../citations/model';
import type { LetterFacts } from '../language/facts';
import type { ItemField, ItemPart, Placed } from '../language/tree';
import type { CompiledProfile } from '../profile/compiled';
import type { ItemFieldRole } from '../profile/schema';
import type { Vocabulary } from '../vocabulary/schema';

/** What every rule may ask. */
export interface Context {
  readonly profile: CompiledProfile;
  readonly catalogue: Catalogue;
  readonly vocabulary: Vocabulary;
  /** Null where the profile knows no guideline lines. */
  readonly grammar: GuidelineGrammar | null;
  readonly facts: LetterFacts;
  /** An option of the rule, as set or by default. */
  option<T>(name: string): T;
}

export interface ItemContext extends Context {
  field(role: ItemFieldRole): ItemField | null;
  /** The field of this role, read as a guideline line; spans in it are those of the field's folded text. */
  guidelineLine(role: ItemFieldRole): GuidelineLine | null;
}

export interface LetterContext extends Context {
  /** The same questions, asked of one of the letter's items. */
  item(item: Placed<ItemPart>): ItemContext;
}
