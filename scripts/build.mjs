// Bundles the extension, the language server and the command into dist/.
//   node scripts/build.mjs [--production] [--watch]
import { chmodSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleOptions, bundles } from './lib/bundles.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { copyFonts } from './lib/fonts.mjs';
import { distFolder, root } from './lib/paths.mjs';
import { Failure, runMain } from './lib/run.mjs';

runMain(async () => {
  const { values } = parseArgs({ options: { production: { type: 'boolean' }, watch: { type: 'boolean' } } });
  await ensureDependencies();
  // Imported late: esbuild is there only after the installation.
  const esbuild = await import('esbuild');

  const contexts = await Promise.all(
    Object.keys(bundles).map(name =>
      esbuild.context({
        ...bundleOptions(name, { production: values.production === true }),
        absWorkingDir: root,
        logLevel: values.watch ? 'info' : 'warning',
        outfile: join(distFolder, name),
      }),
    ),
  );
  if (values.watch) {
    await Promise.all(contexts.map(context => context.watch()));
    return;
  }
  try {
    await Promise.all(contexts.map(context => context.rebuild()));
  } catch {
    // The bundler has printed where and why.
    throw new Failure('The bundles could not be built.');
  } finally {
    await Promise.all(contexts.map(context => context.dispose()));
  }
  copyFonts();
  chmodSync(join(distFolder, 'cli.js'), 0o755);
  const names = Object.keys(bundles).join(', ');
  console.log(`built ${names} in ${relative(root, distFolder)}/`);
});
