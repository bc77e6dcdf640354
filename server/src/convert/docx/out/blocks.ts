import {
  BorderStyle,
  HeadingLevel,
  HighlightColor,
  type IParagraphOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { House, PrintedBlock, PrintedRow, Run } from '../../../core/printed/printed';
import { printable } from './printable';
import { bullets, styles, textWidth } from './styles';

/** A block of the letter as Word has it. */
export function wordBlocks(block: PrintedBlock, house: House): readonly (Paragraph | Table)[] {
  switch (block.kind) {
    case 'header':
      return headerTable(block.rows, house);
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: wordRuns(block.runs) })];
    case 'title':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: titleRuns(block.runs, block.decision) })];
    case 'field':
      return [text([label(`${block.label}:`), new TextRun(' '), ...wordRuns(block.runs)])];
    case 'paragraph':
      return [text(wordRuns(block.runs))];
    case 'list':
      return block.items.map(runs => text(wordRuns(runs), { numbering: { reference: bullets, level: 0 } }));
  }
}

/** A paragraph of which no line stands alone on a page. */
function text(children: readonly TextRun[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ ...options, widowControl: true, children });
}

function titleRuns(title: readonly Run[], decision: readonly Run[]): readonly TextRun[] {
  if (decision.length === 0) return wordRuns(title);
  return [...wordRuns(title), new TextRun(': '), ...decision.map(run => wordRun(run, styles.decision))];
}

function wordRuns(runs: readonly Run[]): readonly TextRun[] {
  return runs.map(run => wordRun(run, run.strong ? styles.strong : run.emphasis ? styles.emphasis : null));
}

/** A run has one style; what that does not say is set on the run itself. */
function wordRun(run: Run, style: string | null): TextRun {
  return new TextRun({
    text: printable(run.text),
    ...(style === null ? {} : { style }),
    ...(run.strong && style !== styles.strong ? { bold: true } : {}),
    ...(run.emphasis && style !== styles.emphasis ? { italics: true } : {}),
    ...(run.placeholder ? { highlight: HighlightColor.YELLOW } : {}),
  });
}

function label(text: string): TextRun {
  return new TextRun({ text: printable(text), style: styles.label });
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: '808080' } as const;
const borders = { top: rule, bottom: rule, left: rule, right: rule, insideHorizontal: rule, insideVertical: rule };
/** Behind labels, as in the PDF file. */
const shade = { type: ShadingType.CLEAR, color: 'auto', fill: 'EFEFEF' } as const;

/** As long as labels and values may be for two fields to share a row, UTF-16 units: about what a line holds. */
const longestLabel = 24;
const longestValue = 16;
/** Parts of the width, of each label and value. */
const columnsOfOne = [0.3, 0.7];
const columnsOfTwo = [0.28, 0.22, 0.28, 0.22];

/** Labels and their values, one or two fields a row: read row by row it says the same as on paper. */
function headerTable(rows: readonly PrintedRow[], house: House): readonly (Paragraph | Table)[] {
  if (rows.length === 0) return [];
  const width = textWidth(house);
  const parts = rows.every(isShort) ? columnsOfTwo : columnsOfOne;
  const columnWidths = parts.map(part => Math.round(width * part));
  const cells = rows.flatMap(row => [label(`${row.label}:`), wordRuns(row.value)]);
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    margins: { top: 40, bottom: 40, left: 108, right: 108, marginUnitType: WidthType.DXA },
    borders,
    tableLook: { firstRow: false, lastRow: false, firstColumn: true, lastColumn: false, noHBand: true, noVBand: true },
    rows: rowsOf(cells, columnWidths),
  });
  return [table, new Paragraph({ spacing: { after: 0 } })];
}

function isShort({ label, value }: PrintedRow): boolean {
  return label.length <= longestLabel && value.reduce((length, run) => length + run.text.length, 0) <= longestValue;
}

/** The cells in rows of as many as there are columns; what is left of the last row stays empty. */
function rowsOf(cells: readonly (TextRun | readonly TextRun[])[], widths: readonly number[]): TableRow[] {
  const rows: TableRow[] = [];
  for (let first = 0; first < cells.length; first += widths.length) {
    const children = widths.map((size, column) => {
      const content = cells[first + column] ?? [];
      const isLabel = content instanceof TextRun;
      return new TableCell({
        width: { size, type: WidthType.DXA },
        ...(isLabel ? { shading: shade } : {}),
        children: [new Paragraph({ style: styles.cell, children: isLabel ? [content] : content })],
      });
    });
    rows.push(new TableRow({ cantSplit: true, children }));
  }
  return rows;
}
