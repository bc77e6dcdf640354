import { type Span, shift } from '../../text/span';
import type { Token } from './token';

/** Layers of tokens as one: where they overlap, the earlier layer counts. The result is sorted. Linear but for sorting. */
export function flatten(layers: readonly (readonly Token[])[]): readonly Token[] {
  return layers.reduce<readonly Token[]>((above, layer) => merge(above, apart(layer)), []);
}

/** In order, without those that overlap an earlier one. */
function apart(tokens: readonly Token[]): Token[] {
  const sorted = [...tokens].sort((a, b) => a.span.start - b.span.start);
  let end = 0;
  return sorted.filter(({ span }) => {
    const isFree = span.start >= end && span.end > span.start;
    if (isFree) end = span.end;
    return isFree;
  });
}

/** Both, sorted and without overlaps, where each is: what lies below `above` is cut away. */
function merge(above: readonly Token[], below: readonly Token[]): readonly Token[] {
  if (above.length === 0 || below.length === 0) return above.length === 0 ? below : above;
  const merged: Token[] = [];
  let next = 0;
  for (const one of below) {
    let { start } = one.span;
    const { end } = one.span;
    for (let over = above[next]; over && over.span.start < end; over = above[next]) {
      if (over.span.start > start) merged.push({ ...one, span: { start, end: over.span.start } });
      start = Math.max(start, over.span.end);
      // One that reaches further may lie over the next token too.
      if (over.span.end > end) break;
      merged.push(over);
      next++;
    }
    if (start < end) merged.push({ ...one, span: { start, end } });
  }
  return [...merged, ...above.slice(next)];
}

/** The tokens cut at the ends of lines, as most editors want them, white space at the edges excluded. */
export function inLines(tokens: readonly Token[], text: string): Token[] {
  return tokens.flatMap(one => {
    const words = text.slice(one.span.start, one.span.end);
    if (!/[\r\n\f]|^\s|\s$/.test(words)) return [one];
    return pieces(words).map(piece => ({ ...one, span: shift(piece, one.span.start) }));
  });
}

function pieces(words: string): Span[] {
  return words.split(/[\r\n\f]/).reduce<{ spans: Span[]; at: number }>(
    ({ spans, at }, line) => {
      const piece = line.trim();
      const start = at + line.indexOf(piece);
      if (piece !== '') spans.push({ start, end: start + piece.length });
      return { spans, at: at + line.length + 1 };
    },
    { spans: [], at: 0 },
  ).spans;
}
