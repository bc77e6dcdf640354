// Runs the checks and the tests.
//   node scripts/test.mjs                     everything, as `npm test` does
//   node scripts/test.mjs LAYER… [--grep RE]  these layers of test/ only, every test named
// Installs the locked dependencies first where they are missing. The last line is the total.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureServedVSCode } from '../test/vscode/install.mjs';
import { chromiumArguments, ensureChromium } from './lib/chromium.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureNeovim } from './lib/neovim.mjs';
import { ensurePaperTools } from './lib/paperTools.mjs';
import { root } from './lib/paths.mjs';
import { announce, Failure, runMain, runNode } from './lib/run.mjs';

/** @typedef {import('./lib/mocha-layer.mjs').Counts} Counts */

const layers = [
  'unit',
  'rules',
  'services',
  'protocol',
  'grammar',
  'cli',
  'property',
  'corpus',
  'bench',
  'editors',
  'e2e',
  'ui',
];
/** These run the bundles of dist/. */
const layersOfTheBuild = new Set(['protocol', 'cli', 'corpus', 'bench', 'editors', 'e2e', 'ui']);
/** These run VS Code in a browser. */
const layersOfTheBrowser = new Set(['e2e', 'ui']);

runMain(async () => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
  const unknown = positionals.filter(name => !layers.includes(name));
  if (unknown.length > 0) throw new Failure(`No such layer: ${unknown.join(', ')}. There are: ${layers.join(', ')}`);
  await ensureDependencies();

  const isEverything = positionals.length === 0;
  const chosen = isEverything ? layers : positionals;
  // Before all else: what cannot be set up is told at once, not after minutes of tests.
  if (chosen.some(layer => layersOfTheBrowser.has(layer))) await ensureBrowser();
  if (chosen.includes('editors')) process.env['NEOVIM'] = (await ensureNeovim()) ?? '';
  if (isEverything) await ensurePaperTools();
  const failed = isEverything ? await runChecks() : [];
  if (chosen.some(layer => layersOfTheBuild.has(layer))) {
    announce('build');
    if ((await runNode('scripts/build.mjs')) !== 0) failed.push('build');
  }

  const total = { passed: 0, failed: 0, skipped: 0 };
  const reporter = isEverything ? 'dot' : 'spec';
  for (const { name, run } of chosen.flatMap(layer => runsOf(layer, reporter, values.grep))) {
    announce(`test ${name}`);
    const counts = await countFailure(run);
    if (counts.failed > 0) failed.push(name);
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return failed.length === 0 ? 0 : 1;
});

/** Everything that is checked without running the product. Returns the names of the checks that failed. */
async function runChecks() {
  /** @type {[name: string, script: string, args: string[]][]} */
  const checks = [
    ['generate', 'scripts/generate.mjs', ['--check']],
    ['typecheck', 'node_modules/typescript/bin/tsc', ['-b']],
    [
      'lint',
      'node_modules/@biomejs/biome/bin/biome',
      ['ci', '--error-on-warnings', ...(process.stdout.isTTY ? [] : ['--colors=off'])],
    ],
  ];
  const failed = [];
  for (const [name, script, args] of checks) {
    if (!existsSync(join(root, script))) continue;
    announce(name);
    if ((await runNode(script, args)) !== 0) failed.push(name);
  }
  return failed;
}

/**
 * The runs of a layer: one, or one in each of VS Code's extension hosts.
 *
 * @param {string} layer
 * @param {string} reporter
 * @param {string | undefined} grep
 * @returns {{ name: string, run: () => Promise<Counts | undefined> }[]}
 */
function runsOf(layer, reporter, grep) {
  if (layer === 'e2e') {
    return /** @type {const} */ (['node', 'web']).map(host => ({
      name: `e2e (${host} extension host)`,
      run: async () => (await import('../test/e2e/launch.mjs')).runEndToEnd(host, { grep }),
    }));
  }
  const run = async () => (await import('./lib/mocha-layer.mjs')).runMochaLayer(layer, { reporter, grep });
  return [{ name: layer, run }];
}

/**
 * @param {() => Promise<Counts | undefined>} run
 * @returns {Promise<Counts>} one failure where the tests could not be run
 */
async function countFailure(run) {
  try {
    const counts = await run();
    if (counts !== undefined) return counts;
    console.log('does not exist yet');
    return { passed: 0, failed: 0, skipped: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Sees that there are a Chromium and a VS Code for the tests, and tells them where the first is. */
async function ensureBrowser() {
  process.env['CHROMIUM'] = await ensureChromium();
  process.env['CHROMIUM_ARGUMENTS'] = chromiumArguments.join(' ');
  await ensureServedVSCode();
}
