import { foldSpaces } from '../text/words';
import type { Beside, Imported } from './importLetter';

/** What counts the pages and says nothing else. */
const PAGE_COUNT = /(?:\bpage )?[-\u2013\u2014]? ?\b\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?(?: ?[-\u2013\u2014])?$/i;
/** As long as it can be, in UTF-16 units. */
const LONGEST_COUNT = 30;

/**
 * The letter with what stood beside its text, so that no word of the file is lost: as a comment at its end, which is
 * never printed. What stands on several pages is written once, what the letter says anyway not at all, nor the
 * letterhead, which is printed above it again.
 */
export function withBeside(imported: Imported, beside: readonly Beside[], letterhead: readonly string[]): Imported {
  const leftOut = [...imported.leftOut, ...beside];
  const known = new Set([imported.text, ...letterhead].flatMap(wordsIn));
  const kept = new Map<string, Beside>();
  for (const each of leftOut) {
    const words = withoutCount(foldSpaces(each.text));
    if (!kept.has(words) && wordsIn(words).some(word => !known.has(word))) kept.set(words, each);
  }
  if (kept.size === 0) return { ...imported, leftOut };
  const gap = imported.text === '' ? '' : imported.text.endsWith('\n') ? '\n' : '\n\n';
  const lines = [...kept.values()].map(line).join('\n');
  const comment = `${gap}<!--\nBeside the text of the imported file:\n${lines}\n-->\n`;
  return { ...imported, text: imported.text + comment, leftOut };
}

function withoutCount(text: string): string {
  const tail = text.slice(-LONGEST_COUNT);
  return text.slice(0, text.length - tail.length) + tail.replace(PAGE_COUNT, '').trimEnd();
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:[./-][\p{L}\p{N}]+)*/gu) ?? [];
}

function line({ text, what, page }: Beside): string {
  const where = page === null ? what : `${what}, page ${page}`;
  // What ends a comment would end this one.
  return `- (${where}) ${foldSpaces(text).replace(/-->/g, '-- >').replace(/<!--/g, '<! --')}`;
}
