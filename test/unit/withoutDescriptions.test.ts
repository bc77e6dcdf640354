import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** The plugin of the build. */
async function plugin(): Promise<Plugin> {
  const script: { withoutDescriptions: Plugin } = await import(
    pathToFileURL(resolve('scripts/lib/withoutDescriptions.mjs')).href
  );
  return script.withoutDescriptions;
}

async function bundled(plugins: Plugin[]): Promise<string> {
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
    const [plain, small] = [await bundled([]), await bundled([await plugin()])];
    const count = (text: string, what: string | RegExp) => text.split(what).length - 1;
    assert.ok(count(plain, /\bdescribe\(/) > 100, 'there are descriptions');
    assert.equal(count(small, /\bdescribe\(/), 0);
    assert.equal(count(small, '.check()'), 0);
    assert.equal(count(small, 'strictObject('), count(plain, 'strictObject('));
    assert.equal(count(small, 'maxLength('), count(plain, 'maxLength('));
    assert.equal(count(small, 'regex('), count(plain, 'regex('));
  });
});
