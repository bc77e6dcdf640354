import type { ItemPart, Placed } from '../../language/tree';
import { shift } from '../../text/span';
import { t } from '../../words/translate';
import { perPart } from '../perPart';
import type { LetterRule } from '../rule';

export const rule: LetterRule = {
  id: 'duplicate-item',
  group: 'structure',
  scope: 'letter',
  sparesLastFields: true,
  severity: 'warning',
  summary: 'Two items with one title.',
  fix: 'none',
  check(letter, { profile }, report) {
    const seen = new Map<string, Placed<ItemPart>>();
    for (const item of letter.items) {
      const title = comparable(item.part, profile);
      const first = seen.get(title);
      if (title === '') continue;
      if (!first) seen.set(title, item);
      else {
        report({
          span: shift(item.part.title.name, item.start),
          message: t(
            'Another item above has the same title. Two decisions on one service leave it unclear which one counts. Take one out, or say what sets them apart, such as the date of service.',
          ),
          related: [{ span: shift(first.part.title.name, first.start), message: t('The first one stands here.') }],
        });
      }
    }
  },
};

/** The title without its decision, its case, its spaces and the punctuation at its end. */
const comparable = perPart((item: ItemPart) =>
  item.title.text.text
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[,;:.]{1,20}$/, ''),
);
