import type { House } from '../../../../server/src/core/printed/printed';
import type { PreviewBlock, PreviewResult } from '../../../../server/src/lsp/previewMessages';
import { Margin } from './margin';
import { unitsOf } from './measure';
import type { PageProblem } from './messages';
import { type Layout, layPages, type PagedBlock, type UnitLayout } from './paging';
import { blockNodes } from './safeHtml';
import { Sheets } from './sheets';
import { keepWordsWhole } from './wholeWords';

/** A block on the page, and the lines of the letter that it prints. */
export interface ShownBlock {
  readonly element: HTMLElement;
  first: number;
  last: number;
  /** What is measured of it; null until it is. */
  measured: Measured | null;
  laid: readonly UnitLayout[];
}

interface Measured extends PagedBlock {
  readonly elements: readonly HTMLElement[];
}

/** The letter in the page: only what changed is replaced and measured anew. */
export class Letter {
  readonly blocks: ShownBlock[] = [];
  private letterhead: ShownBlock | null = null;
  private house = '';
  private readonly sheets = new Sheets();
  private readonly margin = new Margin();

  constructor(private readonly root: HTMLElement) {}

  show(result: PreviewResult): void {
    this.root.lang = result.language;
    this.furnish(result.house);
    this.splice(result);
    this.layOut(result.caseNumber);
  }

  /** Measures all of it again: the fonts have come. */
  renew(): void {
    for (const block of this.all()) {
      clear(block);
      block.measured = null;
    }
    this.layOut(this.sheets.caseNumber);
  }

  showProblems(problems: readonly PageProblem[]): void {
    this.margin.show(problems, this.blocks);
  }

  /** The block that an element stands in. */
  blockOf(element: Element | null): ShownBlock | undefined {
    const own = element?.closest('.block');
    return this.blocks.find(block => block.element === own);
  }

  private all(): ShownBlock[] {
    return this.letterhead ? [this.letterhead, ...this.blocks] : this.blocks;
  }

  private furnish(house: House): void {
    const key = JSON.stringify(house);
    if (key === this.house) return;
    this.house = key;
    this.sheets.choose(house);
    this.letterhead?.element.remove();
    this.letterhead = house.letterhead.length > 0 ? letterheadBlock(house.letterhead) : null;
    if (this.letterhead) this.root.prepend(this.letterhead.element);
    for (const block of this.blocks) {
      clear(block);
      block.measured = null;
    }
  }

  private splice({ isWhole, start, deleted, blocks, lineShift }: PreviewResult): void {
    const from = isWhole ? 0 : Math.min(start, this.blocks.length);
    const gone = this.blocks.slice(from, isWhole ? undefined : from + deleted);
    const next = this.blocks[from + gone.length];
    // What only changed its text keeps its place on the page, and its problems.
    const come = blocks.map((block, index) => this.replaced(gone[index], block));
    for (const block of gone.slice(blocks.length)) block.element.remove();
    for (const { element } of come.slice(gone.length)) this.root.insertBefore(element, next?.element ?? null);
    this.blocks.splice(from, gone.length, ...come);
    for (const block of this.blocks.slice(from + come.length)) {
      block.first += lineShift;
      block.last += lineShift;
    }
  }

  private replaced(old: ShownBlock | undefined, { html, first, last }: PreviewBlock): ShownBlock {
    const block = old ?? newBlock();
    block.first = first;
    block.last = last;
    block.measured = null;
    block.laid = [];
    // What is in the margin stays untouched: one of it may have the focus.
    for (const old of block.element.querySelectorAll(':scope > :not(.problems)')) old.remove();
    const nodes = blockNodes(html);
    keepWordsWhole(nodes);
    block.element.append(nodes);
    return block;
  }

  private layOut(caseNumber: string): void {
    const blocks = this.all();
    measure(blocks);
    const paged = blocks.map(({ measured }) => measured ?? { units: [], keepsWithNext: false });
    const layout = layPages(paged, this.sheets.size);
    this.apply(blocks, layout);
    this.sheets.draw(layout.pages, caseNumber);
  }

