import { t } from '../../words/translate';
import { MOST } from '../citations/lines';
import type { ItemRule } from '../rule';
import { straysIn } from './strays';
import { disputedIn } from './subjects';

export const rule: ItemRule = {
  id: 'reused-rationale',
  group: 'consistency',
  scope: 'item',
  sees: ['items'],
  severity: 'warning',
  summary: "A rationale that speaks of another item's service, side or body part instead of its own.",
  fix: 'none',
  check(_item, context, report) {
    const rationale = context.passage('rationale');
    if (!rationale || context.items.length < 2) return;
    for (const { span, item } of straysIn(rationale, disputedIn(context), context).slice(0, MOST)) {
      report({
        span: rationale.text.source(span.start, span.end),
        message: t(
          'This speaks of item {0}, and the title above names another. A rationale copied from another item leaves this one without reasons of its own. Say here what holds for this item.',
          item + 1,
        ),
        related: [{ item, message: t('The item that it speaks of.') }],
      });
    }
  },
};
