import type { Span } from '../text/span';

/** An address of the web in a text; the span counts in the text. */
export interface WebAddress {
  readonly span: Span;
  /** Begins with `https://` or `http://`. */
  readonly address: string;
}

const ADDRESS = /(?<![\w@./-])(?:https?:\/\/|www\.)[!#-;=?-[\]_a-z~]+/gi;
/** A host with a dot in its name, and nothing that would make another one of it. */
const HOST = /^https?:\/\/[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,10}(?::\d{1,5})?(?:[/?#]|$)/i;
const LONGEST = 2000;

/** The addresses of the web in a text, in order: only those of pages, whatever else a text calls an address. Linear. */
export function webAddressesIn(text: string): readonly WebAddress[] {
  if (!/https?:\/\/|www\./i.test(text)) return NONE;
  return [...text.matchAll(ADDRESS)].flatMap(({ 0: found, index: start }) => {
    const written = withoutEnd(found);
    const address = /^www\./i.test(written) ? `https://${written}` : written;
    if (written.length > LONGEST || !HOST.test(address)) return [];
    return [{ span: { start, end: start + written.length }, address }];
  });
}

const NONE: readonly WebAddress[] = [];

/** Marks at the end belong to the sentence, and so does a bracket that was not opened in the address. */
function withoutEnd(found: string): string {
  let end = found.length;
  let open = found.split('(').length - found.split(')').length;
  for (; end > 0; end--) {
    const last = found.charAt(end - 1);
    if (last === ')' && open < 0) open++;
    else if (!".,;:!?'*]".includes(last)) break;
  }
  return found.slice(0, end);
}
