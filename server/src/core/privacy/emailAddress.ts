import type { Span } from '../text/span';

const MOST_BEFORE = 64;
const BEFORE = /[\w.%+'-]{1,64}$/;
const BEHIND = /(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}(?![\w-])/iy;

/** E-mail addresses. Linear: looks only around each "@". */
export function emailAddressesIn(text: string): Span[] {
  const found: Span[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const before = BEFORE.exec(text.slice(Math.max(0, at - MOST_BEFORE), at))?.[0] ?? '';
    BEHIND.lastIndex = at + 1;
    if (before !== '' && BEHIND.test(text)) found.push({ start: at - before.length, end: BEHIND.lastIndex });
  }
  return found;
}
