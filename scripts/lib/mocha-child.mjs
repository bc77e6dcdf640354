// Runs one bundle of tests in its own process, and tells the parent how many passed, failed and were skipped, and what failed.
//   node mocha-child.mjs BUNDLE REPORTER [GREP]
import { basename } from 'node:path';
import Mocha from 'mocha';

/** What still holds the process after the last test is a leak: it is named a failure rather than killed in silence. */
const graceForOpenHandles = 5000;

/** Generous, since the machine may be busy: a test of speed measures for itself. */
const testTimeout = 30_000;

/**
 * By layer: a window on a busy machine now and then swallows a key. What fails twice fails.
 *
 * @type {Readonly<Record<string, number>>}
 */
const retries = { ui: 1 };

const [bundle = '', reporter = 'dot', grep] = process.argv.slice(2);
const mocha = new Mocha({
  reporter,
  timeout: testTimeout,
  retries: retries[basename(bundle, '.cjs')] ?? 0,
  ...(grep === undefined ? {} : { grep }),
  forbidOnly: process.env['CI'] !== undefined,
});
mocha.addFile(bundle);

/** @type {string[]} */
const failures = [];
const runner = mocha.run(() => {
  process.exitCode = failures.length === 0 ? 0 : 1;
  const { passes = 0, pending = 0 } = runner.stats ?? {};
  process.send?.({ passed: passes, failed: failures.length, skipped: pending, failures });
  process.disconnect?.();
  setTimeout(() => {
    const resources = process.getActiveResourcesInfo().join(', ');
    console.error(`The tests of ${bundle} are over, but something they started still runs: ${resources}.`);
    process.exit(1);
  }, graceForOpenHandles).unref();
});
runner.on('retry', (test, error) => {
  console.log(`tried again: ${test.fullTitle()}: ${error.message}`);
});
runner.on('fail', (test, error) => {
  failures.push(`${test.fullTitle()}: ${String(error.message).split('\n', 1)[0]}`);
});
