import { t } from '../../words/translate';
import type { ItemRule } from '../rule';
import { guidelineForms } from '../standardText';
import { reportMissingField } from './missingField';

export const rule: ItemRule = {
  id: 'missing-claims-guideline',
  group: 'structure',
  scope: 'item',
  severity: 'error',
  summary: 'An item that does not say what the refusal under review rested on.',
  fix: 'offered',
  check(item, context, report) {
    reportMissingField(item, context, report, {
      role: 'claimsGuideline',
      why: t(
        'Readers need to see what the refusal under review rested on. Copy it from that decision, or say that it cites nothing.',
      ),
      forms: definition => guidelineForms(definition, context.profile.profile),
    });
  },
};
