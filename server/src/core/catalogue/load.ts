import * as z from 'zod/mini';
import { validateJson } from '../config/json';
import { t } from '../words/translate';
import { type CatalogueFile, catalogueSchema } from './schema';

export type { JsonProblem } from '../config/json';

/**
 * Reads a catalogue file that comes from outside. Beside its shape, ids must be unique and what one guideline borrows from
 * another must be there.
 */
export function loadCatalogue(text: string): ReturnType<typeof validateJson<typeof checkedSchema>> {
  return validateJson(text, checkedSchema);
}

const checkedSchema = catalogueSchema.check(
  z.superRefine((file: CatalogueFile, context) => {
    const ids = new Set<string>();
    file.guidelines.forEach((guideline, index) => {
      const report = (field: string, message: string) =>
        context.addIssue({ code: 'custom', message, path: ['guidelines', index, field] });
      if (ids.has(guideline.id)) report('id', t('Another guideline of this file has the id "{0}".', guideline.id));
      ids.add(guideline.id);
      const { from, to } = guideline.inForce ?? {};
      if (from && to && from >= to) report('inForce', t('It ends before it begins to be in force.'));
    });
    file.guidelines.forEach((guideline, index) => {
      if (guideline.sectionsFrom === undefined || ids.has(guideline.sectionsFrom)) return;
      const message = t('This file has no guideline "{0}".', guideline.sectionsFrom);
      context.addIssue({ code: 'custom', message, path: ['guidelines', index, 'sectionsFrom'] });
    });
  }),
);
