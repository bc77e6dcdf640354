import assert from 'node:assert/strict';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { own } from './contenders';
import { measureKeystrokes } from './keystroke';

/** Short and with a wide margin, for machines that are busy with other things; `npm run bench` measures in earnest. */
describe('typing in the middle of a 100 KB letter', () => {
  it('reaches diagnostics within a few times of a server that does nothing', async function () {
    this.timeout(120_000);
    const bench = join('.build', 'bench');
    buildSync({
      entryPoints: ['test/bench/floor.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: join(bench, 'floor.js'),
      logLevel: 'error',
    });
    const typing = { size: 100_000, rounds: 9, keys: 60 };
    const { rounds, diagnostics } = await measureKeystrokes(own({ bench, dist: 'dist' }), typing);
    const ratio = rounds.ratio('letters', 'floor');
    console.log(`      ${JSON.stringify({ ...rounds.medians(), ratio, diagnostics })}`);
    assert.ok(ratio < 4, `${ratio.toFixed(2)} times the floor`);
  });
});
