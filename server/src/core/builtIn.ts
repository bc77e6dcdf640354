import type { CatalogueFile } from './catalogue/schema';
import type { Profile } from './profile/schema';
import type { VocabularyFile } from './vocabulary/schema';

/**
 * The data that come with the product, validated when they were generated. Whoever runs this code brings them: a process
 * has them in its bundle, a worker is handed them.
 */
export interface BuiltIn {
  /** The first is the default. */
  readonly profiles: readonly Profile[];
  readonly catalogues: readonly CatalogueFile[];
  readonly vocabularies: readonly VocabularyFile[];
}
