import type { Span } from '../text/span';

/**
 * The comments of a part's text, in order. One that does not close in it ends with the text where `goesOn`, because it
 * closes in the next part, and with its line otherwise. Linear.
 */
export function commentsIn(text: string, goesOn: boolean): readonly Span[] {
  const comments: Span[] = [];
  for (let start = text.indexOf('<!--'); start >= 0; ) {
    const close = text.indexOf('-->', start + 4);
    if (close < 0) {
      if (goesOn) comments.push({ start, end: text.length });
      break;
    }
    comments.push({ start, end: close + 3 });
    start = text.indexOf('<!--', close + 3);
  }
  return comments;
}

/** The offset; behind the comment where it stands within one. */
export function outside(offset: number, comments: readonly Span[]): number {
  return commentAt(offset, comments)?.end ?? offset;
}

/** The comment that holds the character at `offset`. */
export function commentAt(offset: number, comments: readonly Span[]): Span | null {
  let low = 0;
  let high = comments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const comment = comments[middle] as Span;
    if (comment.end <= offset) low = middle + 1;
    else if (comment.start > offset) high = middle - 1;
    else return comment;
  }
  return null;
}
