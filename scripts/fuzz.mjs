// Edits letters at random for a while, and holds everything that must be so of any letter to what they become.
//   npm run fuzz -- [--minutes N] [--seed S] [--edits N]
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './lib/dependencies.mjs';
import { buildFolder, root } from './lib/paths.mjs';
import { runMain } from './lib/run.mjs';

runMain(async () => {
  await ensureDependencies();
  const esbuild = await import('esbuild');
  const outfile = join(buildFolder, 'fuzz', 'main.cjs');
  await esbuild.build({
    entryPoints: ['test/fuzz/main.ts'],
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    outfile,
    logLevel: 'warning',
  });
  const { default: fuzz } = await import(pathToFileURL(outfile).href);
  return fuzz.main(process.argv.slice(2));
});
