import type { Strength } from '../../facts/strengths';
import { compiled } from '../../vocabulary/compiled';
import type { Vocabulary } from '../../vocabulary/schema';

/** Whether two strengths are of the same drug, by any of its names; the form it is taken in aside. */
export function isOfSameDrug(a: Strength, b: Strength, vocabulary: Vocabulary): boolean {
  if (a.drugs.length === 0 || b.drugs.length === 0) return a.drugs.length === b.drugs.length && a.name === b.name;
  return a.drugs.some(one => b.drugs.some(other => isSameDrug(one, other, vocabulary)));
}

/** The same, or one of them the other's first ingredient: a topical form, "drug" for "drug with acetaminophen". */
function isSameDrug(a: string, b: string, vocabulary: Vocabulary): boolean {
  if (a === b) return true;
  const drugs = compiled(vocabulary).drugById();
  return drugs.get(a)?.ingredients?.[0] === b || drugs.get(b)?.ingredients?.[0] === a;
}

/** Whether the amounts cannot be the same: of a combination one may be left unsaid, and a range holds what lies in it. */
export function isOtherStrength(a: Strength, b: Strength): boolean {
  if (a.isRange || b.isRange) {
    const [low, high] = limits(a);
    const [otherLow, otherHigh] = limits(b);
    return high < otherLow || otherHigh < low;
  }
  return a.amounts.some((amount, index) => (b.amounts[index] ?? amount) !== amount);
}

function limits({ amounts }: Strength): readonly [number, number] {
  return [Math.min(...amounts), Math.max(...amounts)];
}
