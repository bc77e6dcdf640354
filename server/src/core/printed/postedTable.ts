import type { PrintedRow } from './printed';

/** Columns at which the cells of a line begin. */
const VALUE = 22;
const SECOND_LABEL = 54;
const SECOND_VALUE = 75;

/** The header as a table: the lines that `table` lays out by their labels, then the fields that it does not name. */
export function postedTable(rows: readonly PrintedRow[], table: readonly (readonly string[])[]): string[] {
  const left = new Set(rows);
  const take = (label: string) => {
    const row = rows.find(each => each.label === label && left.has(each));
    if (row) left.delete(row);
    return row ?? null;
  };
  const lines: string[] = [];
  for (const labels of table) {
    const cells = labels.flatMap(label => take(label) ?? []);
    if (cells.length === 2 && fits(cells[0] as PrintedRow))
      lines.push(...pair(cells[0] as PrintedRow, cells[1] as PrintedRow));
    else lines.push(...cells.map(single));
  }
  return [...lines, ...[...left].map(single)];
}

function fits(row: PrintedRow): boolean {
  return wordsOf(row).length < SECOND_LABEL - VALUE && row.label.length < VALUE - 2;
}

function single(row: PrintedRow): string {
  return `${`${row.label}:`.padEnd(VALUE - 1)} ${wordsOf(row)}`;
}

/** The second label is broken over two lines where its column is too narrow for it. */
function pair(first: PrintedRow, second: PrintedRow): string[] {
  const label = `${second.label}:`;
  const room = SECOND_VALUE - SECOND_LABEL - 1;
  const split = label.length > room ? label.lastIndexOf(' ') : -1;
  const [upper, lower] = split > 0 ? [label.slice(0, split), label.slice(split + 1)] : [label, null];
  const line = `${`${single(first).padEnd(SECOND_LABEL - 1)} ${upper}`.padEnd(SECOND_VALUE - 1)} ${wordsOf(second)}`;
  return lower === null ? [line] : [line, ' '.repeat(SECOND_LABEL) + lower];
}

function wordsOf({ value }: PrintedRow): string {
  return value.map(run => run.text).join('');
}
