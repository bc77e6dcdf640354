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
      if (field.text.text !== '') continue;
      report({
        span: field.label,
        message: `Nothing stands behind "${field.definition.label}:". The letter would be printed with the label alone. Write what belongs there.`,
      });
    }
  },
};
