import type { House } from '../../../../server/src/core/printed/printed';
import { element } from './elements';
import type { PageSize } from './paging';

const papers = { letter: [215.9, 279.4], a4: [210, 297] } as const;
const pixelsInMillimetre = 96 / 25.4;
/** Between two sheets. */
const between = 20;
/** Beside the sheet, at least. */
const beside = 12;

/** The sheets of paper under the letter, each with its footer. */
export class Sheets {
  caseNumber = '';
  /** Of the text of a page. */
  size: PageSize = { height: 1000, gap: 100 };
  private readonly desk = element('desk');
  private readonly root = element('sheets');
  private width = 0;
  private height = 0;
  private pages = 0;

  constructor() {
    new ResizeObserver(() => this.fit()).observe(document.documentElement);
  }

  choose({ page, margins, font, size }: House): void {
    const [width, height] = papers[page].map(length => length * pixelsInMillimetre) as [number, number];
    const [left, right] = sides(margins.left, margins.right, width);
    const [top, bottom] = sides(margins.top, margins.bottom, height);
    this.width = width;
    this.height = height;
    // All of them are to be drawn anew.
    this.pages = 0;
    this.size = { height: height - top - bottom, gap: bottom + between + top };
    const { style } = this.desk;
    for (const [name, length] of Object.entries({ width, height, left, right, top, bottom })) {
      style.setProperty(`--${name}`, `${length}px`);
    }
    style.setProperty('--size', `${size}pt`);
    this.desk.dataset['font'] = font;
    this.fit();
  }

  draw(pages: number, caseNumber: string): void {
    const isSame = pages === this.pages && caseNumber === this.caseNumber;
    this.pages = pages;
    this.caseNumber = caseNumber;
    if (isSame) return;
    while (this.root.childElementCount > pages) this.root.lastElementChild?.remove();
    while (this.root.childElementCount < pages) this.root.append(newSheet(this.root.childElementCount));
    for (const [index, sheet] of [...this.root.children].entries()) {
      sheet.textContent = footer(caseNumber, index + 1, pages);
      if (sheet instanceof HTMLElement) sheet.style.top = `${index * (this.height + between)}px`;
    }
    this.fit();
  }

  /** Shows the sheets smaller where the window is narrower than they are; their lines stay. */
  private fit(): void {
    if (this.width === 0) return;
    const room = document.documentElement.clientWidth - 2 * beside;
    const scale = Math.min(1, Math.max(0.2, room / this.width));
    const height = this.pages * (this.height + between) - between;
    const { style } = this.desk;
    style.setProperty('--scale', String(scale));
    style.setProperty('--shift', `${Math.max(beside, (room + 2 * beside - scale * this.width) / 2)}px`);
    style.height = `${Math.max(this.height, height)}px`;
    document.body.style.height = `${scale * Math.max(this.height, height) + 2 * between}px`;
  }
}

/** Margins leave at least this of a page. */
const leastText = 192;

function sides(before: number, after: number, whole: number): [number, number] {
  const most = (whole - leastText) / 2;
  const side = (length: number) => Math.min(most, length * pixelsInMillimetre);
  return [side(before), side(after)];
}

function newSheet(index: number): HTMLElement {
  const sheet = document.createElement('div');
  sheet.className = 'sheet';
  sheet.dataset['page'] = String(index + 1);
  return sheet;
}

function footer(caseNumber: string, page: number, pages: number): string {
  const place = `Page ${page} of ${pages}`;
  return caseNumber === '' ? place : `Case ${caseNumber} · ${place}`;
}
