import type { ItemPart } from '../../language/tree';
import type { Span } from '../../text/span';

const known = new WeakMap<ItemPart, readonly Span[]>();

/**
 * For each field of the item what moves where the field moves: the marks around its label and a comment right above it
 * included, the white space around it and a comment on lines of its own below it not. Relative to the item.
 */
export function fieldChunks(item: ItemPart): readonly Span[] {
  const chunks = known.get(item) ?? findChunks(item);
  known.set(item, chunks);
  return chunks;
}

function findChunks({ blocks, fields, text }: ItemPart): Span[] {
  let block = 0;
  const firsts = fields.map(field => {
    while (block < blocks.length - 1 && (blocks[block]?.span.end ?? 0) <= field.label.start) block++;
    return block;
  });
  return fields.map((field, k) => {
    const first = firsts[k] ?? 0;
    const above = blocks[first - 1];
    const start = above?.kind === 'comment' && k > 0 ? above.span.start : startOfMarks(text, field.label.start);
    let last = (firsts[k + 1] ?? blocks.length) - 1;
    while (last > first && (blocks[last]?.kind === 'blank' || blocks[last]?.kind === 'comment')) last--;
    const end = blocks[last]?.span.end ?? text.length;
    return { start, end: start + text.slice(start, end).trimEnd().length };
  });
}

function startOfMarks(text: string, label: number): number {
  let at = label;
  while (at > 0 && (text[at - 1] === '*' || text[at - 1] === '_')) at--;
  return at;
}
