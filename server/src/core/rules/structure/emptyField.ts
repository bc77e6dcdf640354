import type { ItemField, ItemPart } from '../../language/tree';
import { t } from '../../words/translate';
import type { ItemRule } from '../rule';

export const rule: ItemRule = {
  id: 'empty-field',
  group: 'structure',
  scope: 'item',
  severity: 'error',
  summary: 'A label of an item with nothing behind it.',
  fix: 'none',
  check(item, _context, report) {
    for (const field of item.fields) {
      if (!isEmpty(item, field)) continue;
      report({
        span: field.label,
        message: t(
          'Nothing stands behind "{0}:". The letter would be printed with the label alone. Write what belongs there.',
          field.definition.label,
        ),
      });
    }
  },
};

/** Only a value with a comment or a mark in it has to be read to know that it says nothing. */
function isEmpty({ text }: ItemPart, field: ItemField): boolean {
  const { start, end } = field.value;
  if (start === end) return true;
  const value = text.slice(start, end);
  return (value.includes('<!--') || value.includes('*')) && field.text.text === '';
}
