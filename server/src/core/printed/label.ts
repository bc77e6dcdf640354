import type { Field } from '../language/tree';
import { foldSpaces } from '../text/words';

/** In the profile's words where they are meant, as they are written where others stand for them. */
export function printedLabel({ spelling, printed, label, labelRest }: Field<unknown>, text: string): string {
  if (spelling === 'exact') return printed;
  const pieces = labelRest ? [label, labelRest] : [label];
  return foldSpaces(
    pieces
      .map(({ start, end }) => text.slice(start, end))
      .join(' ')
      .replace(/[*_]+/g, ''),
  );
}
