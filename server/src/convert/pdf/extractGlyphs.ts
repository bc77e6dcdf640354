import type { PDFPageProxy } from 'unpdf/pdfjs';
import type { Pdfjs } from './extractPage';

/*
 * The library leaves out the white space at the end of a line, which tells whether the line broke between words or within
 * one. So the drawn characters are gone through once more.
 */

/** What follows a character: white space, a hyphen that shows only where a line breaks, or the next character. */
export type After = 'space' | 'softHyphen' | 'nothing';

/** How many characters a page draws, white space and invisible ones aside, and behind which something else stands. */
export interface Glyphs {
  readonly count: number;
  readonly after: ReadonlyMap<number, Exclude<After, 'nothing'>>;
  /** Nothing is written on the page, not even white space. */
  readonly isUnwritten: boolean;
}

const INVISIBLE = /[\s\p{Cf}\x00-\x1f\x7f]/u;
const EVERY_INVISIBLE = new RegExp(INVISIBLE.source, 'gu');

export async function glyphsOf(page: PDFPageProxy, { OPS, AnnotationMode }: Pdfjs): Promise<Glyphs> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE });
  const after = new Map<number, Exclude<After, 'nothing'>>();
  let count = 0;
  let isUnwritten = true;
  for (const [index, operator] of fnArray.entries()) {
    if (operator !== OPS.showText) continue;
    isUnwritten = false;
    for (const glyph of argsArray[index]?.[0] ?? []) {
      for (const character of unicodeOf(glyph)) {
        if (!INVISIBLE.test(character)) count += character.length;
        else if (character === '\u00ad') after.set(count, 'softHyphen');
        else if (/\s/.test(character) && !after.has(count)) after.set(count, 'space');
      }
    }
  }
  return { count, after, isUnwritten };
}

/** Between glyphs stand the numbers by which they are moved. */
function unicodeOf(glyph: unknown): string {
  const isGlyph = typeof glyph === 'object' && glyph !== null && 'unicode' in glyph;
  return isGlyph && typeof glyph.unicode === 'string' ? glyph.unicode : '';
}

/** What follows each text of a page; null where they are not all that the page draws. */
export function afterOf(texts: readonly string[], { count, after }: Glyphs): readonly After[] | null {
  let at = 0;
  const found = texts.map(text => {
    at += text.replace(EVERY_INVISIBLE, '').length;
    return after.get(at) ?? 'nothing';
  });
  return at === count ? found : null;
}
