import type { Day } from '../text/dates';

const NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const ISO = /^\d{4}([-/])/;
const NUMERIC = /^(\d{1,2})([^\d ]) ?(\d{1,2})[^\d ] ?(\d{4}|\d{2})$/;
const NAME = /[a-z]{1,20}(?=\.? ?\d)|[a-z]{1,20}(?=\.?,? \d{4}$)/i;

/** The day in the form in which another date is written: 1-5-17, 01/05/2017, January 5, 2017, 5 Jan. 2017. */
export function printLike(day: Day, written: string): string {
  const iso = ISO.exec(written);
  if (iso) return day.iso.replaceAll('-', iso[1] ?? '-');
  const numeric = NUMERIC.exec(written);
  if (numeric) {
    const [, month = '', mark = '', dayOfMonth = '', year = ''] = numeric;
    const width = month.length + dayOfMonth.length === 4 || /^0/.test(month + dayOfMonth) ? 2 : 1;
    const digits = (value: number) => String(value).padStart(width, '0');
    return [digits(day.month), digits(day.day), String(day.year).slice(-year.length)].join(mark);
  }
  const name = monthName(day, NAME.exec(written)?.[0] ?? '', written);
  return /^\d/.test(written) ? `${day.day} ${name} ${day.year}` : `${name} ${day.day}, ${day.year}`;
}

/** Abbreviated, and in capitals, where the other one is. */
function monthName({ month }: Day, other: string, written: string): string {
  const whole = NAMES[month - 1] ?? '';
  const isShort = other.length <= 4 && !NAMES.some(name => name.toLowerCase() === other.toLowerCase());
  const name = isShort && whole.length > 4 ? whole.slice(0, 3) + (written.includes('.') ? '.' : '') : whole;
  return other.length > 1 && other === other.toUpperCase() ? name.toUpperCase() : name;
}
