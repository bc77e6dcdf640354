import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';

/** What the web loads must stay small: bytes, minified. */
const mostInWorker = 900_000;

const names = ['server.worker.js', 'server.js', 'extension.web.js', 'cli.js'] as const;

/** How the build makes a bundle. */
async function optionsOf(name: string): Promise<BuildOptions> {
  const script: { bundleOptions(name: string, how: { production: boolean }): BuildOptions } = await import(
    pathToFileURL(resolve('scripts/lib/bundles.mjs')).href
  );
  return script.bundleOptions(name, { production: true });
}

/** Bytes of what a bundle is made of, by dependency. */
type Costs = ReadonlyMap<string, number>;

async function measure(
  name: string,
): Promise<{ readonly size: number; readonly costs: Costs; readonly files: string[] }> {
  const { metafile } = await build({
    ...(await optionsOf(name)),
    outfile: join('dist', name),
    write: false,
    metafile: true,
  });
  const [output] = Object.values(metafile?.outputs ?? {});
  assert.ok(output);
  const costs = new Map<string, number>();
  for (const [path, { bytesInOutput }] of Object.entries(output.inputs)) {
    const dependency = dependencyOf(path);
    costs.set(dependency, (costs.get(dependency) ?? 0) + bytesInOutput);
  }
  return { size: output.bytes, costs, files: inputsOf(output) };
}

function inputsOf({ inputs }: Metafile['outputs'][string]): string[] {
  return Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : []));
}

/** The package at the top: what it depends on is part of what it costs. */
function dependencyOf(path: string): string {
  const name = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
  if (name === undefined) return path.includes('server/data/') ? 'data' : 'our own code';
  return name;
}

/** The table of the architecture: of each row the kilobytes by the bundle its column names. */
function documented(): Map<string, Map<string, number>> {
  const lines = readFileSync('ARCHITECTURE.md', 'utf8').split('\n');
  const head = lines.findIndex(line => line.startsWith('| KB minified |'));
  assert.ok(head >= 0, 'There is no table of costs');
  const [, ...columns] = cells(lines[head] ?? '');
  const end = lines.findIndex((line, index) => index > head && line === '');
  return new Map(
    lines.slice(head + 2, end).map(line => {
      const [row = '', ...values] = cells(line);
      return [row, new Map(columns.map((column, index) => [column, Number(values[index] || 0)]))];
    }),
  );
}

function cells(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map(cell => cell.trim().replaceAll('`', ''));
}

describe('bundles', function () {
  this.timeout(60_000);

  it('are small where they are loaded from the web', async () => {
    const { size, files } = await measure('server.worker.js');
    assert.ok(size < mostInWorker, `server.worker.js has ${size} bytes of ${mostInWorker}`);
    assert.deepEqual(
      files.filter(path => path.includes('server/data/')),
      [],
      'the worker is handed the built-in data',
    );
  });

  it('cost what the architecture says', async () => {
    const table = documented();
    const problems: string[] = [];
    for (const name of names) {
      const { costs } = await measure(name);
      const known = new Map([...costs].map(([dependency, bytes]) => [dependency, bytes / 1000]));
      for (const row of new Set([...table.keys(), ...known.keys()])) {
        const said = table.get(row)?.get(name) ?? 0;
        const is = known.get(row) ?? 0;
        // Enough to notice a dependency that came, went or doubled, without a word for each line of code.
        const slack = row === 'our own code' ? 0.5 * is : Math.max(2, 0.15 * is);
        if (Math.abs(said - is) > slack) problems.push(`${name}: ${row} has ${Math.round(is)} KB, not ${said}`);
      }
    }
    assert.deepEqual(problems, []);
  });
});
