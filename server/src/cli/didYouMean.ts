import { distance } from 'fastest-levenshtein';

/** ` Did you mean "check"?`, or nothing where no name is close to what was written. */
export function didYouMean(written: string, names: readonly string[]): string {
  let closest: string | null = null;
  let fewest = Math.max(2, Math.floor(written.length / 3)) + 1;
  for (const name of names) {
    const slips = name.startsWith(written) ? 1 : distance(written.slice(0, 100).toLowerCase(), name.toLowerCase());
    if (slips < fewest) {
      fewest = slips;
      closest = name;
    }
  }
  return closest === null ? '' : ` Did you mean "${closest}"?`;
}
