import assert from 'node:assert/strict';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { measureKeystrokes } from './keystroke';

/** Short and with a wide margin, for machines that are busy with other things; `npm run bench` measures in earnest. */
describe('typing in the middle of a 100 KB letter', () => {
  it('reaches diagnostics within a few times of a server that does nothing', async function () {
    this.timeout(120_000);
    const floor = join('.build', 'bench', 'floor.js');
    buildSync({
      entryPoints: ['test/bench/floor.ts'],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile: floor,
      logLevel: 'error',
    });
    const figures = await measureKeystrokes({ floor, letters: join('dist', 'server.js') }, 100_000, 9, 60);
    console.log(`      ${JSON.stringify(figures)}`);
    assert.ok(figures.ratio < 4, `${figures.ratio.toFixed(2)} times the floor`);
  });
});
