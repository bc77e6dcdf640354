import { printDay } from '../../text/dates';
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
    report({
      span: decided.field.value,
      message: `The decision was due by ${printDay(last)}: ${period.days} ${period.workingDays ? 'working days' : 'days'} from "${start.field.definition.label}"${source}. Check both dates; if they are right, the letter is late.`,
      related: [{ span: start.field.value, message: 'The period is counted from here.' }],
    });
  },
};
