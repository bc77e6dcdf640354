import type { Span } from '../../text/span';
import { quote } from '../../words/phrases';
import { t } from '../../words/translate';
import type { ItemRule } from '../rule';
import { lineOf } from './lines';
import { mentionsIn } from './mentions';

export const rule: ItemRule = {
  id: 'cited-not-discussed',
  group: 'citations',
  scope: 'item',
  waits: true,
  severity: 'information',
  summary: "A source on the reviewer's line that the rationale, which names its sources, never names.",
  fix: 'none',
  check(item, context, report) {
    const line = lineOf(item, 'reviewerGuideline', context);
    const mentions = mentionsIn(item, context);
    if (!line || mentions.length === 0) return;
    const unnamed = (span: Span, name: string) =>
      report({
        span: line.span(span),
        message: t(
          'The rationale names its sources, but not {0}. A source that is cited and not used does not explain the decision. Say in the rationale what it asks for, or take it off this line.',
          name,
        ),
      });
    const [citation] = line.line.citations;
    const { standard } = context.profile.profile;
    if (citation && standard !== null && !mentions.some(mention => mention.ofStandard))
      unnamed(citation.span, t('the {0}', standard));
    const seen = new Set<string>();
    for (const { kind, source, span } of line.line.other?.sources ?? []) {
      if (kind !== 'other' || seen.has(source)) continue;
      seen.add(source);
      if (!mentions.some(mention => mention.source.kind === 'other' && mention.source.source === source)) {
        unnamed(span, quote(source));
      }
    }
  },
};
