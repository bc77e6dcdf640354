// Plants slips in copies of letters, and prints how many of them the rules find. docs/slips.md says how to read it.
//   npm run slips -- [FOLDER] [--kind ID] [--show N]
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies } from './lib/dependencies.mjs';
import { buildFolder, root } from './lib/paths.mjs';
import { runMain } from './lib/run.mjs';

runMain(async () => {
  await ensureDependencies();
  const esbuild = await import('esbuild');
  const outfile = join(buildFolder, 'slips', 'main.cjs');
  await esbuild.build({
    entryPoints: ['test/slips/main.ts'],
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile,
    logLevel: 'warning',
  });
  const { default: slips } = await import(pathToFileURL(outfile).href);
  return slips.main(process.argv.slice(2));
});
