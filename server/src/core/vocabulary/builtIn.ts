import abbreviations from '../../../data/vocabulary/abbreviations.json';
import bodyParts from '../../../data/vocabulary/body-parts.json';
import drugs from '../../../data/vocabulary/drugs.json';
import services from '../../../data/vocabulary/services.json';
import specialties from '../../../data/vocabulary/specialties.json';
import { joinVocabularies } from './extend';
import type { Vocabulary, VocabularyFile } from './schema';

/** The vocabulary files that come with the product; a test validates them. */
export const builtInVocabularies = [
  bodyParts,
  drugs,
  services,
  specialties,
  abbreviations,
] as readonly VocabularyFile[];

let built: Vocabulary | undefined;

/** The vocabulary that a letter is read with where nobody adds to it. */
export function builtInVocabulary(): Vocabulary {
  built ??= joinVocabularies(builtInVocabularies);
  return built;
}
