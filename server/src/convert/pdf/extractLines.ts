import type { After } from './extractGlyphs';
import type { TaggedHeading } from './extractHeadings';
import type { Piece } from './extractPage';

/** Words that stand together on a line. */
export interface Cell {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/** A line of a page, from left to right. Lengths in points. */
export interface Line {
  readonly cells: readonly Cell[];
  readonly base: number;
  readonly size: number;
  readonly after: After | null;
  readonly heading: TaggedHeading | null;
}

/** Pieces this near to each other stand on one line, as a share of the size of the type: a small raised number does. */
const SAME_LINE = 0.4;
/** A gap from here on is a space, and from there on parts columns. */
const SPACE = 0.15;
const COLUMN = 1.2;

/** The lines of a page, from top to bottom. */
export function linesOf(pieces: readonly Piece[]): Line[] {
  const rows: Piece[][] = [];
  let largest: Piece | null = null;
  for (const piece of [...pieces].sort((a, b) => a.base - b.base)) {
    const row = rows.at(-1);
    if (row && largest && piece.base - largest.base <= SAME_LINE * Math.max(piece.size, largest.size)) {
      row.push(piece);
      if (piece.size > largest.size) largest = piece;
    } else {
      rows.push([piece]);
      largest = piece;
    }
  }
  return rows.map(lineOf);
}

function lineOf(row: readonly Piece[]): Line {
  const pieces = [...row].sort((a, b) => a.left - b.left);
  const largest = pieces.reduce((most, piece) => (piece.size > most.size ? piece : most));
  const cells: Cell[] = [];
  for (const piece of pieces) {
    const { text, left, right, size, spaced } = piece;
    const last = cells.at(-1);
    const gap = last ? left - last.right : 0;
    if (!last || gap > COLUMN * size) cells.push({ text, left, right });
    else {
      const joint = spaced || gap > SPACE * size ? ' ' : '';
      cells[cells.length - 1] = { text: last.text + joint + text, left: last.left, right: Math.max(last.right, right) };
    }
  }
  const { base, size } = largest;
  return { cells, base, size, after: pieces.at(-1)?.after ?? null, heading: pieces[0]?.heading ?? null };
}

/** The words of a line; columns are parted by at least two spaces. */
export function lineText({ cells, size }: Line): string {
  let text = '';
  for (const [index, cell] of cells.entries()) {
    const gap = index === 0 ? 0 : cell.left - (cells[index - 1]?.right ?? 0);
    const spaces = Math.min(40, Math.max(2, Math.round(gap / (size / 2))));
    text += (index === 0 ? '' : ' '.repeat(spaces)) + cell.text;
  }
  return text;
}
