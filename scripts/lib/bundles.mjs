import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes what a bundle exports as `builtInData` into a JSON file, and the bundle nowhere: the worker is handed the data
 * apart from its script, which so stays small.
 *
 * @type {import('esbuild').Plugin}
 */
const writeData = {
  name: 'data',
  setup({ onEnd, initialOptions: { outfile } }) {
    onEnd(({ outputFiles, errors }) => {
      const [bundle] = outputFiles ?? [];
      if (errors.length > 0 || bundle === undefined || outfile === undefined) return;
      const module = { exports: /** @type {{ builtInData?: unknown }} */ ({}) };
      new Function('module', bundle.text)(module);
      mkdirSync(dirname(outfile), { recursive: true });
      writeFileSync(outfile, JSON.stringify(module.exports.builtInData));
    });
  },
};

/** What is built, by its name in dist/. @type {Record<string, import('esbuild').BuildOptions>} */
export const bundles = {
  'server.js': { entryPoints: ['server/src/lsp/main.node.ts'], platform: 'node', format: 'cjs' },
  'server.worker.js': { entryPoints: ['server/src/lsp/main.worker.ts'], platform: 'browser', format: 'iife' },
  'built-in.json': {
    entryPoints: ['server/src/core/builtInData.ts'],
    format: 'cjs',
    write: false,
    sourcemap: false,
    plugins: [writeData],
  },
  'cli.js': {
    entryPoints: ['server/src/cli/main.ts'],
    platform: 'node',
    format: 'cjs',
    banner: { js: '#!/usr/bin/env node' },
    // A module among its dependencies asks where it stands.
    define: { 'import.meta.url': '__filename' },
  },
  // Apart from the others, and started or loaded when a file is converted: the libraries of the formats are large.
  'convert.js': { entryPoints: ['server/src/convert/main.node.ts'], platform: 'node', format: 'cjs' },
  'convert.worker.js': { entryPoints: ['server/src/convert/main.worker.ts'], platform: 'browser', format: 'iife' },
  'extension.js': { entryPoints: ['client/src/main.node.ts'], platform: 'node', format: 'cjs', external: ['vscode'] },
  'extension.web.js': {
    entryPoints: ['client/src/main.web.ts'],
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
  },
};

/**
 * How a bundle is built.
 *
 * @param {string} name
 * @param {{ production: boolean }} how
 * @returns {import('esbuild').BuildOptions}
 */
export function bundleOptions(name, { production }) {
  const options = bundles[name];
  return {
    bundle: true,
    target: options?.platform === 'node' ? 'node20' : 'es2022',
    sourcemap: !production,
    minify: production,
    legalComments: 'none',
    ...options,
  };
}
