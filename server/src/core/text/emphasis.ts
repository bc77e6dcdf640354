import type { Span } from './span';
import { isSpace, isWordCharacter } from './words';

/** Words between asterisks, marks included: one on either side is emphasis, two are strong, three both. */
export interface Emphasis extends Span {
  readonly width: number;
}

/** Marks open before a word and close behind one; other asterisks are text. In the order in which they close. Linear. */
export function emphasisIn(source: string): Emphasis[] {
  const found: Emphasis[] = [];
  const open = new Map<number, number>();
  for (let at = source.indexOf('*'); at >= 0; ) {
    let after = at;
    while (source.charCodeAt(after) === 42) after++;
    const width = after - at;
    const before = at > 0 ? source.charCodeAt(at - 1) : 32;
    const next = after < source.length ? source.charCodeAt(after) : 32;
    const opener = open.get(width);
    if (opener !== undefined && !isSpace(before) && !isWordCharacter(next)) {
      found.push({ start: opener, end: after, width });
      open.delete(width);
    } else if (width <= 3 && !isSpace(next) && !isWordCharacter(before)) {
      open.set(width, at);
    }
    at = source.indexOf('*', after);
  }
  return found;
}
