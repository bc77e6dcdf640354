/** Two of a kind that are taken for the same, by their indexes. */
export interface Pair {
  readonly before: number;
  readonly after: number;
}

/** Finds what belongs together among two lists, each thing at most once. */
export class Pairing {
  private readonly ofBefore = new Map<number, number>();
  private readonly ofAfter = new Map<number, number>();

  constructor(
    private readonly beforeCount: number,
    private readonly afterCount: number,
  ) {}

  add(before: number, after: number): void {
    this.ofBefore.set(before, after);
    this.ofAfter.set(after, before);
  }

  /** The partner of a thing of the first list. */
  after(before: number): number | undefined {
    return this.ofBefore.get(before);
  }

  before(after: number): number | undefined {
    return this.ofAfter.get(after);
  }

  /** Those of the first list without a partner, in order. */
  gone(): number[] {
    return indexes(this.beforeCount).filter(index => !this.ofBefore.has(index));
  }

  added(): number[] {
    return indexes(this.afterCount).filter(index => !this.ofAfter.has(index));
  }

  /** In the order of the second list. */
  pairs(): Pair[] {
    return indexes(this.afterCount).flatMap(after => {
      const before = this.ofAfter.get(after);
      return before === undefined ? [] : [{ before, after }];
    });
  }

  /** Pairs those that have no partner yet and the same key, in their order. An empty key is none. */
  byKey(keyOfBefore: (index: number) => string, keyOfAfter: (index: number) => string): void {
    const waiting = new Map<string, number[]>();
    for (const index of this.added().reverse()) {
      const key = keyOfAfter(index);
      if (key === '') continue;
      const list = waiting.get(key);
      if (list) list.push(index);
      else waiting.set(key, [index]);
    }
    for (const index of this.gone()) {
      const partner = waiting.get(keyOfBefore(index))?.pop();
      if (partner !== undefined) this.add(index, partner);
    }
  }
}

/** Things of two lists with the same key, whatever their order. */
export function pairByKey<T>(before: readonly T[], after: readonly T[], keyOf: (one: T) => string): Pairing {
  const pairing = new Pairing(before.length, after.length);
  const keyAt = (list: readonly T[]) => (index: number) => keyOf(list[index] as T);
  pairing.byKey(keyAt(before), keyAt(after));
  return pairing;
}

/** The pairs, given in the order of the second list, that do not stand in the order of the first: as few as can be. */
export function movedPairs(pairs: readonly Pair[]): Set<Pair> {
  // The longest rising run of the others' order stays; `ends` holds its last pair for each length.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [at, { before }] of pairs.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.before ?? 0) < before) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1] ?? -1);
    ends[low] = at;
  }
  const moved = new Set(pairs);
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) moved.delete(pairs[at] as Pair);
  return moved;
}

function indexes(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
