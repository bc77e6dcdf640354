// Writes the generated files: built-in data with its defaults, the rule index, JSON schemas, settings, texts, grammar,
// snippets, tables of the README, licences of what is shipped.
//   node scripts/generate.mjs [--check]     with --check: writes nothing, fails if a file differs
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { runMain } from './lib/run.mjs';

runMain(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean' } } });
  await ensureDependencies();
  const esbuild = await import('esbuild');
  const bundle = join(root, '.build', 'generate.mjs');
  const differing = [];
  // One after the other: what an earlier step writes, a later one may read.
  for (const step of ['data', 'rules', 'schemas', 'manifest', 'bundle', 'editor', 'readme', 'notices']) {
    const entry = join(root, 'scripts', 'generate', `${step}.ts`);
    if (!existsSync(entry)) continue;
    await esbuild.build({
      entryPoints: [entry],
      absWorkingDir: root,
      bundle: true,
      platform: 'node',
      format: 'esm',
      packages: 'external',
      outfile: bundle,
      logLevel: 'warning',
    });
    /** @type {{ outputs: () => Record<string, string> | Promise<Record<string, string>> }} */
    const { outputs } = await import(`${pathToFileURL(bundle).href}?${step}`);
    for (const [path, text] of Object.entries(await outputs())) {
      const file = join(root, path);
      if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
      differing.push(path);
      if (values.check) continue;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  }
  if (values.check && differing.length > 0) {
    throw new Error(`These generated files are out of date; run "npm run generate": ${differing.join(', ')}`);
  }
  console.log(differing.length > 0 ? `generated ${differing.join(', ')}` : 'generated files are up to date');
});
