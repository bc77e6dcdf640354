/** A calendar day, compared as text: `iso` sorts by time. */
export interface Day {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** yyyy-mm-dd */
  readonly iso: string;
}

const NUMERIC = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})$/;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const WRITTEN = /^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Reads a date that is the whole of `text`: 10/13/2016, 10-13-16, 2016-10-13, October 13, 2016. Null if it is none. */
export function readDay(text: string): Day | null {
  const words = text.trim();
  if (words.length > 24) return null;
  const iso = ISO.exec(words);
  if (iso) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = NUMERIC.exec(words);
  if (numeric) return dayOf(fullYear(numeric[3] ?? ''), Number(numeric[1]), Number(numeric[2]));
  const written = WRITTEN.exec(words);
  if (!written) return null;
  return dayOf(Number(written[3]), monthOf(written[1] ?? ''), Number(written[2]));
}

/** mm/dd/yyyy, as letters print it. */
export function printDay(d: Day): string {
  return `${String(d.month).padStart(2, '0')}/${String(d.day).padStart(2, '0')}/${d.year}`;
}

/** The number of the month, from 1, whose name begins as `name` does; 0 if none. */
export function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

/** The year that two or four digits mean: 69 is 2069, 70 is 1970. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** The day of the calendar, or null if there is none, such as 30 February. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  if (month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > daysIn(year, month)) return null;
  const iso = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
  return { year, month, day: dayOfMonth, iso };
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** How many days after `from` the day `to` is; negative before it. */
export function daysBetween(from: Day, to: Day): number {
  const time = ({ year, month, day }: Day) => Date.UTC(year, month - 1, day);
  return Math.round((time(to) - time(from)) / 86_400_000);
}
