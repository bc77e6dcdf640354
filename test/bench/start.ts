import { BenchClient } from './client';
import type { Contender } from './contenders';
import { Typist } from './keystroke';
import { allInTurn, inTurn, picked, type Rounds } from './measure';

export interface StartFigures {
  /** Milliseconds from the start of the process to the diagnostics of its first document. */
  readonly start: Rounds;
  /** MB that the process holds when some keys have been pressed too; null where the system does not tell. */
  readonly memory: Rounds | null;
}

/** Starts each server anew in every round and opens a document in it. */
export async function measureStart(
  contenders: Readonly<Record<string, Contender>>,
  size: number,
  rounds: number,
  keys: number,
): Promise<StartFigures> {
  const once = async ({ server, document }: Contender) => {
    const { text, line, character } = document(size);
    const begin = performance.now();
    const client = new BenchClient(server);
    await client.open(text);
    const milliseconds = performance.now() - begin;
    await new Typist(client, line, character).round(keys);
    const memory = client.memory();
    await client.close();
    return { milliseconds, memory };
  };
  const runs = Object.fromEntries(Object.entries(contenders).map(([name, each]) => [name, () => once(each)]));
  const all = await allInTurn(runs, rounds);
  const isKnown = Object.values(all).every(each => each.every(({ memory }) => memory !== null));
  return {
    start: picked(all, each => each.milliseconds),
    memory: isKnown ? picked(all, each => each.memory ?? 0) : null,
  };
}

/** Milliseconds from the first of so many keys, pressed without a pause, to the diagnostics of the last. */
export async function measureBurst(
  contenders: Readonly<Record<string, Contender>>,
  size: number,
  rounds: number,
  keys: number,
): Promise<Rounds> {
  const typists: Record<string, Typist> = {};
  for (const [name, { server, document }] of Object.entries(contenders)) {
    const { text, line, character } = document(size);
    const client = new BenchClient(server);
    await client.open(text);
    typists[name] = new Typist(client, line, character);
    await typists[name].round(60);
  }
  const runs = Object.fromEntries(Object.entries(typists).map(([name, typist]) => [name, () => typist.burst(keys)]));
  const found = await inTurn(runs, rounds, 3);
  await Promise.all(Object.values(typists).map(({ client }) => client.close()));
  return found;
}
