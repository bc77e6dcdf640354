import type { House, Printed, PrintedBlock, PrintedRow, Run } from '../../core/printed/printed';
import { breakLines, type Line, type Mark, type StyledText } from './layoutLines';
import type { FaceName, Faces } from './renderFace';

/** What is laid out as one: a paragraph, a heading, a row of a table, an item of a list. Lengths in points. */
export interface Unit {
  /** What it is in the structure of the document. */
  readonly tag: 'P' | 'H1' | 'H2' | 'TR' | 'LI';
  /** The table or the list it is part of: units that follow one another with the same one. */
  readonly group: Group | null;
  readonly cells: readonly Cell[];
  readonly size: number;
  /** From one line to the next. */
  readonly leading: number;
  /** Free above it, but not at the head of a page. */
  readonly before: number;
  /** Inside its border, above and below its lines. */
  readonly padding: number;
  /** Not the last one of a page. */
  readonly keepsWithNext: boolean;
  /** A rule below it, across the page. */
  readonly rule: boolean;
  readonly bookmark: Bookmark | null;
}

export interface Group {
  readonly tag: 'Table' | 'L';
}

export interface Bookmark {
  readonly title: string;
  readonly level: 1 | 2;
}

/** Text side by side with other text of its unit; `x` from the left margin. */
export interface Cell {
  /** Null where the unit has but one. */
  readonly tag: 'TH' | 'TD' | 'Lbl' | 'LBody' | null;
  readonly x: number;
  readonly width: number;
  /** Free on each side of the text. */
  readonly inset: number;
  readonly centred: boolean;
  readonly lines: readonly Line[];
}

/** Sizes and distances of a house's letters, in sizes of its type. */
const leading = 1.35;
const headingSize = 1.08;
const letterheadSize = 1.25;
const smallSize = 0.9;
const paragraphGap = 0.7;
const rowPadding = 0.3;
const bulletIndent = 1.2;
const listIndent = 2.4;
/** On each side of the text in a cell. */
const cellInset = 0.5;
/** The most of the page's width that labels take. */
const mostForLabels = 0.4;

interface Sheet {
  readonly size: number;
  /** Between the margins. */
  readonly width: number;
  readonly faces: Faces;
}

/** The units of a letter, one after the other. */
export function* unitsOf(printed: Printed, width: number, faces: Faces): Generator<Unit> {
  const sheet: Sheet = { size: printed.house.size, width, faces };
  yield* letterhead(printed.house, sheet);
  for (const block of printed.blocks) yield* unitsOfBlock(block, sheet);
}

function* letterhead({ letterhead: texts }: House, sheet: Sheet): Generator<Unit> {
  for (const [index, text] of texts.entries()) {
    const isFirst = index === 0;
    const isLast = index === texts.length - 1;
    yield unit('P', [{ text, face: isFirst ? 'bold' : 'regular' }], sheet, {
      size: isFirst ? letterheadSize : smallSize,
      before: 0,
      centred: true,
      keepsWithNext: !isLast,
      rule: isLast,
    });
  }
}

function* unitsOfBlock(block: PrintedBlock, sheet: Sheet): Generator<Unit> {
  switch (block.kind) {
    case 'header':
      yield* headerRows(block.rows, sheet);
      break;
    case 'heading': {
      const title = plain(block.runs);
      yield unit('H1', styled(block.runs, 'bold'), sheet, {
        size: headingSize,
        before: 1.6,
        centred: true,
        keepsWithNext: true,
        bookmark: { title, level: 1 },
      });
      break;
    }
    case 'title': {
      const hasDecision = block.decision.length > 0;
      const title = `${plain(block.runs)}${hasDecision ? `: ${plain(block.decision)}` : ''}`;
      const texts: StyledText[] = [
        ...styled(block.runs, 'bold'),
        ...(hasDecision ? [{ text: ': ', face: 'bold' } as const] : []),
        ...styled(block.decision, 'bold', 'decision'),
      ];
      yield unit('H2', texts, sheet, { before: 1.3, keepsWithNext: true, bookmark: { title, level: 2 } });
      break;
    }
    case 'field':
      // A label whose value is a list below it does not end a page.
      yield unit('P', [{ text: `${block.label}: `, face: 'bold' }, ...styled(block.runs)], sheet, {
        keepsWithNext: block.runs.length === 0,
      });
      break;
    case 'paragraph':
      yield unit('P', styled(block.runs), sheet, {});
      break;
    case 'list':
      yield* listItems(block.items, sheet);
      break;
  }
}

interface Look {
  readonly size?: number;
  readonly before?: number;
  readonly centred?: boolean;
  readonly keepsWithNext?: boolean;
  readonly rule?: boolean;
  readonly bookmark?: Bookmark;
}

