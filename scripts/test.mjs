// Runs the checks and the tests.
//   node scripts/test.mjs                     everything, as `npm test` does
//   node scripts/test.mjs LAYER… [--grep RE]  these layers of test/ only, every test named
// Installs the locked dependencies first where they are missing. The last line is the total.
import { parseArgs } from 'node:util';
import { ensureServedVSCode } from '../test/vscode/install.mjs';
import { chromiumArguments, ensureChromium } from './lib/chromium.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { ensureNeovim } from './lib/neovim.mjs';
import { ensurePaperTools } from './lib/paperTools.mjs';
import { announce, Failure, runMain, runNode } from './lib/run.mjs';

/** @typedef {import('./lib/mocha-layer.mjs').Counts} Counts */
/** @typedef {import('./lib/mocha-layer.mjs').Write} Write */

/** The longest first: they leave no lane without work at the end. */
const layers = [
  'protocol',
  'cli',
  'unit',
  'rules',
  'services',
  'grammar',
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

  const reporter = isEverything ? 'dot' : 'spec';
  const runs = chosen.flatMap(layer => runsOf(layer, reporter, values.grep));
  const results = isEverything ? await runInLanes(runs) : await runInTurn(runs, text => process.stdout.write(text));
  return report(failed, results);
});

/**
 * @typedef {object} Run
 * @property {string} name
 * @property {string} layer
 * @property {(write: Write) => Promise<Counts | undefined>} run nothing if there are no such tests yet
 */

/** @typedef {Counts & { name: string }} Result */

/** What is measured against the clock has the machine to itself. */
const layersAlone = new Set(['bench']);

/**
 * Two runs at a time: one lane begins with those of the browser, which would be in each other's way, the other with all
 * else, and whichever is free takes what is left.
 *
 * @param {readonly Run[]} runs
 * @returns {Promise<Result[]>}
 */
async function runInLanes(runs) {
  const together = runs.filter(({ layer }) => !layersAlone.has(layer));
  const ofTheBrowser = together.filter(({ layer }) => layersOfTheBrowser.has(layer));
  const others = together.filter(({ layer }) => !layersOfTheBrowser.has(layer));
  const lanes = await Promise.all([runInTurn(takenFrom(others)), runInTurn(takenFrom(ofTheBrowser, others))]);
  return [...lanes.flat(), ...(await runInTurn(runs.filter(({ layer }) => layersAlone.has(layer))))];
}

/**
 * What is left of the first list, then of the next, each taken when it is asked for.
 *
 * @param {Run[][]} lists
 */
function* takenFrom(...lists) {
  for (const list of lists) for (let run = list.shift(); run; run = list.shift()) yield run;
}

/**
 * @param {Iterable<Run>} runs
 * @param {Write} [live] shows what a run says as it comes; else all of it is shown when the run is over
 * @returns {Promise<Result[]>}
 */
async function runInTurn(runs, live) {
  const results = [];
  for (const { name, run } of runs) {
    const begin = Date.now();
    let said = '';
    if (live) announce(`test ${name}`);
    const counts = await countFailure(name, () =>
      run(
        live ??
          (text => {
            said += text;
          }),
      ),
    );
    if (!live) announce(`test ${name}, ${Math.round((Date.now() - begin) / 1000)} s\n${said}`);
    results.push({ name, ...counts });
  }
  return results;
}

/**
 * The totals come last, behind the name of each test that failed: of a long log often only the end is kept.
 *
 * @param {readonly string[]} checks that failed
 * @param {readonly Result[]} results
 */
function report(checks, results) {
  /** @param {'passed' | 'failed' | 'skipped'} what */
  const sum = what => results.reduce((sum, counts) => sum + counts[what], 0);
  const layersFailed = results.filter(({ failed }) => failed > 0);
  const failed = [...checks, ...layersFailed.map(({ name }) => name)];
  for (const { name, failures } of layersFailed) for (const each of failures) console.log(`failed: ${name}: ${each}`);
  if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`);
  return failed.length === 0 ? 0 : 1;
}

/** Everything that is checked without running the product, side by side. Returns the names of the checks that failed. */
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
  announce(checks.map(([name]) => name).join(', '));
  const passed = await Promise.all(checks.map(async ([, script, args]) => (await runNode(script, args)) === 0));
  return checks.flatMap(([name], index) => (passed[index] ? [] : [name]));
}

/**
 * The runs of a layer: one, or one in each of VS Code's extension hosts.
 *
 * @param {string} layer
 * @param {string} reporter
 * @param {string | undefined} grep
 * @returns {Run[]}
 */
function runsOf(layer, reporter, grep) {
  if (layer === 'e2e') {
    return /** @type {const} */ (['node', 'web']).map(host => ({
      name: `e2e (${host} extension host)`,
      layer,
      run: async write => (await import('../test/e2e/launch.mjs')).runEndToEnd(host, { grep, write }),
    }));
  }
  return [
    {
      name: layer,
      layer,
      run: async write => (await import('./lib/mocha-layer.mjs')).runMochaLayer(layer, { reporter, grep, write }),
    },
  ];
}

/**
 * @param {string} name
 * @param {() => Promise<Counts | undefined>} run
 * @returns {Promise<Counts>} one failure where the tests could not be run
 */
async function countFailure(name, run) {
  const none = { passed: 0, failed: 0, skipped: 0, failures: [] };
  try {
    const counts = await run();
    if (counts === undefined) console.log(`test/${name} does not exist yet`);
    return counts ?? none;
  } catch (error) {
    const failure = String(error instanceof Error ? error.message : error);
    console.error(failure);
    return { ...none, failed: 1, failures: [failure.split('\n', 1)[0] ?? ''] };
  }
}

/** Sees that there are a Chromium and a VS Code for the tests, and tells them where the first is. */
async function ensureBrowser() {
  process.env['CHROMIUM'] = await ensureChromium();
  process.env['CHROMIUM_ARGUMENTS'] = chromiumArguments.join(' ');
  await ensureServedVSCode();
}
