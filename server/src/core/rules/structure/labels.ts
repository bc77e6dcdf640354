import type { Field, Part } from '../../language/tree';

/** The labelled fields of a part, without words of a text that only look like a label. */
export function fieldsOf(part: Part): readonly Field<unknown>[] {
  if (part.kind !== 'section' || part.sectionKind === 'how-made') return part.fields;
  // A summary may say what a physician's specialty is.
  return part.fields.filter(field => field.definition.kind !== 'credential');
}
