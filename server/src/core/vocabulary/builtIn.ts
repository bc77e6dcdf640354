import abbreviations from '../../../data/vocabulary/abbreviations.json';
import bodyParts from '../../../data/vocabulary/body-parts.json';
import drugs from '../../../data/vocabulary/drugs.json';
import services from '../../../data/vocabulary/services.json';
import specialties from '../../../data/vocabulary/specialties.json';
import { emptyVocabulary, extendVocabulary } from './extend';
import type { Vocabulary, VocabularyFile } from './schema';

let built: Vocabulary | undefined;

/** The vocabulary that comes with the product; a test validates its files. */
export function builtInVocabulary(): Vocabulary {
  const files = [bodyParts, drugs, services, specialties, abbreviations] as VocabularyFile[];
  built ??= files.reduce(extendVocabulary, emptyVocabulary);
  return built;
}
