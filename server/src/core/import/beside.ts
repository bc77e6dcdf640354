import { foldSpaces } from '../text/words';
import type { Beside, Imported } from './importLetter';

/** A page number and nothing else, which the letter loses nothing by. */
const PAGE_NUMBER = /^(?:page )?[-\u2013\u2014]? ?\d{1,4}(?: ?(?:of|\/) ?\d{1,4})?(?: ?[-\u2013\u2014])?$/i;

/**
 * The letter with all that stood beside its text, so that no word of the file is lost: as a comment at its end, which is
 * never printed. What stands on several pages is written once.
 */
export function withBeside(imported: Imported, beside: readonly Beside[]): Imported {
  const leftOut = [...imported.leftOut, ...beside];
  const words = new Map<string, Beside>();
  for (const each of leftOut) {
    const text = foldSpaces(each.text);
    if (text === '' || PAGE_NUMBER.test(text)) continue;
    if (!words.has(text)) words.set(text, each);
  }
  if (words.size === 0) return { ...imported, leftOut };
  const lines = [...words].map(([text, { what, page }]) => line(text, what, page));
  const end = imported.text.length;
  const gap = end === 0 ? '' : imported.text.endsWith('\n') ? '\n' : '\n\n';
  const comment = `${gap}<!--\nBeside the text of the imported file:\n${lines.join('\n')}\n-->\n`;
  return { ...imported, text: imported.text + comment, leftOut };
}

function line(text: string, what: string, page: number | null): string {
  const where = page === null ? what : `${what}, page ${page}`;
  // What ends a comment would end this one.
  return `- (${where}) ${text.replace(/-->/g, '-- >').replace(/<!--/g, '<! --')}`;
}
