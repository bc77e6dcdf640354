import { t } from '../../words/translate';
import type { ItemRule } from '../rule';

export const rule: ItemRule = {
  id: 'missing-title',
  group: 'structure',
  scope: 'item',
  severity: 'error',
  summary: 'An item whose title does not name the service in dispute.',
  fix: 'none',
  check({ title, fields, text }, _context, report) {
    if (/[^\s:.,;]/.test(title.text.text)) return;
    const firstField = fields[0]?.label;
    const here =
      title.span.end > title.span.start ? title.span : (firstField ?? { start: 0, end: text.trimEnd().length });
    report({
      span: here,
      message: t(
        'This item does not say what it decides. Without the service in its title nobody can tell what was reviewed: write the service as it was requested before the decision.',
      ),
    });
  },
};
