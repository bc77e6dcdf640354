import { count, datesIn } from './days';
import type { HeaderDate, Sketch } from './sketch';
import type { Slip } from './slip';

/** In the order in which they must follow one another. */
export const order: readonly HeaderDate[] = ['injury', 'denial', 'received', 'assigned', 'decision'];

/** In days since 1970. */
export function headerDay(letter: Sketch, which: HeaderDate): number | null {
  const span = letter.dates.get(which);
  const [date] = span ? datesIn(letter.text, span) : [];
  return date ? count(date) : null;
}

export function headerDays(letter: Sketch): number[] {
  return order.flatMap(which => headerDay(letter, which) ?? []);
}

/** Another value in the place of a date of the header. */
export function inHeader(letter: Sketch, which: HeaderDate, text: string): Slip[] {
  const span = letter.dates.get(which);
  return span ? [{ edits: [{ ...span, text }], also: [...letter.dates.values()] }] : [];
}
