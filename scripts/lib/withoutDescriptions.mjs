import { readFile } from 'node:fs/promises';

/** What a field is described as: a text, or the name of one. */
const DESCRIPTION = /\s*\bz\.describe\(\s*(?:'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`[^`]*`|[\w.]+),?\s*\),?/g;

/**
 * Leaves the descriptions of the schemas' fields out of a bundle: only the generated JSON schemas and settings need them,
 * which are made of the sources, and what the web loads must stay small.
 *
 * @type {import('esbuild').Plugin}
 */
export const withoutDescriptions = {
  name: 'without descriptions',
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]core[/\\].*[sS]chema\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(DESCRIPTION, '').replace(/\.check\(\s*\)/g, '');
      if (contents.includes('z.describe'))
        return { errors: [{ text: `${path} describes a field by something else than a text` }] };
      return { contents, loader: 'ts' };
    });
  },
};
