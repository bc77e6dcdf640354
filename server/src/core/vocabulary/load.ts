import * as z from 'zod/mini';
import { type JsonResult, validateJson } from '../config/json';
import { t } from '../words/translate';
import { entryName, type VocabularyEntry } from './extend';
import { type VocabularyFile, vocabularyFileSchema } from './schema';

/** Reads a vocabulary file that comes from outside. Beside its shape, no entry may stand in it twice. */
export function loadVocabulary(text: string): JsonResult<VocabularyFile> {
  return validateJson(text, checkedSchema);
}

const checkedSchema = vocabularyFileSchema.check(
  z.superRefine((file, context) => {
    for (const [list, entries] of Object.entries(file)) {
      if (!Array.isArray(entries)) continue;
      const names = new Set<string>();
      (entries as readonly VocabularyEntry[]).forEach((entry, index) => {
        const name = entryName(entry);
        const path = [list, index, 'id' in entry ? 'id' : 'short'];
        if (names.has(name))
          context.addIssue({ code: 'custom', path, message: t('"{0}" stands in this list already.', name) });
        names.add(name);
      });
    }
  }),
);
