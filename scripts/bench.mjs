// Measures everything that has a goal, side by side with a server that does nothing and with peers, and prints a table.
//   npm run bench [-- --long] [--without-peers] [PART…]
// PART is one of keys, growth, answers, start, batch; all of them if none is named. --long measures 10,000 letters too.
// The figures are also in .build/bench/results.json.
import { copyFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensurePeers } from '../test/bench/peers/install.mjs';
import { bundleOptions } from './lib/bundles.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { buildFolder, root } from './lib/paths.mjs';
import { runMain } from './lib/run.mjs';

runMain(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { long: { type: 'boolean' }, 'without-peers': { type: 'boolean' } },
  });
  await ensureDependencies();
  const peers = values['without-peers'] ? null : await ensurePeers();
  const folder = join(buildFolder, 'bench');
  const dist = await build(folder);
  const { default: measuring } = await import(pathToFileURL(join(folder, 'bench.js')).href);
  const { default: printing } = await import(pathToFileURL(join(folder, 'table.js')).href);
  const machine = `${cpus().length} cores, Node ${process.version}, ${process.platform} ${process.arch}`;
  const options = { bench: folder, dist, peers, long: values.long === true, only: positionals };
  const date = new Date().toISOString().slice(0, 10);
  const rows = [];
  for await (const row of measuring.bench(options)) {
    if (process.stderr.isTTY) console.error(row.what);
    rows.push(row);
    // At once: should one of the servers not come to its end, the others' figures are there.
    writeFileSync(join(folder, 'results.json'), `${JSON.stringify({ date, machine, rows }, undefined, 2)}\n`);
  }
  console.log(`\n${date}, ${machine}\n\n${printing.table(rows)}`);
  return 0;
});

/**
 * Builds what is measured, as it is shipped, and what measures it.
 *
 * @param {string} folder
 * @returns {Promise<string>} the folder with the bundles; not that of the tests, which may be running
 */
async function build(folder) {
  const esbuild = await import('esbuild');
  const common = { absWorkingDir: root, logLevel: /** @type {const} */ ('warning') };
  const dist = join(folder, 'dist');
  const names = ['server.js', 'cli.js', 'entry/worker.js'];
  await Promise.all([
    ...names.map(name =>
      esbuild.build({ ...bundleOptions(name, { production: true }), ...common, outfile: join(dist, name) }),
    ),
    esbuild.build({
      ...common,
      entryPoints: ['floor', 'bench', 'table'].map(name => `test/bench/${name}.ts`),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outdir: folder,
    }),
  ]);
  // The command looks for its version beside its folder.
  copyFileSync(join(root, 'package.json'), join(folder, 'package.json'));
  return dist;
}
