/** Text of a letter on one line of a Markdown document: nothing in it is a link, wherever it would lead. */
export function inMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\](?=[([:])/g, ']\\')
    .replace(/<(?=\w)/g, '\\<');
}
