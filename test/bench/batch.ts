import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notForLetters, rumdlProgram, rumdlSettings } from './contenders';
import { generateLetter } from './letterGenerator';
import { allInTurn, picked, type Rounds } from './measure';

export interface BatchFigures {
  /** Seconds of CPU, of all threads, and seconds that passed. */
  readonly cpu: Rounds;
  readonly wall: Rounds;
}

type Command = readonly [program: string, ...args: string[]];

/** Letters of about `size` characters, all different, in `folder`; as Markdown too, where a peer is to read them. */
export function writeLetters(folder: string, count: number, size: number): void {
  const [letters, markdown] = [join(folder, 'letters'), join(folder, 'markdown')];
  mkdirSync(letters, { recursive: true });
  mkdirSync(markdown, { recursive: true });
  writeFileSync(
    join(folder, '.markdownlint.json'),
    JSON.stringify(Object.fromEntries(notForLetters.map(rule => [rule, false]))),
  );
  for (let seed = 1; seed <= count; seed++) {
    const text = generateLetter(size, seed);
    const name = String(seed).padStart(6, '0');
    writeFileSync(join(letters, `${name}.letter`), text);
    writeFileSync(join(markdown, `${name}.md`), text);
  }
}

/** Checks all letters of the folder with each tool, in turn. */
export async function measureBatch(
  folder: string,
  cli: string,
  peers: string | null,
  rounds: number,
): Promise<BatchFigures> {
  const commands: Record<string, Command> = { letters: [process.execPath, cli, 'check', 'letters'] };
  if (peers !== null) {
    commands['rumdl'] = [rumdlProgram(peers), 'check', '--no-cache', '--config', rumdlSettings, 'markdown'];
    const lint = join(peers, 'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs');
    commands['markdownlint'] = [process.execPath, lint, 'markdown/*.md'];
  }
  const runs = Object.fromEntries(
    Object.entries(commands).map(([name, command]) => [name, () => timed(command, folder)]),
  );
  const all = await allInTurn(runs, rounds);
  return { cpu: picked(all, ({ cpu }) => cpu), wall: picked(all, ({ wall }) => wall) };
}

/** Most memory in MB that the check of the folder's letters holds. */
export async function measureMemory(folder: string, cli: string, hooks: string): Promise<number> {
  mkdirSync(hooks, { recursive: true });
  const hook = join(hooks, 'memory.cjs');
  writeFileSync(
    hook,
    `if (require('node:worker_threads').isMainThread)
      process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS / 1024)));\n`,
  );
  const child = spawn(process.execPath, ['--require', hook, cli, 'check', 'letters'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stdio[3]?.on('data', chunk => {
    said += chunk;
  });
  await new Promise(resolve => child.on('close', resolve));
  return Number(said);
}

/** The shell says what its children have used: of a program in any language, with all its threads and children. */
async function timed(command: Command, cwd: string): Promise<{ readonly cpu: number; readonly wall: number }> {
  const script = '"$@" >/dev/null 2>&1; code=$?; times; exit $code';
  const begin = performance.now();
  const child = spawn('sh', ['-c', script, 'sh', ...command], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', chunk => {
    said += chunk;
  });
  const code = await new Promise<number | null>(resolve => child.on('close', resolve));
  const wall = (performance.now() - begin) / 1000;
  // Problems found are 1; anything else is a failure.
  if (code !== 0 && code !== 1) throw new Error(`${command.join(' ')} ended with ${code}`);
  const own = said.trim().split('\n').at(-1) ?? '';
  const seconds = [...own.matchAll(/(\d+)m([\d.]+)s/g)].map(([, minutes, rest]) => Number(minutes) * 60 + Number(rest));
  return { cpu: seconds.reduce((sum, each) => sum + each, 0), wall };
}
