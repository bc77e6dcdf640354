/** What was measured in rounds: every contender once in each, so that what else the machine does hits all alike. */
export class Rounds {
  constructor(private readonly values: Readonly<Record<string, readonly number[]>>) {}

  median(name: string): number {
    return median(this.values[name] ?? []);
  }

  /** Median of what a contender took compared with another one in the same round. */
  ratio(name: string, to: string): number {
    const base = this.values[to] ?? [];
    return median((this.values[name] ?? []).map((value, round) => value / (base[round] as number)));
  }

  medians(): Record<string, number> {
    return Object.fromEntries(Object.keys(this.values).map(name => [name, this.median(name)]));
  }
}

export type Runs<T> = Readonly<Record<string, () => Promise<T>>>;

/** Runs each of these once a round; `warmUp` rounds come before those that count. */
export async function inTurn(runs: Runs<number>, rounds: number, warmUp = 0): Promise<Rounds> {
  return new Rounds(await allInTurn(runs, rounds, warmUp));
}

/** The same where a run tells more than one number. */
export async function allInTurn<T>(runs: Runs<T>, rounds: number, warmUp = 0): Promise<Record<string, T[]>> {
  const values: Record<string, T[]> = Object.fromEntries(Object.keys(runs).map(name => [name, []]));
  for (let round = -warmUp; round < rounds; round++) {
    for (const [name, run] of Object.entries(runs)) {
      const value = await run();
      if (round >= 0) values[name]?.push(value);
    }
  }
  return values;
}

/** One of the numbers that the runs told. */
export function picked<T>(values: Readonly<Record<string, readonly T[]>>, pick: (value: T) => number): Rounds {
  return new Rounds(Object.fromEntries(Object.entries(values).map(([name, all]) => [name, all.map(pick)])));
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
