import type { ItemPart } from '../../language/tree';
import type { ItemFieldDefinition, ItemFieldRole } from '../../profile/schema';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import { insertField, titleSpan } from '../edits';
import type { Reporter } from '../rule';
import type { FieldForm } from '../standardText';

interface MissingField {
  readonly role: ItemFieldRole;
  /** Why the letter needs the field, and what to do. */
  readonly why: string;
  /** The ways to write its value, the likeliest first. */
  forms(definition: ItemFieldDefinition): readonly FieldForm[];
}

/** Reports a field that the profile requires of every item and this one lacks; a misspelt label counts as the field. */
export function reportMissingField(
  item: ItemPart,
  context: ItemContext,
  report: Reporter,
  missing: MissingField,
): void {
  const order = context.profile.profile.items.fields;
  const definition = order.find(d => d.role === missing.role && d.required);
  if (!definition || context.field(missing.role)) return;
  report({
    span: titleSpan(item),
    message: t('This item has no "{0}:". {1}', definition.label, missing.why),
    fixes: () =>
      missing.forms(definition).map(({ name, text }) => ({
        title: name === '' ? t('Add "{0}:"', definition.label) : t('Add "{0}:" ({1})', definition.label, name),
        safe: false,
        edits: [insertField(item, definition, text, order, context.facts.lineEnd)],
      })),
  });
}
