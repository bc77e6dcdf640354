import type { ShownBlock } from './letter';
import type { WordPlace } from './messages';

/** From lines of the letter to places of the page and back. Lines have fractions: a paragraph may be one line. */

/** Where a line is, in pixels from the top of the window. */
export function topOfLine(blocks: readonly ShownBlock[], line: number): number | null {
  const index = blocks.findLastIndex(({ first }) => first <= line);
  const block = blocks[index];
  if (!block) return null;
  const { top, bottom } = textOf(block);
  const end = block.last + 1;
  if (line < end) return top + ((bottom - top) * (line - block.first)) / (end - block.first);
  const next = blocks[index + 1];
  if (!next || next.first <= end) return bottom;
  return bottom + ((textOf(next).top - bottom) * (line - end)) / (next.first - end);
}

/** The line at a place so many pixels from the top of the window. */
export function lineAt(blocks: readonly ShownBlock[], y: number): number {
  const index = firstBelow(blocks, y);
  const block = blocks[index];
  const before = blocks[index - 1];
  if (!block) return before ? before.last + 1 : 0;
  const { top, bottom } = textOf(block);
  if (y >= top) return block.first + ((block.last + 1 - block.first) * (y - top)) / Math.max(1, bottom - top);
  if (!before) return 0;
  const from = textOf(before).bottom;
  const share = top > from ? (y - from) / (top - from) : 0;
  return before.last + 1 + Math.max(0, block.first - before.last - 1) * share;
}

/** The first block that ends below a place. */
export function firstBelow(blocks: readonly ShownBlock[], y: number): number {
  let [low, high] = [0, blocks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle];
    if (block && textOf(block).bottom > y) high = middle;
    else low = middle + 1;
  }
  return low;
}

function textOf({ element }: ShownBlock): DOMRect {
  return element.getBoundingClientRect();
}

/** How far down in a block a place is, 0 to 1. */
export function fractionAt(block: ShownBlock, y: number): number {
  const { top, height } = textOf(block);
  return height > 0 ? Math.min(1, Math.max(0, (y - top) / height)) : 0;
}

/** The word of a block at a point of the window; null where none is. */
export function wordAt(block: ShownBlock, x: number, y: number): WordPlace | null {
  const caret = document.caretRangeFromPoint(x, y);
  if (!caret || caret.startContainer.nodeType !== Node.TEXT_NODE || !block.element.contains(caret.startContainer)) {
    return null;
  }
  const before = document.createRange();
  before.selectNodeContents(block.element);
  before.setEnd(caret.startContainer, caret.startOffset);
  const offset = before.toString().length;
  const text = block.element.textContent ?? '';
  const start = offset - (/[\p{L}\p{N}]{0,50}$/u.exec(text.slice(Math.max(0, offset - 50), offset))?.[0].length ?? 0);
  const [word = ''] = /^[\p{L}\p{N}]*/u.exec(text.slice(start, start + 100)) ?? [];
  return word === '' ? null : { text: word, before: text.slice(0, start).split(word).length - 1 };
}
