import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleOptions } from './bundles.mjs';
import { root } from './paths.mjs';

/** The server as it is shipped, but with rules of the tests besides its own. */
export const faultyServers = ['server.js', 'server.worker.js'];

/** @type {import('esbuild').Plugin} */
const withFaultyRules = {
  name: 'faulty rules',
  setup({ onLoad }) {
    onLoad({ filter: /core[\\/]rules[\\/]index\.ts$/ }, async ({ path }) => {
      const list = 'export const rules: readonly Rule[] = [';
      const source = await readFile(path, 'utf8');
      if (!source.includes(list)) throw new Error('The list of the rules is not where it was');
      const faulty = `import { faultyRules } from ${JSON.stringify(join(root, 'test/support/faultyRules'))};\n`;
      return { loader: 'ts', contents: faulty + source.replace(list, `${list}\n  ...faultyRules,`) };
    });
  },
};

/**
 * Builds the faulty servers.
 *
 * @param {string} folder
 */
export async function buildFaultyServers(folder) {
  await Promise.all(
    faultyServers.map(name => {
      const options = bundleOptions(name, { production: false });
      return build({
        ...options,
        plugins: [...(options.plugins ?? []), withFaultyRules],
        absWorkingDir: root,
        outfile: join(folder, name),
        sourcemap: false,
        logLevel: 'warning',
      });
    }),
  );
}
