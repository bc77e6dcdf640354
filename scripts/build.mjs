// Bundles the extension, the language server and the command into dist/.
//   node scripts/build.mjs [--production] [--watch]
import { chmodSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { distFolder, root } from './lib/paths.mjs';
import { Failure, runMain } from './lib/run.mjs';

/** @type {Record<string, import('esbuild').BuildOptions>} by the name of the bundle in dist/ */
const bundles = {
  'server.js': { entryPoints: ['server/src/lsp/main.node.ts'], platform: 'node', format: 'cjs' },
  'server.worker.js': { entryPoints: ['server/src/lsp/main.worker.ts'], platform: 'browser', format: 'iife' },
  'cli.js': {
    entryPoints: ['server/src/cli/main.ts'],
    platform: 'node',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
    // A module among its dependencies asks where it stands.
    define: { 'import.meta.url': '__filename' },
  },
  'extension.js': { entryPoints: ['client/src/main.node.ts'], platform: 'node', format: 'cjs', external: ['vscode'] },
  'extension.web.js': {
    entryPoints: ['client/src/main.web.ts'],
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
};

runMain(async () => {
  const { values } = parseArgs({ options: { production: { type: 'boolean' }, watch: { type: 'boolean' } } });
  await ensureDependencies();
  // Imported late: esbuild is there only after the installation.
  const esbuild = await import('esbuild');

  const contexts = await Promise.all(
    Object.entries(bundles).map(([name, options]) =>
      esbuild.context({
        absWorkingDir: root,
        bundle: true,
        target: options.platform === 'node' ? 'node20' : 'es2022',
        sourcemap: !values.production,
        minify: values.production === true,
        legalComments: 'none',
        logLevel: values.watch ? 'info' : 'warning',
        ...options,
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
  chmodSync(join(distFolder, 'cli.js'), 0o755);
  const names = Object.keys(bundles).join(', ');
  console.log(`built ${names} in ${relative(root, distFolder)}/`);
});
