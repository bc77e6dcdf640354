import { foldSpaces } from '../../text/words';
import type { Field } from '../tree';

/** The profile's words for a label; a misspelt one stays: its rule offers the right words. */
export function labelWords({ spelling, printed, label }: Field<unknown>, start: number, text: string): string {
  return spelling === 'near' ? foldSpaces(text.slice(start + label.start, start + label.end)) : printed;
}
