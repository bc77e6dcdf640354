import type { Letter } from '../../language/letter';
import { lineAt } from '../../language/letterText';
import type { Span } from '../../text/span';

/** An item with the comments right above it; white space behind it belongs to none. */
export interface ItemBlock extends Span {
  /** Whether nothing but white space stands between it and the item before it. */
  readonly follows: boolean;
}

export function itemBlocks(letter: Letter): readonly ItemBlock[] {
  const { text } = letter.source;
  const starts = letter.items.map(({ start }) => startOfComments(letter, start));
  const blocks: ItemBlock[] = [];
  for (const [index, { start, part }] of letter.items.entries()) {
    const limit = Math.min(start + part.text.length, starts[index + 1] ?? text.length);
    const end = start + text.slice(start, limit).trimEnd().length;
    const from = starts[index] ?? start;
    const before = blocks.at(-1);
    blocks.push({ start: from, end, follows: before !== undefined && text.slice(before.end, from).trim() === '' });
  }
  return blocks;
}

/** Lines of comments right above a title are about it. */
function startOfComments({ source }: Letter, start: number): number {
  let line = lineAt(source, start);
  while (source.lines[line - 1]?.commentOnly) line--;
  return source.starts[line] ?? start;
}
