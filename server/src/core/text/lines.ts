/**
 * A line of the letter's source: `content` and the `terminator` that ends it (CRLF, LF, CR, or a form feed with the
 * blanks and the one line end behind it; empty for the last line). A page break so ends a line wherever it stands, and
 * never leaves a blank line of its own behind.
 */
export interface SourceLine {
  readonly content: string;
  readonly terminator: string;
}

const TERMINATOR = /\r\n|\n|\r|\f[ \t]*(?:\r\n|\n|\r)?/g;

/** Splits `text` into lines; their contents and terminators, concatenated, are the text. Never empty. */
export function splitLines(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let at = 0;
  TERMINATOR.lastIndex = 0;
  for (let match = TERMINATOR.exec(text); match; match = TERMINATOR.exec(text)) {
    lines.push({ content: text.slice(at, match.index), terminator: match[0] });
    at = match.index + match[0].length;
  }
  lines.push({ content: text.slice(at), terminator: '' });
  return lines;
}
