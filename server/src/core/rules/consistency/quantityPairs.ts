import type { Amount, Frequency } from '../../facts/frequencies';
import type { Quantity } from '../../facts/quantities';

/** What is counted of services in one unit or another: "x 12", "12 visits". */
const KINDS: readonly (readonly Quantity['unit'][])[] = [
  ['count', 'visit'],
  ['count', 'piece'],
  ['count', 'injection'],
];
/** A title's "#1" may be one box of thirty patches. */
const MOST_PACKS = 3;

/** Whether the two count the same thing, so that they can be compared. */
export function isSameKind(a: Quantity, b: Quantity): boolean {
  if (a.unit === b.unit) return true;
  if (!KINDS.some(units => units.includes(a.unit) && units.includes(b.unit))) return false;
  const isPack = (one: Quantity, other: Quantity) =>
    one.unit === 'count' && other.unit === 'piece' && one.high <= MOST_PACKS;
  return !isPack(a, b) && !isPack(b, a);
}

/** Whether the amounts can be the same: equal, or the one within the other's range; two ranges have to be the same one. */
export function agrees(a: Amount, b: Amount): boolean {
  if (a.low < a.high && b.low < b.high) return a.low === b.low && a.high === b.high;
  return a.low <= b.high && b.low <= a.high;
}

/** Whether the two say another number of times, or another duration, in the same unit. */
export function isOtherFrequency(a: Frequency, b: Frequency): boolean {
  if ((a.per ?? 'week') !== (b.per ?? 'week')) return false;
  if (!agrees(a.times, b.times)) return true;
  if (!a.duration || !b.duration || (a.duration.unit ?? 'week') !== (b.duration.unit ?? 'week')) return false;
  return !agrees(a.duration, b.duration);
}
