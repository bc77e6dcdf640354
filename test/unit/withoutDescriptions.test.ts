import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { withoutDescriptions } from '../../scripts/lib/withoutDescriptions.mjs';

async function bundled(plugins: (typeof withoutDescriptions)[]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['server/src/core/config/load.ts'],
    bundle: true,
    packages: 'external',
    format: 'esm',
    write: false,
    plugins,
  });
  return outputFiles[0]?.text ?? '';
}

describe('the descriptions of schemas', () => {
  it('stay out of bundles, and nothing else does', async () => {
    const [plain, small] = [await bundled([]), await bundled([withoutDescriptions])];
    const count = (text: string, what: string | RegExp) => text.split(what).length - 1;
    assert.ok(count(plain, /\bdescribe\(/) > 100, 'there are descriptions');
    assert.equal(count(small, /\bdescribe\(/), 0);
    assert.equal(count(small, '.check()'), 0);
    assert.equal(count(small, 'strictObject('), count(plain, 'strictObject('));
    assert.equal(count(small, 'maxLength('), count(plain, 'maxLength('));
    assert.equal(count(small, 'regex('), count(plain, 'regex('));
  });
});
