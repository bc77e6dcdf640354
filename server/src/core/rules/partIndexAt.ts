import type { Letter } from '../language/letter';

/** The number of the part that holds an offset of the letter. */
export function partIndexAt({ parts }: Letter, offset: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
