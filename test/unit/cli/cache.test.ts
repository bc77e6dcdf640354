import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CheckCache, type Kept } from '../../../server/src/cli/cache/checkCache';
import { opened, sealed } from '../../../server/src/cli/cache/sealed';

const found: Kept = { problems: [], decided: null };

describe('what is kept of letters', () => {
  it('is of so many as a year has; those that were not asked for the longest go first', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'letters-cache-'));
    const file = join(folder, 'kept');
    try {
      const names = Array.from({ length: 50_000 }, (_, number) => String(number).padStart(43, '0'));
      writeFileSync(file, ['letters check cache 1', ...names.map(name => `${name} x`), ''].join('\n'));
      const cache = await CheckCache.open(file);
      cache.put('one more', found);
      await cache.save();
      const lines = readFileSync(file, 'utf8').trimEnd().split('\n').slice(1);
      assert.equal(lines.length, 50_000);
      assert.equal(lines[0], `${names[1]} x`);
      const kept = await CheckCache.open(file);
      assert.deepEqual(kept.get('one more'), found);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is not opened where it unpacks to more than can be found in a letter', () => {
    assert.equal(opened(sealed('x'.repeat(1000), 'key'), 'key'), 'x'.repeat(1000));
    assert.equal(opened(sealed('x'.repeat(100_000_000), 'key'), 'key'), null);
  });
});
