/**
 * What XML cannot hold (control characters, halves of a surrogate pair), each made into a replacement character: a file
 * with one of them in it would not open.
 */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');
}
