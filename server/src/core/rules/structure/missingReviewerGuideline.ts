import { t } from '../../words/translate';
import type { ItemRule } from '../rule';
import { guidelineForms } from '../standardText';
import { reportMissingField } from './missingField';

export const rule: ItemRule = {
  id: 'missing-reviewer-guideline',
  group: 'structure',
  scope: 'item',
  severity: 'error',
  summary: 'An item that does not say what evidence its decision rests on.',
  fix: 'offered',
  check(item, context, report) {
    reportMissingField(item, context, report, {
      role: 'reviewerGuideline',
      why: t('A decision can only be followed, or questioned, by the evidence it rests on. Name that evidence.'),
      forms: definition => guidelineForms(definition, context.profile.profile),
    });
  },
};
