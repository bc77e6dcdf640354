import type { House } from '../../core/printed/printed';
import type { Unit } from './layoutUnits';

/** A sheet of paper in points; `left` and `top` are where its text begins, `width` and `height` what it may take. */
export interface Paper {
  readonly size: readonly [width: number, height: number];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Lines of a unit on a page: all of them, or those that the page holds. */
export interface Fragment {
  readonly unit: Unit;
  readonly firstLine: number;
  readonly endLine: number;
  /** From the head of the page, points. */
  readonly y: number;
  readonly height: number;
}

export type Page = readonly Fragment[];

const pointsInMillimetre = 72 / 25.4;
const papers = { letter: [612, 792], a4: [595.28, 841.89] } as const;
/** Margins leave at least this, whatever a house asks for: points. */
const leastSide = 144;
/** A page neither ends nor begins with fewer lines of a paragraph than these. */
const leastLines = 2;

/** The paper of a house. */
export function paperOf({ page, margins }: House): Paper {
  const size = papers[page];
  const [left, width] = between(margins.left, margins.right, size[0]);
  const [top, height] = between(margins.top, margins.bottom, size[1]);
  return { size, left, top, width, height };
}

function between(before: number, after: number, whole: number): [start: number, length: number] {
  const start = Math.min(Math.max(0, before * pointsInMillimetre), (whole - leastSide) / 2);
  const end = Math.min(Math.max(0, after * pointsInMillimetre), (whole - leastSide) / 2);
  return [start, whole - start - end];
}

/** How many lines a unit has: those of its longest cell. */
export function lineCount({ cells }: Unit): number {
  return cells.reduce((most, { lines }) => Math.max(most, lines.length), 0);
}

/** Sets units on pages: what belongs together stays together where a page can hold it. There is one page at least. */
export function pagesOf(units: Iterable<Unit>, paper: Paper): Page[] {
  const pages: Fragment[][] = [];
  let page: Fragment[] = [];
  const bottom = paper.top + paper.height;
  let y = paper.top;
  const turn = () => {
    pages.push(page);
    page = [];
    y = paper.top;
  };

  for (const chain of chainsOf(units)) {
    const isAtHead = () => page.length === 0;
    const needed = leastHeight(chain);
    if (!isAtHead() && y + needed > bottom && needed <= paper.height) turn();
    for (const unit of chain) {
      const count = lineCount(unit);
      for (let line = 0; line < count; ) {
        const before = isAtHead() || line > 0 ? 0 : unit.before;
        const lines = linesThatFit(unit, count - line, bottom - y - before, isAtHead());
        if (lines === 0) {
          turn();
          continue;
        }
        const height = 2 * unit.padding + lines * unit.leading;
        page.push({ unit, firstLine: line, endLine: line + lines, y: y + before, height });
        y += before + height + (unit.rule ? unit.leading : 0);
        line += lines;
        if (line < count) turn();
      }
    }
  }
  pages.push(page);
  return pages;
}

/** Units that stay with the one behind them, and that one. */
function* chainsOf(units: Iterable<Unit>): Generator<Unit[]> {
  let chain: Unit[] = [];
  for (const unit of units) {
    if (lineCount(unit) === 0) continue;
    chain.push(unit);
    if (unit.keepsWithNext) continue;
    yield chain;
    chain = [];
  }
  if (chain.length > 0) yield chain;
}

/** What a chain takes on a page at least: all of it, of its last unit the first lines. */
function leastHeight(chain: readonly Unit[]): number {
  return chain.reduce((sum, unit, index) => {
    const count = lineCount(unit);
    const isKept = index < chain.length - 1 || count < 2 * leastLines;
    return sum + unit.before + 2 * unit.padding + (isKept ? count : leastLines) * unit.leading;
  }, 0);
}

/** How many of the lines that are left go on this page; none where they had better begin the next one. */
function linesThatFit(unit: Unit, left: number, room: number, isAtHead: boolean): number {
  // A hair's breadth, for sums of fractions.
  const fit = Math.floor((room - 2 * unit.padding) / unit.leading + 1e-6);
  if (fit >= left) return left;
  const lines = left - fit < leastLines ? left - leastLines : fit;
  if (lines >= leastLines) return lines;
  return isAtHead ? Math.max(1, Math.min(fit, left)) : 0;
}
