import type { BuiltIn } from './builtIn';
import { builtInCatalogues } from './catalogue/builtIn';
import { builtInProfiles } from './profile/builtIn';
import { builtInVocabularies } from './vocabulary/builtIn';

/** The built-in data, in the bundle of whoever imports them: nothing that runs in a worker does. */
export const builtInData: BuiltIn = {
  profiles: builtInProfiles,
  catalogues: builtInCatalogues,
  vocabularies: builtInVocabularies,
};
