/** Small questions about characters and words, shared by the parser and the rules. */

/** What `\s` matches: space, tab, line ends, form feed, no-break space and the other Unicode spaces. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** LF, CR or form feed: each ends a line. */
export function isLineEnd(code: number): boolean {
  return code === 10 || code === 13 || code === 12;
}

/** Letter or digit; everything outside ASCII that is no space counts as a letter. */
export function isWordCharacter(code: number): boolean {
  return (
    isDigit(code) ||
    (code >= 65 && code <= 90) ||
    (code >= 97 && code <= 122) ||
    (code > 0x7f && !isSpace(code) && !(code >= 0x2010 && code <= 0x2027))
  );
}

/** The text without white space and in lower case: how labels and headings are compared. */
export function squeeze(text: string): string {
  return text.replace(/\s+/g, '').toLowerCase();
}

/** White space folded to one space, ends trimmed. */
export function foldSpaces(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Whether the text's last sentence is complete: ends in a full stop, question or exclamation mark, quotation marks and brackets aside. */
export function endsSentence(text: string): boolean {
  let i = text.length - 1;
  while (i >= 0 && (isSpace(text.charCodeAt(i)) || CLOSERS.includes(text.charAt(i)))) i--;
  const last = i < 0 ? '' : text.charAt(i);
  return last === '.' || last === '?' || last === '!';
}

const CLOSERS = '"\'\u201d\u2019)]*_';