/** A unit across the page. Sizes and distances in sizes of the house's type. */
function unit(tag: Unit['tag'], texts: readonly StyledText[], sheet: Sheet, look: Look): Unit {
  const size = (look.size ?? 1) * sheet.size;
  const lines = breakLines(texts, size, sheet.width, sheet.faces);
  return {
    tag,
    group: null,
    cells: [{ tag: null, x: 0, width: sheet.width, inset: 0, centred: look.centred === true, lines }],
    size,
    leading: size * leading,
    before: (look.before ?? paragraphGap) * sheet.size,
    padding: 0,
    keepsWithNext: look.keepsWithNext === true,
    rule: look.rule === true,
    bookmark: look.bookmark ?? null,
  };
}

/** What units of tables and lists have in common. */
function groupedUnit(
  tag: 'TR' | 'LI',
  group: Group,
  cells: readonly Cell[],
  sheet: Sheet,
  { before, padding }: { readonly before: number; readonly padding: number },
): Unit {
  return {
    tag,
    group,
    cells,
    size: sheet.size,
    leading: sheet.size * leading,
    before: before * sheet.size,
    padding: padding * sheet.size,
    keepsWithNext: false,
    rule: false,
    bookmark: null,
  };
}

function* listItems(items: readonly (readonly Run[])[], sheet: Sheet): Generator<Unit> {
  const group: Group = { tag: 'L' };
  const [indent, bullet] = [listIndent * sheet.size, bulletIndent * sheet.size];
  const cell = (tag: 'Lbl' | 'LBody', x: number, width: number, texts: readonly StyledText[]): Cell => ({
    tag,
    x,
    width,
    inset: 0,
    centred: false,
    lines: breakLines(texts, sheet.size, width, sheet.faces),
  });
  for (const [index, runs] of items.entries()) {
    const cells = [
      cell('Lbl', bullet, indent - bullet, [{ text: '• ', face: 'regular' }]),
      cell('LBody', indent, sheet.width - indent, styled(runs)),
    ];
    yield groupedUnit('LI', group, cells, sheet, { before: index === 0 ? paragraphGap : 0.25, padding: 0 });
  }
}

/** The header as a table: two pairs of label and value in each row if all of them fit on one line, or one. */
function* headerRows(rows: readonly PrintedRow[], sheet: Sheet): Generator<Unit> {
  const group: Group = { tag: 'Table' };
  const inset = cellInset * sheet.size;
  const cell = (tag: 'TH' | 'TD', x: number, width: number, texts: readonly StyledText[]): Cell => ({
    tag,
    x,
    width,
    inset,
    centred: false,
    lines: breakLines(texts, sheet.size, width - 2 * inset, sheet.faces),
  });
  const label = (row: PrintedRow): StyledText[] => [{ text: `${row.label}:`, face: 'bold' }];
  const unitOf = (cells: readonly Cell[], index: number): Unit =>
    groupedUnit('TR', group, cells, sheet, { before: index === 0 ? paragraphGap : 0, padding: rowPadding });

  const labels = rows.flatMap(row => cell('TH', 0, mostForLabels * sheet.width, label(row)).lines);
  // Wider by a hair, so that no sum of fractions breaks the label that it was measured by.
  const forLabel = labels.reduce((widest, { width }) => Math.max(widest, width), 0) + 2 * inset + 0.5;
  const half = sheet.width / 2;
  const pairs = rows.map(row => [
    cell('TH', 0, forLabel, label(row)),
    cell('TD', forLabel, half - forLabel, styled(row.value)),
  ]);
  if (pairs.length > 1 && pairs.flat().every(({ lines }) => lines.length <= 1)) {
    for (let index = 0; index < pairs.length; index += 2) {
      const [left = [], right = emptyPair(forLabel, half - forLabel)] = pairs.slice(index, index + 2);
      yield unitOf([...left, ...right.map(each => ({ ...each, x: each.x + half }))], index);
    }
    return;
  }
  for (const [index, row] of rows.entries()) {
    const value = cell('TD', forLabel, sheet.width - forLabel, styled(row.value));
    yield unitOf([cell('TH', 0, forLabel, label(row)), value], index);
  }
}

/** What stands beside the last of an odd number of pairs: every row has as many cells. */
function emptyPair(forLabel: number, forValue: number): Cell[] {
  const empty = { tag: 'TD', inset: 0, centred: false, lines: [] } as const;
  return [
    { ...empty, x: 0, width: forLabel },
    { ...empty, x: forLabel, width: forValue },
  ];
}

function plain(runs: readonly Run[]): string {
  return runs
    .map(({ text }) => text)
    .join('')
    .trim();
}

/** Runs in their faces, all of them bold where `base` is. */
function styled(runs: readonly Run[], base: 'regular' | 'bold' = 'regular', mark?: Mark): StyledText[] {
  return runs.map(({ text, strong, emphasis, placeholder }) => {
    const isBold = base === 'bold' || strong === true;
    const face: FaceName = emphasis ? (isBold ? 'boldItalic' : 'italic') : isBold ? 'bold' : 'regular';
    const found = placeholder ? 'placeholder' : mark;
    return { text, face, ...(found === undefined ? {} : { mark: found }) };
  });
}
