import { ownCopy } from './ownCopy';

/**
 * Keeps what was made for a text, the most recently used ones: at least `most` of them, at most twice as many. Its keys
 * are copies, so that a short text cut from a long one does not keep the long one alive.
 */
export class RecentCache<T> {
  private young = new Map<string, T>();
  private old = new Map<string, T>();

  constructor(private readonly most: number) {}

  get(text: string, make: (text: string) => T): T {
    const known = this.young.get(text);
    if (known !== undefined) return known;
    let kept = this.old.get(text);
    let key = text;
    if (kept === undefined) {
      key = ownCopy(text);
      kept = make(key);
    }
    if (this.young.size >= this.most) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(key, kept);
    return kept;
  }
}
