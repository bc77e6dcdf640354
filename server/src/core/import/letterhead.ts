import type { Span } from '../text/span';
import { squeeze } from '../text/words';

/** The lines of the house's letterhead at the head of a text, which print them again; null where they are not there. */
export function letterheadIn(text: string, letterhead: readonly string[]): Span | null {
  const start = text.search(/\S/);
  if (letterhead.length === 0 || start < 0) return null;
  let end = start;
  for (const wanted of letterhead) {
    const line = /[^\S\f]*([^\n\f]*)/y;
    line.lastIndex = end;
    const found = line.exec(text);
    if (!found || squeeze(found[1] ?? '') !== squeeze(wanted)) return null;
    end = line.lastIndex;
  }
  return { start, end };
}
