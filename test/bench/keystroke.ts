import { BenchClient } from './client';
import type { Contender } from './contenders';
import { inTurn, median, type Rounds } from './measure';

export { median } from './measure';

export interface Typing {
  readonly size: number;
  readonly rounds: number;
  /** Keys of a round. */
  readonly keys: number;
  /** Keys of a round for servers that are slow at this size. */
  readonly slowKeys?: number;
  readonly warmUp?: number;
}

export interface KeystrokeFigures {
  /** Milliseconds from the change sent to its diagnostics received. */
  readonly rounds: Rounds;
  /** How many diagnostics the text has, by contender. */
  readonly diagnostics: Readonly<Record<string, number>>;
}

/** The contenders that may be slow are those but `floor` and `letters`. */
const quick = new Set(['floor', 'letters']);

/** Types in the middle of one text in every server, in turn. */
export async function measureKeystrokes(
  contenders: Readonly<Record<string, Contender>>,
  { size, rounds, keys, slowKeys = keys, warmUp = 2 }: Typing,
): Promise<KeystrokeFigures> {
  const open = await opened(contenders, size);
  try {
    const runs = Object.fromEntries(
      Object.entries(open).map(([name, { typist }]) => {
        return [name, () => typist.round(quick.has(name) ? keys : slowKeys)];
      }),
    );
    const diagnostics = Object.fromEntries(Object.entries(open).map(([name, each]) => [name, each.diagnostics]));
    return { rounds: await inTurn(runs, rounds, warmUp), diagnostics };
  } finally {
    await closeAll(open);
  }
}

/** How much more a key takes in a letter of twice the size, in processes of their own. */
export async function measureGrowth(
  contenders: Readonly<Record<string, Contender>>,
  size: number,
  { rounds, keys }: Omit<Typing, 'size'>,
): Promise<Record<string, number>> {
  const [small, large] = [await opened(contenders, size), await opened(contenders, 2 * size)];
  try {
    const runs: Record<string, () => Promise<number>> = {};
    for (const name of Object.keys(contenders)) {
      runs[name] = () => (small[name] as Open).typist.round(keys);
      runs[`${name} large`] = () => (large[name] as Open).typist.round(keys);
    }
    const figures = await inTurn(runs, rounds, 2);
    return Object.fromEntries(Object.keys(contenders).map(name => [name, figures.ratio(`${name} large`, name)]));
  } finally {
    await closeAll(small);
    await closeAll(large);
  }
}

interface Open {
  readonly typist: Typist;
  readonly diagnostics: number;
}

async function opened(contenders: Readonly<Record<string, Contender>>, size: number): Promise<Record<string, Open>> {
  const open: Record<string, Open> = {};
  for (const [name, { server, document }] of Object.entries(contenders)) {
    const { text, line, character } = document(size);
    const client = new BenchClient(server);
    try {
      open[name] = { diagnostics: await client.open(text), typist: new Typist(client, line, character) };
    } catch (error) {
      await closeAll(open);
      throw error;
    }
  }
  return open;
}

async function closeAll(open: Readonly<Record<string, Open>>): Promise<void> {
  for (const { typist } of Object.values(open)) await typist.client.close();
}

/** Presses keys one behind the other. */
export class Typist {
  private pressed = 0;

  constructor(
    readonly client: BenchClient,
    private readonly line: number,
    private readonly character: number,
  ) {}

  /** @returns the median of the milliseconds of the keys */
  async round(keys: number): Promise<number> {
    const times: number[] = [];
    for (let key = 0; key < keys; key++) {
      times.push(await this.client.type(this.line, this.character + this.pressed, this.next()));
    }
    return median(times);
  }

  /** Presses keys without a pause. @returns milliseconds until the diagnostics of the last one have come */
  burst(keys: number): Promise<number> {
    const from = this.character + this.pressed;
    return this.client.burst(this.line, from, Array.from({ length: keys }, () => this.next()).join(''));
  }

  private next(): string {
    return 'abcde fghij'[this.pressed++ % 11] as string;
  }
}
