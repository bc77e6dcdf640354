import type { Random } from './random';
import { matches, type Span } from './text';

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export interface DatePlace extends Span, Day {
  /** The same date in other figures, written as this one is. */
  write(day: Day): string;
}

export const monthNames = 'January February March April May June July August September October November December'.split(
  ' ',
);

const numeric = /(?<![\d/.-])(\d{1,2})(\s?[-/]\s?)(\d{1,2})([-/]\s?)(\d{4}|\d{2})(?![\d/-])/g;
const inWords = new RegExp(`\\b(${monthNames.join('|')}) (\\d{1,2})(?:, | )(\\d{4})\\b`, 'g');

export function datesIn(text: string, span: Span): DatePlace[] {
  const found: DatePlace[] = [];
  for (const { start, end, groups } of matches(text, span, numeric)) {
    const [, month = '', first = '', day = '', second = '', year = ''] = groups;
    const full = year.length === 4 ? Number(year) : 2000 + Number(year);
    const pad = (n: number, like: string) => String(n).padStart(like.startsWith('0') || like.length === 2 ? 2 : 1, '0');
    found.push({
      start,
      end,
      year: full,
      month: Number(month),
      day: Number(day),
      write: d => {
        const printed = year.length === 4 ? String(d.year) : String(d.year % 100).padStart(2, '0');
        return `${pad(d.month, month)}${first}${pad(d.day, day)}${second}${printed}`;
      },
    });
  }
  for (const { start, end, groups } of matches(text, span, inWords)) {
    const [, month = '', day = '', year = ''] = groups;
    found.push({
      start,
      end,
      year: Number(year),
      month: monthNames.indexOf(month) + 1,
      day: Number(day),
      write: d => `${monthNames[d.month - 1]} ${d.day}, ${d.year}`,
    });
  }
  return found.filter(isDay).sort((a, b) => a.start - b.start);
}

export function lastOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function isDay({ year, month, day }: Day): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= lastOfMonth(year, month) && year > 1950 && year < 2040;
}

/** Days since 1970. */
export function count({ year, month, day }: Day): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

export function dayOf(days: number): Day {
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** As the header writes it. */
export function slashed({ year, month, day }: Day): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(month)}/${two(day)}/${year}`;
}

/** Another day, as a slip makes it: a wrong year, month or day of the month, never one of `taken`. */
export function wrongDay(right: Day, random: Random, taken: readonly number[]): Day {
  for (;;) {
    const way = random.pick(['year', 'month', 'day']);
    const wrong = {
      year: way === 'year' ? right.year - random.between(1, 3) : right.year,
      month: way === 'month' ? random.between(1, 12) : right.month,
      day: way === 'day' ? random.between(1, 28) : Math.min(right.day, 28),
    };
    if (count(wrong) !== count(right) && !taken.includes(count(wrong))) return wrong;
  }
}
