/** A letter as a snippet: the Tab key leads from one `[[placeholder]]` to the next. */
export function toSnippet(text: string): string {
  let stops = 0;
  return text
    .split(/(\[\[[^[\]]{0,400}\]\])/)
    .map((piece, index) => (index % 2 === 1 ? `\${${++stops}:${escaped(piece)}}` : escaped(piece)))
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
