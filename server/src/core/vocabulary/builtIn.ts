import bodyParts from '../../../data/vocabulary/body-parts.json';
import drugs from '../../../data/vocabulary/drugs.json';
import services from '../../../data/vocabulary/services.json';
import { emptyVocabulary, extendVocabulary } from './extend';
import type { Vocabulary, VocabularyFile } from './schema';

let built: Vocabulary | undefined;

/** The vocabulary that comes with the product; a test validates its files. */
export function builtInVocabulary(): Vocabulary {
  built ??= ([bodyParts, drugs, services] as VocabularyFile[]).reduce(extendVocabulary, emptyVocabulary);
  return built;
}
