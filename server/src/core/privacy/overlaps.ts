import type { Span } from '../text/span';

/** The spans in order; of two that overlap, the one that came first in the list. */
export function withoutOverlaps<T extends Span>(found: readonly T[]): T[] {
  const rank = new Map(found.map((one, index) => [one, index]));
  const kept: T[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    else if ((rank.get(one) ?? 0) < (rank.get(last) ?? 0)) kept[kept.length - 1] = one;
  }
  return kept;
}
