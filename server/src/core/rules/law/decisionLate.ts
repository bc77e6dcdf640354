import type { HeaderPart } from '../../language/tree';
import { type Day, printDay, readDay } from '../../text/dates';
import { squeeze } from '../../text/words';
import type { PartRule } from '../rule';
import { type Clock, deadline, type Period } from './deadline';

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
    const start = dateOf(part, clock.from);
    const decided = dateOf(part, 'decisionDate');
    if (!start || !decided) return;
    const period = periodOf(part, clock);
    const last = deadline(start.day, period, clock);
    if (decided.day.iso <= last.iso) return;
    const source = clock.source === '' ? '' : ` (${clock.source})`;
    report({
      span: decided.field.value,
      message: `The decision was due by ${printDay(last)}: ${period.days} ${period.workingDays ? 'working days' : 'days'} from "${start.field.definition.label}"${source}. Check both dates; if they are right, the letter is late.`,
      related: [{ span: start.field.value, message: 'The period is counted from here.' }],
    });
  },
};

function dateOf({ fields }: HeaderPart, role: string) {
  const field = fields.find(f => f.definition.role === role);
  const day: Day | null = field ? readDay(field.text.text) : null;
  return field && day ? { field, day } : null;
}

/** The period of the first track that the header's words name, else the ordinary one. */
function periodOf({ fields }: HeaderPart, clock: Clock): Period {
  const isOn = (role: string, value: string) =>
    fields.some(field => field.definition.role === role && squeeze(field.text.text) === squeeze(value));
  return clock.tracks.find(({ role, value }) => isOn(role, value)) ?? clock;
}
