import {
  BorderStyle,
  HeadingLevel,
  HighlightColor,
  type IParagraphOptions,
  Paragraph,
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

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** Two columns, of which the first one heads its rows: read row by row it says the same as on paper. */
function headerTable(rows: readonly PrintedRow[], house: House): readonly (Paragraph | Table)[] {
  if (rows.length === 0) return [];
  const width = textWidth(house);
  const columnWidths = [Math.round(width * 0.3), Math.round(width * 0.7)];
  const cell = (column: 0 | 1, children: readonly TextRun[]) =>
    new TableCell({
      width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
      children: [new Paragraph({ style: styles.cell, children })],
    });
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    // The labels begin where the text below them does.
    margins: { left: 0, right: 108, marginUnitType: WidthType.DXA },
    borders,
    tableLook: { firstRow: false, lastRow: false, firstColumn: true, lastColumn: false, noHBand: true, noVBand: true },
    rows: rows.map(
      row =>
        new TableRow({
          cantSplit: true,
          children: [cell(0, [label(`${row.label}:`)]), cell(1, wordRuns(row.value))],
        }),
    ),
  });
  return [table, new Paragraph({ spacing: { after: 0 } })];
}
