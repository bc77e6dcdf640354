import type { Field } from '../language/tree';
import { fold } from '../text/folded';
import { foldSpaces } from '../text/words';

/** In the profile's words where they are meant, as they are written, comments aside, where others stand for them. */
export function printedLabel({ spelling, printed, label, labelRest }: Field<unknown>, text: string): string {
  if (spelling === 'exact') return printed;
  const pieces = labelRest ? [label, labelRest] : [label];
  return foldSpaces(
    pieces
      .map(({ start, end }) => fold(text, start, end).text)
      .join(' ')
      .replace(/[*_]+/g, ''),
  );
}
