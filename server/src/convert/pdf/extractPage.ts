import type { PDFPageProxy } from 'unpdf/pdfjs';
import { signOf } from '../docx/in/symbols';
import { type After, afterOf, glyphsOf } from './extractGlyphs';
import { headingOf, headingsIn, type TaggedHeading } from './extractHeadings';

export type Pdfjs = typeof import('unpdf/pdfjs');

/** Text that a PDF draws in one go. Lengths in points, from the top left corner of the upright page. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where its line of writing stands. */
  readonly base: number;
  /** Of its type. */
  readonly size: number;
  /** White space stands between it and what was drawn before it. */
  readonly spaced: boolean;
  /** What follows it in the file before the next piece; null where that is not known. */
  readonly after: After | null;
  /** The heading it is part of, where the file tells. */
  readonly heading: TaggedHeading | null;
}

export interface PageText {
  readonly height: number;
  readonly pieces: readonly Piece[];
  /** What the file marks as no part of its text: running heads and feet, page numbers. */
  readonly furniture: readonly Piece[];
  /** What runs another way than the text. */
  readonly turned: readonly Piece[];
  /** Nothing is written on it: a picture of a page, perhaps. */
  readonly isUnwritten: boolean;
}

/** A piece, the way it runs (quarter turns), and whether it belongs to the text. */
interface Placed {
  readonly piece: Piece;
  readonly turn: number;
  readonly isFurniture: boolean;
}

export async function pageText(page: PDFPageProxy, pdfjs: Pdfjs): Promise<PageText> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const glyphs = await glyphsOf(page, pdfjs);
  const follows = afterOf(
    items.map(item => ('str' in item ? item.str : '')),
    glyphs,
  );
  const placed: Placed[] = [];
  const headings = headingsIn(await page.getStructTree());
  const marks: Mark[] = [];
  let spaced = false;
  for (const [index, item] of items.entries()) {
    if (!('str' in item)) {
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push(markOf(item, headings));
      continue;
    }
    const text = printable(item.str);
    if (text !== '') {
      const at = pdfjs.Util.transform(transform, item.transform) as number[];
      const { turn, ...where } = placeOf(at, item.width);
      const piece = {
        ...where,
        text,
        spaced: spaced || item.str.startsWith(' '),
        after: follows?.[index] ?? null,
        heading: marks.findLast(mark => mark.heading !== null)?.heading ?? null,
      };
      placed.push({ piece, turn, isFurniture: marks.some(mark => mark.isFurniture) });
      spaced = item.str.endsWith(' ');
    } else if (item.str !== '') spaced = true;
  }
  const turn = mainTurn(placed);
  const upright = (each: readonly Placed[]) => each.map(({ piece }) => turned(piece, turn, width, height));
  return {
    height: turn % 2 === 0 ? height : width,
    pieces: upright(placed.filter(each => each.turn === turn && !each.isFurniture)),
    furniture: upright(placed.filter(each => each.isFurniture)),
    turned: upright(placed.filter(each => each.turn !== turn && !each.isFurniture)),
    isUnwritten: glyphs.isUnwritten,
  };
}

/** Letters in one form each, signs of the fonts of signs as such, no control characters. */
function printable(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06]/g, ligature => ligature.normalize('NFKC'))
    .replace(/[\uf020-\uf0ff]/g, signMeant)
    .replace(/[\s\x00-\x1f\x7f]+/g, ' ')
    .trim();
}

/** A sign that has no code of its own but in its font, which a PDF need not name. */
function signMeant(sign: string): string {
  const code = sign.charCodeAt(0).toString(16);
  const meant = signOf('Symbol', code);
  return meant === sign ? signOf('Wingdings', code) : meant;
}

function placeOf([a = 1, b = 0, c = 0, d = 1, x = 0, y = 0]: readonly number[], width: number) {
  // Lengths down the page count up, so text that runs down is turned once.
  const turn = (Math.round(Math.atan2(b, a) / (Math.PI / 2)) + 4) % 4;
  return { turn, left: x, right: x + width, base: y, size: Math.hypot(c, d) };
}

/** The way that most of the text runs. */
function mainTurn(placed: readonly Placed[]): number {
  const lengths = [0, 0, 0, 0];
  for (const { piece, turn } of placed) lengths[turn] = (lengths[turn] ?? 0) + piece.text.length;
  return lengths.indexOf(Math.max(...lengths));
}

function turned(piece: Piece, turn: number, width: number, height: number): Piece {
  if (turn === 0) return piece;
  const { left, right, base } = piece;
  const [x, y] = turn === 1 ? [base, width - left] : turn === 2 ? [width - left, height - base] : [height - base, left];
  return { ...piece, left: x, right: x + right - left, base: y };
}

/** A marked stretch of the page that is open. */
interface Mark {
  readonly isFurniture: boolean;
  readonly heading: TaggedHeading | null;
}

function markOf(mark: object, headings: ReadonlyMap<string, TaggedHeading>): Mark {
  const tag = 'tag' in mark && typeof mark.tag === 'string' ? mark.tag : '';
  const id = 'id' in mark && typeof mark.id === 'string' ? mark.id : '';
  return { isFurniture: tag === 'Artifact', heading: headings.get(id) ?? headingOf(tag) };
}
