import type { HeaderField, HeaderPart } from '../../language/tree';
import { type Day, readDay } from '../../text/dates';
import { squeeze } from '../../text/words';
import { type Clock, deadline, type Period } from './deadline';

/** A date of the header, with the field that holds it. */
export interface HeaderDate {
  readonly field: HeaderField;
  readonly day: Day;
}

/** The deadline that a program's clock sets for a letter. */
export interface HeaderDeadline {
  /** The last day on which the decision is in time. */
  readonly last: Day;
  readonly start: HeaderDate;
  readonly period: Period;
  /** When it was decided; null where the header does not say. */
  readonly decided: HeaderDate | null;
}

/** Null where the header has no date that starts the clock. */
export function headerDeadline(header: HeaderPart, clock: Clock): HeaderDeadline | null {
  const start = dateOf(header, clock.from);
  if (!start) return null;
  const period = periodOf(header, clock);
  return { last: deadline(start.day, period, clock), start, period, decided: dateOf(header, 'decisionDate') };
}

function dateOf({ fields }: HeaderPart, role: string): HeaderDate | null {
  const field = fields.find(f => f.definition.role === role);
  const day = field ? readDay(field.text.text) : null;
  return field && day ? { field, day } : null;
}

/** The period of the first track that the header's words name, else the ordinary one. */
function periodOf({ fields }: HeaderPart, clock: Clock): Period {
  const isOn = (role: string, value: string) =>
    fields.some(field => field.definition.role === role && squeeze(field.text.text) === squeeze(value));
  return clock.tracks.find(({ role, value }) => isOn(role, value)) ?? clock;
}
