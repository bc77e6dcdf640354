import { printDay } from '../../text/dates';
import { t } from '../../words/translate';
import type { PartRule } from '../rule';
import { headerDeadline } from './headerDeadline';

export const rule: PartRule = {
  id: 'decision-late',
  group: 'law',
  scope: 'part',
  severity: 'warning',
  summary: 'The decision is later than the program allows, counted from the date that starts its clock.',
  fix: 'none',
  check(part, { profile: { profile } }, report) {
    const { clock } = profile;
    if (part.kind !== 'header' || !clock) return;
    const found = headerDeadline(part, clock);
    if (!found?.decided) return;
    const { last, start, period, decided } = found;
    if (decided.day.iso <= last.iso) return;
    const source = clock.source === '' ? '' : ` (${clock.source})`;
    const due = [printDay(last), period.days, start.field.definition.label, source] as const;
    report({
      span: decided.field.value,
      message: period.workingDays
        ? t(
            'The decision was due by {0}: {1} working days from "{2}"{3}. Check both dates; if they are right, the letter is late.',
            ...due,
          )
        : t(
            'The decision was due by {0}: {1} days from "{2}"{3}. Check both dates; if they are right, the letter is late.',
            ...due,
          ),
      related: [{ span: start.field.value, message: t('The period is counted from here.') }],
    });
  },
};
