import { BenchClient } from './client';
import { generateLetter } from './letterGenerator';

export interface KeystrokeFigures {
  readonly size: number;
  /** Medians of all keys, in milliseconds from the change sent to its diagnostics received. */
  readonly floor: number;
  readonly letters: number;
  /** Median of the rounds' ratios. */
  readonly ratio: number;
  readonly diagnostics: number;
}

/** Types in the middle of one letter in both servers, in turn, and compares them round by round. */
export async function measureKeystrokes(
  servers: { readonly floor: string; readonly letters: string },
  size: number,
  rounds: number,
  keys: number,
): Promise<KeystrokeFigures> {
  const text = generateLetter(size);
  const lines = text.split('\n');
  const line = middleOfRationale(lines);
  const floor = new BenchClient(servers.floor);
  const letters = new BenchClient(servers.letters);
  try {
    await floor.open(text);
    const diagnostics = await letters.open(text);
    let column = 20;
    const round = async (client: BenchClient, from: number) => {
      const times: number[] = [];
      for (let key = 0; key < keys; key++)
        times.push(await client.type(line, from + key, 'abcde fghij'[key % 11] ?? 'x'));
      return times;
    };
    const all: { floor: number[]; letters: number[] } = { floor: [], letters: [] };
    const ratios: number[] = [];
    for (let index = -2; index < rounds; index++) {
      const a = await round(floor, column);
      const b = await round(letters, column);
      column += keys;
      // The first rounds warm both up.
      if (index < 0) continue;
      all.floor.push(...a);
      all.letters.push(...b);
      ratios.push(median(b) / median(a));
    }
    return {
      size: text.length,
      floor: median(all.floor),
      letters: median(all.letters),
      ratio: median(ratios),
      diagnostics,
    };
  } finally {
    floor.close();
    letters.close();
  }
}

function middleOfRationale(lines: readonly string[]): number {
  const middle = Math.floor(lines.length / 2);
  const label = lines.findIndex((text, index) => index >= middle && text.startsWith('Decision rationale'));
  return label + 2;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
