import type { Imported } from './importLetter';

/** Where in the source the character at `offset` of an imported letter comes from; what was written anew, where it was put. */
export function sourceOffset({ edits }: Pick<Imported, 'edits'>, offset: number): number {
  let grown = 0;
  for (const { span, text } of edits) {
    const start = span.start + grown;
    if (offset < start) break;
    if (offset < start + text.length) return Math.min(span.start + offset - start, span.end);
    grown += text.length - (span.end - span.start);
  }
  return offset - grown;
}

/** The page on which `offset` stands, from 1; `pages` are the offsets at which the pages begin. */
export function pageAt(pages: readonly number[], offset: number): number {
  let page = 1;
  for (let i = 1; i < pages.length && (pages[i] ?? 0) <= offset; i++) page = i + 1;
  return page;
}
