import { isLineEnd, isSpace } from '../../text/words';

/** A stretch of the source without white space; a comment in it is held whole, line ends and all. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly startsInComment: boolean;
  readonly endsInComment: boolean;
  /** Nothing but comments. */
  readonly isComment: boolean;
}

/** The tokens of `text[start..end)`. A comment that never closes ends with its line. Linear. */
export function tokensIn(text: string, start: number, end: number): Token[] {
  const tokens: Token[] = [];
  let at = start;
  let lastClose: number | null = null;
  while (at < end) {
    if (isSpace(text.charCodeAt(at))) {
      at++;
      continue;
    }
    const from = at;
    const startsInComment = text.startsWith('<!--', at);
    let endsInComment = false;
    let isComment = true;
    while (at < end && !isSpace(text.charCodeAt(at))) {
      endsInComment = text.startsWith('<!--', at);
      if (endsInComment) {
        lastClose ??= text.lastIndexOf('-->', end - 3);
        at = lastClose >= at + 4 ? Math.min(end, text.indexOf('-->', at + 4) + 3) : unclosedEnd(text, at, end);
      } else {
        isComment = false;
        at++;
      }
    }
    tokens.push({ start: from, end: at, startsInComment, endsInComment, isComment });
  }
  return tokens;
}

/** Where a comment that never closes ends: with its line, white space excluded. */
function unclosedEnd(text: string, start: number, end: number): number {
  let to = start;
  while (to < end && !isLineEnd(text.charCodeAt(to))) to++;
  while (isSpace(text.charCodeAt(to - 1))) to--;
  return to;
}
