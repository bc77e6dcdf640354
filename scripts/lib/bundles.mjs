import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { withoutDescriptions } from './withoutDescriptions.mjs';

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

/**
 * The converter makes the same files wherever it runs: with the build of pdfkit that asks nothing of Node.
 *
 * @type {import('esbuild').BuildOptions}
 */
const converter = {
  alias: {
    pdfkit: './node_modules/pdfkit/js/pdfkit.browser.mjs',
    'brotli/decompress.js': './scripts/lib/noBrotli.mjs',
  },
  // What pdfkit and others look for beside their scripts is in them, or not used.
  define: { 'import.meta.url': '"file:///"' },
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
    banner: { js: "#!/usr/bin/env node\nconst bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    // Modules among its dependencies ask where they stand.
    define: { 'import.meta.url': 'bundleUrl' },
  },
  // What each thread of the command's pool begins with: the pool looks for it at this place beside the script it is in.
  'entry/worker.js': {
    entryPoints: ['node_modules/tinypool/dist/entry/worker.js'],
    platform: 'node',
    format: 'cjs',
  },
  // Apart from the others, and started or loaded when a file is converted: the libraries of the formats are large.
  'convert.js': { ...converter, entryPoints: ['server/src/convert/main.node.ts'], platform: 'node', format: 'cjs' },
  'convert.worker.js': {
    ...converter,
    entryPoints: ['server/src/convert/main.worker.ts'],
    platform: 'browser',
    format: 'iife',
  },
  // The page of the preview, which knows nothing of the editor.
  'preview.js': { entryPoints: ['client/src/preview/webview/main.ts'], platform: 'browser', format: 'iife' },
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
    plugins: [withoutDescriptions, ...(options?.plugins ?? [])],
    // Translations are handed over: no file is read, wherever the bundle runs.
    alias: { '@vscode/l10n': './node_modules/@vscode/l10n/dist/browser.js', ...options?.alias },
  };
}
