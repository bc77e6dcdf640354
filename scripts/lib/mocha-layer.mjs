import { fork } from 'node:child_process';
import { join, relative } from 'node:path';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { buildFolder, root } from './paths.mjs';

/**
 * How many tests ended how, and of those that failed the names, each with the first line of what went wrong.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, failures: string[] }} Counts
 */

/** @typedef {(text: string) => void} Write what a run says, as it comes */

/** A layer that runs longer hangs in code that mocha's own timeouts cannot interrupt. */
const layerTimeout = 15 * 60_000;

/** Tests make much that is soon garbage: collecting it takes a fifth of their time where its place is small (megabytes). */
const execArgv = ['--enable-source-maps', '--max-semi-space-size=64'];

/**
 * Bundles the tests of a layer into one file and runs it.
 *
 * @param {string} layer folder under test/
 * @param {{ reporter: string, grep?: string | undefined, write: Write }} options
 * @returns {Promise<Counts | undefined>} nothing if the layer has no folder yet
 * @throws {Error} if the tests do not load, end without a word, or there is none
 */
export async function runMochaLayer(layer, { reporter, grep, write }) {
  const folder = join(root, 'test', layer);
  if (globSync('**', { cwd: folder }).length === 0) return undefined;
  const files = globSync('**/*.test.ts', { cwd: folder, absolute: true }).sort();
  if (files.length === 0) throw new Error(`test/${layer} holds no *.test.ts`);

  const bundle = join(buildFolder, 'test', `${layer}.cjs`);
  await build({
    stdin: { contents: files.map(file => `import ${JSON.stringify(file)};`).join('\n'), resolveDir: root },
    absWorkingDir: root,
    bundle: true,
    outfile: bundle,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  const counts = await runBundle(bundle, [reporter, ...(grep === undefined ? [] : [grep])], write);
  if (grep === undefined && counts.passed + counts.failed + counts.skipped === 0) {
    throw new Error(`${relative(root, bundle)} ran no test`);
  }
  return counts;
}

/**
 * @param {string} bundle
 * @param {readonly string[]} args
 * @param {Write} write
 * @returns {Promise<Counts>}
 */
function runBundle(bundle, args, write) {
  return new Promise((resolve, reject) => {
    const child = fork(join(root, 'scripts/lib/mocha-child.mjs'), [bundle, ...args], {
      cwd: root,
      execArgv,
      stdio: ['inherit', 'pipe', 'pipe', 'ipc'],
    });
    child.stdout?.setEncoding('utf8').on('data', write);
    child.stderr?.setEncoding('utf8').on('data', write);
    /** @type {Counts | undefined} */
    let counts;
    const timer = setTimeout(() => child.kill('SIGKILL'), layerTimeout);
    child.on('message', message => {
      counts = /** @type {Counts} */ (message);
    });
    child.once('error', reject);
    // When what it says has been read too.
    child.once('close', (code, signal) => {
      clearTimeout(timer);
      const isExplained = code === 0 || (counts !== undefined && counts.failed > 0);
      if (counts !== undefined && isExplained) resolve(counts);
      else reject(new Error(`${relative(root, bundle)} ended with ${signal ?? `exit code ${code}`}`));
    });
  });
}
