import type { Vocabulary } from '../../vocabulary/schema';
import { inCaseOf } from './newName';

/**
 * The ways to say a service in a sentence: as its title does, "physical therapy, 6 visits", or with its quantity first,
 * "6 visits of physical therapy", as letters name the portion that remains.
 */
export function formsOf(service: string): readonly string[] {
  const parts = quantified(service);
  return parts ? [service, `${parts.quantity}${OF}${parts.treatment}`] : [service];
}

/** The new name in the form and the letter case of a mention; `written` is how the old one stands where it was renamed. */
export function inFormOf(mention: string, written: string, name: string, vocabulary: Vocabulary): string {
  const before = treatmentBehind(mention);
  const old = treatmentBehind(written);
  // Who renames it where its quantity is put first may put it first again.
  const plain = old === null ? name : quantityLast(name);
  if (before === null) return inCaseOf(mention, old ?? written, plain, vocabulary);
  const parts = quantified(plain);
  const treatment = inCaseOf(before, old ?? written, parts?.treatment ?? plain, vocabulary);
  return parts ? `${parts.quantity}${OF}${treatment}` : treatment;
}

const OF = ' of ';

/** What stands behind a quantity that is put first; null where none is. */
function treatmentBehind(words: string): string | null {
  const at = words.indexOf(OF);
  return /^\d/.test(words) && at > 0 ? words.slice(at + OF.length) : null;
}

function quantityLast(name: string): string {
  const treatment = treatmentBehind(name);
  return treatment === null ? name : `${treatment}, ${name.slice(0, name.length - treatment.length - OF.length)}`;
}

interface Quantified {
  readonly treatment: string;
  readonly quantity: string;
}

/** A service whose quantity stands behind its last comma: "physical therapy, 6 visits". */
function quantified(service: string): Quantified | null {
  const comma = service.lastIndexOf(', ');
  const quantity = service.slice(comma + 2);
  if (comma < 1 || !/^\d{1,4} \p{L}/u.test(quantity)) return null;
  return { treatment: service.slice(0, comma), quantity };
}
