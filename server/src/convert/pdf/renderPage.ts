import type { Line } from './layoutLines';
import type { Fragment, Page, Paper } from './layoutPages';
import { lineCount } from './layoutPages';
import type { Cell, Group, Unit } from './layoutUnits';
import type { LetterDocument } from './renderDocument';
import type { Faces } from './renderFace';

type Element = ReturnType<LetterDocument['struct']>;

/** What the types of the library leave out of its bookmarks and elements. */
interface Bookmarks {
  addItem(title: string, options: { expanded: boolean; top: number; left: number }): Bookmarks;
}

const labelFill = '#F0F0F0';
const placeholderFill = '#FFF1A8';
const ruleColour = '#808080';
const textColour = '#000000';
const ruleWidth = 0.5;
const footerSize = 0.82;

/** Paints pages in order, and builds the document's structure and bookmarks while it does. */
export class PagePainter {
  private readonly root: Element;
  private group: { readonly group: Group; readonly element: Element } | null = null;
  /** The unit that is being painted: it may go on on the next page. */
  private open: { readonly element: Element; readonly cells: ReadonlyMap<Cell, Element> } | null = null;
  private section: Bookmarks | null = null;

  constructor(
    private readonly document: LetterDocument,
    private readonly paper: Paper,
    private readonly faces: Faces,
  ) {
    this.root = document.struct('Document');
    document.addStructure(this.root);
  }

  paint(page: Page, footer: Line, footerPoints: number): void {
    this.document.addPage();
    for (const fragment of page) {
      this.decorate(fragment);
      this.write(fragment);
    }
    this.foot(footer, footerPoints);
  }

  /** Backgrounds, borders and rules: nothing of it is read out. */
  private decorate({ unit, firstLine, endLine, y, height }: Fragment): void {
    const { document, paper } = this;
    const marked = unit.cells.flatMap(cell =>
      cell.lines
        .slice(firstLine, endLine)
        .flatMap((line, row) =>
          line.pieces.filter(({ mark }) => mark !== undefined).map(piece => ({ cell, line, row, piece })),
        ),
    );
    const isTable = unit.tag === 'TR';
    const isLast = endLine === lineCount(unit);
    if (marked.length === 0 && !isTable && !(unit.rule && isLast)) return;

    document.markContent('Artifact', { type: 'Layout' });
    if (isTable) {
      for (const { tag, x, width } of unit.cells) {
        document.lineWidth(ruleWidth).rect(paper.left + x, y, width, height);
        if (tag === 'TH') document.fillAndStroke(labelFill, ruleColour);
        else document.stroke(ruleColour);
      }
    }
    for (const { cell, line, row, piece } of marked) {
      const x = this.start(cell, line) + piece.x;
      const top = y + unit.padding + row * unit.leading;
      if (piece.mark === 'placeholder') {
        document.rect(x, top + 0.1 * unit.leading, piece.width, 0.85 * unit.leading).fill(placeholderFill);
      } else {
        this.rule(x, top + this.baseline(unit) + 0.18 * unit.size, piece.width, textColour);
      }
    }
    if (unit.rule && isLast) this.rule(paper.left, y + height + unit.leading / 3, paper.width, ruleColour);
    document.fillColor(textColour);
    document.endMarkedContent();
  }

  private rule(x: number, y: number, width: number, colour: string): void {
    this.document
      .lineWidth(ruleWidth)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke(colour);
  }

  private write({ unit, firstLine, endLine, y }: Fragment): void {
    if (firstLine === 0) this.openUnit(unit, y);
    for (const cell of unit.cells) {
      const lines = cell.lines.slice(firstLine, endLine);
      if (lines.length === 0) continue;
      const content = this.document.markStructureContent(cell.tag ?? unit.tag);
      for (const [row, line] of lines.entries()) {
        const top = y + unit.padding + row * unit.leading;
        this.document.writeLine(line, this.start(cell, line), top + this.baseline(unit), unit.size);
      }
      this.document.endMarkedContent();
      (this.open?.cells.get(cell) ?? this.open?.element)?.add(content);
    }
    if (endLine === lineCount(unit)) this.closeUnit();
  }

  private openUnit(unit: Unit, y: number): void {
    const element = this.document.struct(unit.tag);
    this.parentOf(unit).add(element);
    const cells = new Map<Cell, Element>();
    for (const cell of unit.cells) {
      if (cell.tag === null) continue;
      // Its type does not know the scope.
      const options: object = cell.tag === 'TH' ? { scope: 'Row' } : {};
      const made = this.document.struct(cell.tag, options);
      element.add(made);
      cells.set(cell, made);
    }
    this.open = { element, cells };
    if (unit.bookmark !== null) {
      const { title, level } = unit.bookmark;
      const outline = this.document.outline as Bookmarks;
      const parent = level === 1 ? outline : (this.section ?? outline);
      // `left` counts from the right.
      const made = parent.addItem(title, { expanded: true, top: y, left: this.paper.size[0] });
      if (level === 1) this.section = made;
    }
  }

  /** Ends what is complete, so that it is written and need not be kept. */
  private closeUnit(): void {
    for (const cell of this.open?.cells.values() ?? []) cell.end();
    this.open?.element.end();
    this.open = null;
  }

  private parentOf({ group }: Unit): Element {
    if (this.group !== null && this.group.group !== group) {
      this.group.element.end();
      this.group = null;
    }
    if (group === null) return this.root;
    if (this.group === null) {
      const element = this.document.struct(group.tag);
      this.root.add(element);
      this.group = { group, element };
    }
    return this.group.element;
  }

  private foot(line: Line, size: number): void {
    const { paper, document } = this;
    const [width, height] = paper.size;
    document.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] });
    const below = height - paper.top - paper.height;
    const y = height - Math.max(below / 2, size);
    document.writeLine(line, (width - line.width) / 2, y, size);
    document.endMarkedContent();
  }

  /** Where a line of a cell begins. */
  private start({ x, width, inset, centred }: Cell, line: Line): number {
    return this.paper.left + x + inset + (centred ? Math.max(0, (width - line.width) / 2) : 0);
  }

  /** From the head of a line to where its letters stand. */
  private baseline({ size, leading }: Unit): number {
    const { ascender, descender } = this.faces.regular;
    return (leading + ((ascender + descender) * size) / 1000) / 2;
  }
}

/** The size of a footer's type in a house's letters, points. */
export function footerPoints(size: number): number {
  return footerSize * size;
}