  private apply(blocks: readonly ShownBlock[], layout: Layout): void {
    for (const [index, block] of blocks.entries()) {
      const laid = layout.blocks[index] ?? [];
      if (isSame(laid, block.laid)) continue;
      clear(block);
      block.laid = laid;
      const elements = block.measured?.elements ?? [];
      // The first one takes along what stands beside the block.
      for (const [place, element] of elements.entries())
        put(place === 0 ? block.element : element, element, laid[place]);
    }
  }
}

function newBlock(): ShownBlock {
  const element = document.createElement('div');
  element.className = 'block';
  element.tabIndex = -1;
  return { element, first: 0, last: 0, measured: null, laid: [] };
}

function letterheadBlock(lines: readonly string[]): ShownBlock {
  const block = newBlock();
  block.element.classList.add('letterhead');
  block.element.removeAttribute('tabindex');
  for (const line of lines) {
    const element = document.createElement('p');
    element.textContent = line;
    block.element.append(element);
  }
  return block;
}

/** All that is read of the page at once, so that it is laid out once. */
function measure(blocks: readonly ShownBlock[]): void {
  const open = blocks.filter(({ measured }) => measured === null);
  for (const { element } of open) prepareTables(element);
  const measured = open.map(({ element }) => unitsOf(element));
  for (const [index, block] of open.entries()) {
    block.measured = measured[index] ?? null;
    block.element.style.setProperty('--above', `${measured[index]?.units[0]?.space ?? 0}px`);
  }
}

/** Two fields of the header stand side by side where all of them fit on one line so. */
function prepareTables(block: HTMLElement): void {
  const table = block.querySelector('table');
  if (!table) return;
  table.setAttribute('role', 'table');
  for (const row of table.rows) {
    row.setAttribute('role', 'row');
    row.cells[0]?.setAttribute('role', 'rowheader');
    row.cells[1]?.setAttribute('role', 'cell');
  }
  table.classList.add('pairs');
  const line = Number.parseFloat(getComputedStyle(table).lineHeight);
  const cells = [...table.rows].flatMap(({ cells: [...all] }) => all);
  const isNarrow = cells.every(cell => cell.clientHeight < 2 * line);
  table.classList.toggle('pairs', table.rows.length > 1 && isNarrow);
  // The labels of all rows take as much as the longest of them needs.
  table.classList.add('natural');
  const widest = Math.max(0, ...[...table.rows].map(({ cells: [label] }) => label?.offsetWidth ?? 0));
  table.classList.remove('natural');
  table.style.setProperty('--labels', `${widest + 1}px`);
}

function isSame(a: readonly UnitLayout[], b: readonly UnitLayout[]): boolean {
  return a.length === b.length && a.every((unit, index) => isSameUnit(unit, b[index]));
}

function isSameUnit(a: UnitLayout, b: UnitLayout | undefined): boolean {
  if (!b || a.before !== b.before || a.breaks.length !== b.breaks.length) return false;
  return a.breaks.every(({ at, gap }, index) => at === b.breaks[index]?.at && gap === b.breaks[index]?.gap);
}

function clear(block: ShownBlock): void {
  block.laid = [];
  for (const gap of block.element.querySelectorAll('.gap')) gap.remove();
  block.element.style.removeProperty('--before');
  for (const element of block.measured?.elements ?? []) element.style.removeProperty('--before');
}

/** Moves a unit down, and leaves in it the room between one page and the next: its lines flow around that. */
function put(moved: HTMLElement, element: HTMLElement, laid: UnitLayout | undefined): void {
  if (!laid) return;
  if (laid.before !== 0) moved.style.setProperty('--before', `${laid.before}px`);
  let done = 0;
  const gaps = laid.breaks.map(({ at, gap }) => {
    const float = document.createElement('span');
    float.className = 'gap';
    float.ariaHidden = 'true';
    float.style.height = `${at - done + gap}px`;
    // Below the line before it, by less than a line: the browser rounds heights.
    float.style.shapeOutside = `inset(${at - done + 4}px 0 0 0)`;
    done = at;
    return float;
  });
  element.prepend(...gaps);
}
