/** What the comments of one line leave of it. */
export interface LineComments {
  /** The content with comments blanked, so that offsets stay. */
  readonly plain: string;
  readonly any: boolean;
  /** A comment opens that does not close on the line. */
  readonly opens: boolean;
  /** Behind the first `-->`, or -1. */
  readonly firstEnd: number;
}

/** Blanks the comments of a line; if `open` is given, so many characters of it belong to one that opened above. */
export function lineComments(content: string, open: number | null = null): LineComments {
  if (open === null && !content.includes('--')) return { plain: content, any: false, opens: false, firstEnd: -1 };
  const close = content.indexOf('-->');
  const firstEnd = close < 0 ? -1 : close + 3;
  let at = open ?? 0;
  const pieces = [' '.repeat(at)];
  for (let start = content.indexOf('<!--', at); start >= 0; start = content.indexOf('<!--', at)) {
    pieces.push(content.slice(at, start));
    const end = content.indexOf('-->', start + 4);
    at = end < 0 ? content.length : end + 3;
    pieces.push(' '.repeat(at - start));
    if (end < 0) return { plain: pieces.join(''), any: true, opens: true, firstEnd };
  }
  pieces.push(content.slice(at));
  return { plain: pieces.join(''), any: open !== null || at > 0, opens: false, firstEnd };
}
