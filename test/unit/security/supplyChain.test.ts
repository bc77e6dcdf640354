import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

interface Shipped {
  readonly path: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

/** Of what is shipped: each lets it be used, changed and passed on with its text. */
const allowed = new Set(['MIT', 'ISC', 'Apache-2.0', 'BlueOak-1.0.0', 'OFL-1.1']);

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

async function shippedPackages(): Promise<readonly Shipped[]> {
  const script: { shippedPackages(): readonly Shipped[] } = await import(
    pathToFileURL(resolve('scripts/lib/shipped.mjs')).href
  );
  return script.shippedPackages();
}

function lockOf(folder: string): [path: string, Locked][] {
  const { packages } = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(packages).filter(([path]) => path !== '');
}

describe('what others wrote', () => {
  for (const folder of ['.', 'test/vscode']) {
    it(`is locked by its content, wherever it is fetched from (${folder})`, () => {
      const locked = lockOf(folder);
      assert.ok(locked.length > 0);
      const open = locked.filter(([, { integrity = '', link }]) => !integrity.startsWith('sha512-') || link);
      const bound = locked.filter(([, { resolved }]) => resolved !== undefined);
      assert.deepEqual({ open, bound }, { open: [], bound: [] });
    });
  }

  it('is named with its version, to the last digit', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      assert.match(version, /^\d+\.\d+\.\d+(?:-[\w.]+)?$/, name);
    }
  });

  it('has licences that allow to ship it', async () => {
    const shipped = await shippedPackages();
    assert.ok(shipped.length > 20);
    const others = shipped.filter(({ licence }) => !licence.split(' AND ').every(each => allowed.has(each)));
    assert.deepEqual(others, []);
  });

  it('is named with its licence in what is shipped, and as a library of the architecture', async () => {
    const notices = readFileSync('THIRD-PARTY-NOTICES.md', 'utf8');
    for (const { name, version, licence } of await shippedPackages()) {
      assert.ok(notices.includes(`\n| ${name} | ${version} | ${licence} |\n`), name);
      assert.match(notices, new RegExp(`^## .*(?<![\\w/-])${name} ${version.replaceAll('.', '\\.')}`, 'm'), name);
    }
    for (const phrase of ['SIL OPEN FONT LICENSE', 'pdf.js, Copyright Mozilla Foundation', 'Apache License']) {
      assert.ok(notices.includes(phrase), phrase);
    }
  });

  it('is listed with its licence and why it is needed, each library that is asked for', () => {
    const licences = new Map(lockOf('.').map(([path, { license }]) => [path.slice('node_modules/'.length), license]));
    const architecture = readFileSync('ARCHITECTURE.md', 'utf8');
    const rows = architecture.split('\n').filter(line => line.startsWith('| '));
    const missing = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter(name => {
      const row = rows.find(line => cellNames(line).includes(name));
      const licence = (licences.get(name) ?? '').split(' AND ');
      const [, , use = '', reason = ''] = row?.split('|') ?? [];
      return !row || !licence.every(each => row.includes(each)) || use.trim() === '' || reason.trim() === '';
    });
    assert.deepEqual(missing, []);
  });

  it('is listed in a bill of materials, the same each time, that names no place', async () => {
    const file = join('.build', 'test', 'sbom.cdx.json');
    const make = () => {
      const { status, stderr } = spawnSync(process.execPath, ['scripts/sbom.mjs', file], { encoding: 'utf8' });
      assert.equal(status, 0, stderr);
      return readFileSync(file, 'utf8');
    };
    const text = make();
    assert.equal(make(), text);
    const bill = JSON.parse(text);
    assert.deepEqual([bill.bomFormat, bill.specVersion], ['CycloneDX', '1.5']);
    const listed = bill.components.map(
      (each: { name: string; version: string; licenses: object[]; hashes: object[] }) => {
        assert.equal(each.licenses.length, 1, each.name);
        assert.equal(each.hashes.length, 1, each.name);
        return `${each.name} ${each.version}`;
      },
    );
    assert.deepEqual(listed.sort(), (await shippedPackages()).map(({ name, version }) => `${name} ${version}`).sort());
    assert.doesNotMatch(text.replace(/"\$schema": ".*"/, ''), /https?:\/\/(?!github\.com)|node_modules|timestamp/);
    assert.ok(!text.includes(process.cwd()));
  }).timeout(30_000);
});

function cellNames(row: string): string[] {
  return (row.split('|')[1] ?? '').split(/[\s,()]+/);
}
