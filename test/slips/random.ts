/** Chooses by chance, and the same again for the same seed. */
export class Random {
  #state: number;

  /** `seed` is the run's; `words` tell apart what is chosen for. */
  constructor(seed: number, ...words: readonly (string | number)[]) {
    let state = seed | 0;
    for (const character of words.join(' ')) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
    this.#state = state;
  }

  /** From 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** From `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.next() * list.length)] as T;
  }

  /** The form, a figure in place of each `§`. */
  digits(form: string): string {
    return form.replace(/§/g, () => String(this.between(0, 9)));
  }

  shuffled<T>(list: readonly T[]): T[] {
    const rest = [...list];
    const taken: T[] = [];
    while (rest.length > 0) taken.push(...rest.splice(Math.floor(this.next() * rest.length), 1));
    return taken;
  }
}
