import type { Cell, Line } from './extractLines';

/** Fewer lines than this side by side are a table, or a line of two addresses. */
const FEWEST_LINES = 5;
/** Text set in columns has lines of so many characters on average, on either side. */
const SHORTEST = 24;
/** The narrowest gutter between columns, in points. */
const NARROWEST = 9;

interface Gutter {
  readonly from: number;
  readonly to: number;
}

/** The lines in the order in which they are read: where text is set in two columns, the left one first. */
export function inReadingOrder(lines: readonly Line[]): readonly Line[] {
  const ordered: Line[] = [];
  let at = 0;
  while (at < lines.length) {
    const { end, gutter } = columnsFrom(lines, at);
    const run = lines.slice(at, end);
    const sides = gutter && [side(run, cell => cell.right <= gutter.from), side(run, cell => cell.left >= gutter.to)];
    for (const column of sides?.every(isText) ? sides : [run]) for (const line of column) ordered.push(line);
    at = end;
  }
  return ordered;
}

/** How far the lines from `first` on share a gutter. */
function columnsFrom(lines: readonly Line[], first: number): { readonly end: number; readonly gutter: Gutter | null } {
  let gutter = widestGap(lines[first] as Line);
  let end = first + 1;
  if (!gutter) return { end, gutter };
  for (; end < lines.length; end++) {
    const narrowed = narrow(gutter, lines[end] as Line);
    if (!narrowed) break;
    gutter = narrowed;
  }
  return { end, gutter };
}

function widestGap({ cells }: Line): Gutter | null {
  let widest: Gutter | null = null;
  for (const [index, cell] of cells.slice(1).entries()) {
    const gap = { from: cells[index]?.right ?? 0, to: cell.left };
    if (gap.to - gap.from >= NARROWEST && (!widest || gap.to - gap.from > widest.to - widest.from)) widest = gap;
  }
  return widest;
}

/** What is left of a gutter beside the words of a line; null if they stand in it. */
function narrow({ from, to }: Gutter, { cells }: Line): Gutter | null {
  const middle = (from + to) / 2;
  let left = from;
  let right = to;
  for (const cell of cells) {
    if (cell.right <= middle) left = Math.max(left, cell.right);
    else if (cell.left >= middle) right = Math.min(right, cell.left);
    else return null;
  }
  return right - left >= NARROWEST ? { from: left, to: right } : null;
}

function side(lines: readonly Line[], isOn: (cell: Cell) => boolean): Line[] {
  return lines.flatMap(line => {
    const cells = line.cells.filter(isOn);
    if (cells.length === 0) return [];
    // What follows the line in the file is known of its last words only.
    return [{ ...line, cells, after: cells.at(-1) === line.cells.at(-1) ? line.after : null }];
  });
}

function isText(column: readonly Line[]): boolean {
  const length = column.reduce((sum, { cells }) => sum + cells.reduce((own, { text }) => own + text.length, 0), 0);
  return column.length >= FEWEST_LINES && length >= SHORTEST * column.length;
}
