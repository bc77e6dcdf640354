import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureAnswers, measureLargeCatalogue } from './answers';
import { measureBatch, measureMemory, writeLetters } from './batch';
import { type Contender, own, peers as peersIn } from './contenders';
import { measureGrowth, measureKeystrokes } from './keystroke';
import { median } from './measure';
import { measureBurst, measureStart } from './start';
import { ahead, below, compared, type Row } from './table';

export interface BenchOptions {
  /** Where the bench's own programs and what it writes are. */
  readonly bench: string;
  /** Where the bundles are. */
  readonly dist: string;
  /** Where the peers are installed; null to do without them. */
  readonly peers: string | null;
  /** Whether to measure what takes long too. */
  readonly long: boolean;
  /** What is to be measured; all of it where empty. */
  readonly only: readonly string[];
}

const letterSize = 10_000;

/** Measures one thing after the other; each row is given out as soon as it is known. */
export async function* bench(options: BenchOptions): AsyncGenerator<Row> {
  const parts = { keys, growth, answers, start, batch };
  const folder = mkdtempSync(join(tmpdir(), 'letters-bench-'));
  try {
    for (const [name, part] of Object.entries(parts)) {
      if (options.only.length > 0 && !options.only.includes(name)) continue;
      try {
        yield* part(options, folder);
      } catch (error) {
        // The other parts are worth knowing all the same.
        console.error(`${name}: ${error instanceof Error ? error.message : error}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function everyone(
  options: BenchOptions,
): Record<'floor' | 'letters', Contender> & Partial<Record<'json' | 'rumdl', Contender>> {
  return { ...own(options), ...(options.peers === null ? {} : peersIn(options.peers)) };
}

async function* keys(options: BenchOptions): AsyncGenerator<Row> {
  const sizes = [
    { name: '10 KB', most: 2, size: 10_000, rounds: 15, keys: 60, slowKeys: 20 },
    { name: '100 KB', most: 2, size: 100_000, rounds: 15, keys: 60, slowKeys: 20 },
    { name: '1 MB', most: 3, size: 1_000_000, rounds: 15, keys: 40, slowKeys: 3 },
    { name: '10 MB', most: null, size: 10_000_000, rounds: 4, keys: 10, warmUp: 1 },
  ];
  for (const { name, most, ...typing } of sizes) {
    const what = `key to diagnostics, ${name}`;
    // At 10 MB the peers take seconds a key.
    const isHuge = most === null;
    const { json, rumdl, ...ours } = everyone(options);
    const others = isHuge || !json || !rumdl ? {} : { json, rumdl };
    const { rounds } = await measureKeystrokes({ ...ours, ...others }, typing).catch((error: Error) => {
      // It does not always answer when a text is opened.
      console.error(`${what}, without rumdl: ${error.message}`);
      return measureKeystrokes(json && !isHuge ? { ...ours, json } : ours, typing);
    });
    if (most !== null) yield compared(what, 'ms', rounds, 'floor', most);
    else
      yield { ...compared(what, 'ms', rounds, 'floor', 0), goal: 'responsive', isMet: rounds.median('letters') < 100 };
    if (options.peers !== null && !isHuge) yield ahead(`${what}, and the peers`, 'ms', rounds);
  }
}

async function* growth(options: BenchOptions): AsyncGenerator<Row> {
  const runs: Record<string, number>[] = [];
  for (let run = 0; run < 5; run++) runs.push(await measureGrowth(own(options), 100_000, { rounds: 7, keys: 40 }));
  const [floor, letters] = ['floor', 'letters'].map(name => median(runs.map(run => run[name] ?? Number.NaN)));
  const row = { what: 'growth of a key, 100 to 200 KB', unit: 'times', goal: 'at most 0.2 more than floor' } as const;
  const values = { floor: floor as number, letters: letters as number };
  yield below({ ...row, values }, values.letters - values.floor, 0.2);
}

async function* answers(options: BenchOptions, folder: string): AsyncGenerator<Row> {
  const found = await measureAnswers(own(options), 100_000, 60);
  for (const [name, rounds] of Object.entries(found)) {
    yield compared(`${name} after a key, 100 KB`, 'ms', rounds, 'floor', 2);
  }
  const entries = 5000;
  const { rounds } = await measureLargeCatalogue(own(options), 100_000, entries, 60, join(folder, 'workspace'));
  yield compared(`completion, ${entries} catalogue entries`, 'ms', rounds, 'floor', 3);
}

async function* start(options: BenchOptions): AsyncGenerator<Row> {
  const { rumdl: _, ...contenders } = everyone(options);
  const { start, memory } = await measureStart(contenders, letterSize, 12, 30);
  yield compared('start to first diagnostics, 10 KB', 'ms', start, 'floor', 1.4);
  if (memory) yield compared('memory after 30 keys, 10 KB', 'MB', memory, 'floor', 1.6);
  const burst = await measureBurst(contenders, letterSize, 15, 30);
  const row = { what: 'burst of 30 keys, 10 KB', unit: 'ms', goal: 'at most 10 ms', values: burst.medians() } as const;
  yield below(row, burst.median('letters'), 10);
}

async function* batch(options: BenchOptions, folder: string): AsyncGenerator<Row> {
  const cli = join(options.dist, 'cli.js');
  const letters = join(folder, '1000');
  writeLetters(letters, 1000, letterSize);
  const { cpu, wall } = await measureBatch(letters, cli, options.peers, 3);
  yield options.peers === null
    ? { ...compared('CPU', 's', cpu, 'letters', 1), goal: '', measured: null, isMet: null }
    : compared('CPU of checking 1000 letters of 10 KB', 's', cpu, 'rumdl', 2);
  const cores = cpu.median('letters') / wall.median('letters');
  const row = { what: 'the same, seconds that pass', unit: 's', goal: 'at least 1.5 cores used' } as const;
  yield { ...row, values: wall.medians(), measured: cores, isMet: cores >= 1.5 };
  const few = await measureMemory(letters, cli, options.bench);
  const held = { what: 'most memory, 1000 letters', unit: 'MB', values: { letters: few } } as const;
  yield { ...held, measured: null, goal: '', isMet: null };
  if (!options.long) return;
  const many = join(folder, '10000');
  writeLetters(many, 10_000, letterSize);
  const most = await measureMemory(many, cli, options.bench);
  const long = { what: 'most memory, 10000 letters', unit: 'MB', values: { letters: most } } as const;
  yield below({ ...long, goal: 'at most 1.2 x 1000 letters' }, most / few, 1.2);
}
