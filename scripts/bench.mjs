// Measures keys against a server that does nothing, at three sizes of a letter, and prints a table.
//   npm run bench
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { runMain, runNode } from './lib/run.mjs';

runMain(async () => {
  await ensureDependencies();
  if ((await runNode('scripts/build.mjs', ['--production'])) !== 0) return 1;
  const esbuild = await import('esbuild');
  const folder = join(root, '.build', 'bench');
  await esbuild.build({
    entryPoints: { floor: 'test/bench/floor.ts', keystroke: 'test/bench/keystroke.ts' },
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    outdir: folder,
    logLevel: 'warning',
  });
  const { default: bench } = await import(pathToFileURL(join(folder, 'keystroke.js')).href);
  const servers = { floor: join(folder, 'floor.js'), letters: join(root, 'dist', 'server.js') };
  console.log('| letter | floor ms | letters ms | ratio | problems |\n|---|--:|--:|--:|--:|');
  for (const size of [10_000, 100_000, 1_000_000]) {
    const f = await bench.measureKeystrokes(servers, size, 15, 60);
    console.log(
      `| ${Math.round(size / 1000)} KB | ${f.floor.toFixed(3)} | ${f.letters.toFixed(3)} | ${f.ratio.toFixed(2)} | ${f.diagnostics} |`,
    );
  }
  return 0;
});
