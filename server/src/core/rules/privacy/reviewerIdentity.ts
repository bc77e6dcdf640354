import { identifiersOf } from '../../privacy/identifiers';
import { licenceLikeCodesIn } from '../../privacy/licenceNumber';
import { withoutOverlaps } from '../../privacy/overlaps';
import type { Span } from '../../text/span';
import { t } from '../../words/translate';
import type { SentenceRule } from '../rule';
import { isCaseNumber } from './numbers';
import { isReviewers } from './whose';
import { redacted } from './words';

const what = {
  licence: () => t("a reviewer's licence or NPI number"),
  name: () => t("the reviewer's name or signature"),
};

export const rule: SentenceRule = {
  id: 'reviewer-identity',
  group: 'privacy',
  scope: 'sentence',
  places: ['header', 'howMade', 'section', 'title', 'guidelineLine', 'rationale', 'loose'],
  severity: 'error',
  summary: "The reviewer's name, licence or NPI number, or a signature.",
  fix: 'offered',
  check(sentence, context, report) {
    const found: (Span & { readonly kind: keyof typeof what })[] = [];
    for (const identifier of sentence.of(identifiersOf)) {
      if (!isReviewers(identifier, context.place)) continue;
      const { start, end, kind } = identifier;
      if (context.place === 'guidelineLine' && kind !== 'licence') continue;
      found.push({ start, end, kind: kind === 'licence' ? 'licence' : 'name' });
    }
    if (context.place === 'howMade') {
      const codes = licenceLikeCodesIn(sentence.text).filter(
        ({ start, end }) => !isCaseNumber(sentence.text.slice(start, end), context.profile),
      );
      for (const span of codes) found.push({ ...span, kind: 'licence' });
    }
    for (const { start, end, kind } of withoutOverlaps(found)) {
      const span = { start, end };
      report({
        span,
        message: t(
          'This looks like {0}. The law keeps reviewers confidential, and letters are read by anyone. Take it out; licensing states and specialties say what the letter must.',
          what[kind](),
        ),
        fixes: () => [{ title: t('Write "{0}"', redacted), safe: false, edits: [{ span, text: redacted }] }],
      });
    }
  },
};
