// Measures the export of many letters, all different, in one thread and in all, and prints a table.
//   node scripts/bench-exporting.mjs [LETTERS]
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { Failure, runMain, runNode } from './lib/run.mjs';

/** With its last item about as long as the letter in the middle of those posted. */
const charactersOfLetter = 4500;

runMain(async () => {
  const most = Number(process.argv[2] ?? 1000);
  await ensureDependencies();
  if ((await runNode('scripts/build.mjs', ['--production'])) !== 0) return 1;
  const esbuild = await import('esbuild');
  const generator = join(root, '.build', 'bench', 'letterGenerator.js');
  await esbuild.build({
    entryPoints: ['test/bench/letterGenerator.ts'],
    absWorkingDir: root,
    format: 'cjs',
    outfile: generator,
    logLevel: 'warning',
  });
  const { default: letters } = await import(pathToFileURL(generator).href);
  const folder = mkdtempSync(join(tmpdir(), 'letters-bench-'));
  try {
    console.log('| to | letters | threads | s | letters/s | CPU s | cores used | most memory MB |');
    console.log('|---|--:|--:|--:|--:|--:|--:|--:|');
    for (const count of [Math.round(most / 10), most]) {
      const from = join(folder, String(count));
      mkdirSync(from);
      for (let seed = 1; seed <= count; seed++) {
        writeFileSync(
          join(from, `${String(seed).padStart(6, '0')}.letter`),
          letters.generateLetter(charactersOfLetter, seed),
        );
      }
      for (const format of ['docx', 'pdf']) {
        for (const threads of new Set([1, availableParallelism()])) {
          const to = join(folder, 'out');
          const { seconds, cpu, memory } = await measure([
            'export',
            from,
            '--to',
            format,
            '-o',
            to,
            '--threads',
            String(threads),
          ]);
          rmSync(to, { recursive: true });
          const row = [format, count, threads, seconds.toFixed(1), Math.round(count / seconds), cpu.toFixed(1)];
          console.log(`| ${[...row, (cpu / seconds).toFixed(2), Math.round(memory)].join(' | ')} |`);
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
});

/** Says at its end what the process, with all its threads, has used. */
const usage = `if (require('node:worker_threads').isMainThread) process.on('exit', () =>
  require('node:fs').writeSync(3, JSON.stringify(process.resourceUsage())));`;

/**
 * Runs the command once.
 *
 * @param {readonly string[]} args
 * @returns {Promise<{ seconds: number, cpu: number, memory: number }>} CPU in seconds, memory in MB
 */
async function measure(args) {
  const hook = join(root, '.build', 'bench', 'usage.cjs');
  writeFileSync(hook, usage);
  const start = performance.now();
  const child = spawn(process.execPath, ['--require', hook, join(root, 'dist', 'cli.js'), ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  let said = '';
  child.stdio[3]?.on('data', chunk => {
    said += chunk;
  });
  const code = await new Promise(resolve => child.on('close', resolve));
  if (code !== 0) throw new Failure(`letters ${args.join(' ')} ended with ${code}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(said);
  return {
    seconds: (performance.now() - start) / 1000,
    cpu: (userCPUTime + systemCPUTime) / 1e6,
    memory: maxRSS / 1024,
  };
}
