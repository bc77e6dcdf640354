import type { PreviewBlock, PreviewChange } from './previewMessages';

/** The blocks of a letter, and how many lines it has. */
export interface PreviewState {
  readonly blocks: readonly PreviewBlock[];
  readonly lines: number;
}

/** What makes `before` into `after`; all of it where there is nothing before. */
export function previewChange(before: PreviewState | null, after: PreviewState): PreviewChange {
  if (!before) return { isWhole: true, start: 0, deleted: 0, blocks: after.blocks, lineShift: 0 };
  const most = Math.min(before.blocks.length, after.blocks.length);
  let start = 0;
  while (start < most && isSame(before.blocks[start], after.blocks[start], 0)) start++;
  const lineShift = after.lines - before.lines;
  let same = 0;
  while (same < most - start && isSame(before.blocks.at(-1 - same), after.blocks.at(-1 - same), lineShift)) same++;
  return {
    isWhole: false,
    start,
    deleted: before.blocks.length - start - same,
    blocks: after.blocks.slice(start, after.blocks.length - same),
    lineShift,
  };
}

function isSame(a: PreviewBlock | undefined, b: PreviewBlock | undefined, shift: number): boolean {
  return a !== undefined && b !== undefined && hasMoved(a, b, shift) && a.html === b.html;
}

function hasMoved(a: PreviewBlock, b: PreviewBlock, shift: number): boolean {
  return a.first + shift === b.first && a.last + shift === b.last;
}
