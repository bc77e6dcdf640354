import type { ItemField, ItemPart } from '../../language/tree';
import type { ItemFieldDefinition } from '../../profile/schema';
import type { TextEdit } from '../../text/span';
import { t } from '../../words/translate';
import type { ItemRule } from '../rule';
import { fieldChunks } from './fieldChunks';

export const rule: ItemRule = {
  id: 'field-order',
  group: 'structure',
  scope: 'item',
  severity: 'warning',
  summary: 'The fields of an item do not come in their order.',
  fix: 'offered',
  check(item, { profile }, report) {
    const order = profile.profile.items.fields;
    const [misplaced, before] = firstMisplaced(item.fields, order) ?? [];
    if (!misplaced || !before) return;
    report({
      span: misplaced.label,
      message: t(
        '"{0}" belongs before "{1}". Readers look for the fields of every item in one order. Move it.',
        misplaced.printed,
        before.printed,
      ),
      related: [{ span: before.label, message: t('"{0}" stands here.', before.printed) }],
      fixes: () => [{ title: t('Put the fields of this item in order'), safe: false, edits: reorder(item, order) }],
    });
  },
};

/** The first field that belongs before one that stands above it, with that one. */
function firstMisplaced(
  fields: readonly ItemField[],
  order: readonly ItemFieldDefinition[],
): readonly [ItemField, ItemField] | null {
  const rank = (field: ItemField) => order.indexOf(field.definition);
  let last = fields[0];
  for (const field of fields) {
    if (last && rank(field) < rank(last)) return [field, last];
    last = field;
  }
  return null;
}

/** The fields change places; what stands between them stays. */
function reorder(item: ItemPart, order: readonly ItemFieldDefinition[]): TextEdit[] {
  const places = fieldChunks(item);
  const rank = (index: number) => order.indexOf(item.fields[index]?.definition as ItemFieldDefinition);
  const sorted = item.fields.map((_, index) => index).sort((a, b) => rank(a) - rank(b));
  return places.flatMap((span, index) => {
    const moved = places[sorted[index] ?? index];
    return moved && moved !== span ? [{ span, text: item.text.slice(moved.start, moved.end) }] : [];
  });
}
