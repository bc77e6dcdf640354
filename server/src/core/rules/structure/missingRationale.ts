import { t } from '../../words/translate';
import type { ItemRule } from '../rule';
import { rationaleText, serviceOf } from '../standardText';
import { reportMissingField } from './missingField';

export const rule: ItemRule = {
  id: 'missing-rationale',
  group: 'structure',
  scope: 'item',
  severity: 'error',
  summary: 'An item without the reasons for its decision.',
  fix: 'offered',
  check(item, context, report) {
    const { profile } = context.profile;
    reportMissingField(item, context, report, {
      role: 'rationale',
      why: t(
        'A decision without reasons cannot stand. Say what this case shows, what the evidence asks for, and what follows.',
      ),
      forms: () => {
        const decision = profile.items.per === 'item' ? (item.title.decision?.definition ?? null) : null;
        return [{ name: '', text: rationaleText(serviceOf(item, context.profile), decision, profile) }];
      },
    });
  },
};
