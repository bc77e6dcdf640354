import type { ShownBlock } from './letter';
import type { PageProblem, Severity } from './messages';

/** Beside one line nobody would look at more. */
const most = 6;

/** A form for each severity, so that none is told by its colour alone: a cross, a triangle, an i, a bulb. */
const shapes: Readonly<Record<Severity, string>> = {
  error: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Zm-3 4 2.2 3L5 11l1 1 2-2.3L10 12l1-1-2.2-3L11 5l-1-1-2 2.3L6 4Z',
  warning: 'M8 1 15.5 15H.5ZM7.2 6v5h1.6V6Zm0 6v1.6h1.6V12Z',
  information: 'M1.5 1.5h13v13h-13ZM7.2 7v5.5h1.6V7Zm0-3.5v1.8h1.6V3.5Z',
  hint: 'M8 1a4.5 4.5 0 0 1 2.5 8.3V11h-5V9.3A4.5 4.5 0 0 1 8 1ZM5.5 12h5v1h-5Zm1 2h3v1h-3Z',
};

/** The problems of the letter beside its blocks. */
export class Margin {
  private readonly shown = new Map<ShownBlock, string>();

  show(problems: readonly PageProblem[], blocks: readonly ShownBlock[]): void {
    const byBlock = new Map<ShownBlock, PageProblem[]>();
    for (const problem of problems) {
      const block = blockAt(blocks, problem.line);
      if (!block) continue;
      const own = byBlock.get(block);
      if (own) own.push(problem);
      else byBlock.set(block, [problem]);
    }
    for (const block of this.shown.keys()) {
      if (byBlock.has(block)) continue;
      block.element.querySelector(':scope > .problems')?.remove();
      this.shown.delete(block);
    }
    for (const [block, own] of byBlock) {
      const key = JSON.stringify(own.map(({ line, ...rest }) => [line - block.first, rest]));
      // Lines count from the block, which may have moved, so what leads there is told the line anew.
      if (this.shown.get(block) === key) relocate(block, own);
      else {
        this.shown.set(block, key);
        replaceMarks(block, marks(block, own));
      }
    }
  }
}

/** Puts others into the margin; the focus stays in it. */
function replaceMarks({ element }: ShownBlock, marks: HTMLElement): void {
  const old = element.querySelector(':scope > .problems');
  const buttons: readonly Element[] = [...(old?.querySelectorAll('button') ?? [])];
  const focused = document.activeElement ? buttons.indexOf(document.activeElement) : -1;
  old?.remove();
  element.prepend(marks);
  if (focused >= 0) [...marks.querySelectorAll('button')].at(focused)?.focus();
}

/** The block of a line, or the last one above it: a problem may stand where nothing is printed. */
function blockAt(blocks: readonly ShownBlock[], line: number): ShownBlock | undefined {
  return blocks.findLast(({ first }) => first <= line) ?? blocks[0];
}

function marks(block: ShownBlock, problems: readonly PageProblem[]): HTMLElement {
  const root = document.createElement('div');
  root.className = 'problems';
  for (const [line, own] of byLine(problems)) {
    const group = document.createElement('div');
    const height = block.last - block.first + 1;
    group.style.top = `${(100 * Math.min(height - 1, Math.max(0, line - block.first))) / height}%`;
    group.append(...own.slice(0, most).map(mark));
    root.append(group);
  }
  return root;
}

function byLine(problems: readonly PageProblem[]): ReadonlyMap<number, PageProblem[]> {
  const lines = new Map<number, PageProblem[]>();
  for (const problem of problems) lines.set(problem.line, [...(lines.get(problem.line) ?? []), problem]);
  return lines;
}

function mark(problem: PageProblem): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `problem ${problem.severity}`;
  button.title = problem.label;
  button.ariaLabel = problem.label;
  place(button, problem);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', shapes[problem.severity]);
  path.setAttribute('fill-rule', 'evenodd');
  svg.append(path);
  button.append(svg);
  return button;
}

function place(button: HTMLElement, { line, character }: PageProblem): void {
  button.dataset['line'] = String(line);
  button.dataset['character'] = String(character);
}

function relocate(block: ShownBlock, problems: readonly PageProblem[]): void {
  const buttons = block.element.querySelectorAll<HTMLElement>(':scope > .problems button');
  const placed = [...byLine(problems).values()].flatMap(own => own.slice(0, most));
  for (const [index, button] of buttons.entries()) {
    const problem = placed[index];
    if (problem) place(button, problem);
  }
}
