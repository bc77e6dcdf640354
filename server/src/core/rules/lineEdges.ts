/** Where the line that holds `offset` begins. */
export function startOfLine(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Where the line that holds `offset` ends, its terminator excluded. */
export function endOfLine(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at++;
  return at;
}

/** Line feed, form feed or carriage return. */
function isLineEnd(code: number): boolean {
  return code === 10 || code === 12 || code === 13;
}
