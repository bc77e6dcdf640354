import type { TextBlock } from './output';

/** The blocks of each cell of a row. */
export type Row = readonly (readonly TextBlock[])[];

/**
 * A table as text: where its rows are labels and values, each pair on a line of its own; else the cells of a row on one
 * line, apart by tabs; what is more than a line stands in paragraphs. Nothing is left out.
 */
export function tableBlocks(rows: readonly Row[]): readonly TextBlock[] {
  return rows.flatMap(rowBlocks);
}

function rowBlocks(row: Row): readonly TextBlock[] {
  const pairs = pairsOf(row);
  if (pairs) return pairs.flatMap(pairBlocks);
  if (!row.every(isOneLine)) return row.flat();
  const line = row
    .map(cell => cell[0]?.text ?? '')
    .join('\t')
    .trimEnd();
  return line.trim() === '' ? [] : [{ kind: row.length > 1 ? 'row' : 'paragraph', text: line }];
}

function isOneLine(cell: readonly TextBlock[]): boolean {
  const [block] = cell;
  return !block || (cell.length === 1 && block.kind === 'paragraph' && !/[\n\f]/.test(block.text));
}

type Pair = readonly [label: readonly TextBlock[], value: readonly TextBlock[]];

/** One or two labels, each before its value. */
function pairsOf(row: Row): readonly Pair[] | null {
  if (row.length !== 2 && row.length !== 4) return null;
  const pairs: Pair[] = [];
  for (let at = 0; at < row.length; at += 2) {
    const label = row[at] ?? [];
    const value = row[at + 1] ?? [];
    const isEmpty = label.length === 0 && value.length === 0;
    if (!isEmpty && !isLabel(label, value)) return null;
    if (!isEmpty) pairs.push([label, value]);
  }
  return pairs.length === 0 ? null : pairs;
}

/** A line that ends with a colon, or that is bold before what is not. */
function isLabel(label: readonly TextBlock[], value: readonly TextBlock[]): boolean {
  const [line] = label;
  if (!line || !isOneLine(label)) return false;
  return line.text.endsWith(':') || (line.bold === true && value[0]?.bold === false);
}

function pairBlocks([label, [first, ...rest]]: Pair): readonly TextBlock[] {
  const words = label[0]?.text ?? '';
  const text = words.endsWith(':') ? words : `${words}:`;
  if (!first) return [{ kind: 'row', text }];
  if (first.kind !== 'paragraph') return [{ kind: 'row', text }, first, ...rest];
  return [{ kind: 'row', text: `${text} ${first.text}` }, ...rest];
}
