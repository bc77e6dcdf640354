import type { Profile } from '../../profile/schema';
import { type Day, dayOf } from '../../text/dates';

export type Clock = NonNullable<Profile['clock']>;
export type Period = Pick<Clock, 'days' | 'workingDays'>;

const MS = 86_400_000;

/**
 * The last day of the period that begins on the day after `start`. One that would end on a weekend or holiday ends on the
 * next working day.
 */
export function deadline(start: Day, { days, workingDays }: Period, clock: Clock): Day {
  let at = toTime(start);
  for (let left = days; left > 0; ) {
    at += MS;
    if (!workingDays || isWorkingDay(at, clock)) left--;
  }
  while (!isWorkingDay(at, clock)) at += MS;
  return toDay(at);
}

function isWorkingDay(time: number, { holidays }: Clock): boolean {
  const weekday = new Date(time).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  // A holiday on a Sunday is kept on the Monday, one on a Saturday on the Friday.
  const kept = [time, ...(weekday === 1 ? [time - MS] : []), ...(weekday === 5 ? [time + MS] : [])];
  return !kept.some(day => holidays.some(holiday => falls(holiday, day)));
}

type Holiday = Clock['holidays'][number];

function falls(holiday: Holiday, time: number): boolean {
  if (!('weekday' in holiday)) {
    const day = toDay(time);
    return day.month === holiday.month && day.day === holiday.day;
  }
  const day = toDay(time - holiday.plus * MS);
  if (day.month !== holiday.month || new Date(toTime(day)).getUTCDay() !== holiday.weekday) return false;
  if (holiday.nth > 0) return Math.ceil(day.day / 7) === holiday.nth;
  return dayOf(day.year, day.month, day.day + 7) === null;
}

function toTime({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day);
}

function toDay(time: number): Day {
  const date = new Date(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return { year, month, day, iso: date.toISOString().slice(0, 10) };
}
