import { t } from '../../words/translate';
import type { ItemRule } from '../rule';
import { guidelineLines, hasPlaceholder } from './lines';

export const rule: ItemRule = {
  id: 'unnamed-source',
  group: 'citations',
  scope: 'item',
  sparesLastField: true,
  severity: 'information',
  summary: 'A citation of other sources that names none.',
  fix: 'none',
  check(item, context, report) {
    for (const line of guidelineLines(item, context)) {
      const { other } = line.line;
      if (!other?.unnamed || other.text === '' || hasPlaceholder(other.text)) continue;
      report({
        span: line.span(other.span),
        message: t(
          'These words name no source. Nobody can look up what the decision rests on. Name the organisation, the year and the chapter, or the authors, the title and the year of the study.',
        ),
        ...line.limit,
      });
    }
  },
};
