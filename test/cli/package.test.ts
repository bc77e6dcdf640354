import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { type BuildOptions, build } from 'esbuild';

/** Bytes; so that it can be installed over a slow line in a moment. */
const mostBytes = 6_000_000;

/** All that the package may hold. */
const expected: readonly RegExp[] = [
  /^package\.json$/,
  /^package\.nls(\.es)?\.json$/,
  /^l10n\/bundle\.l10n(\.es)?\.json$/,
  /^(README|CHANGELOG|SECURITY|THIRD-PARTY-NOTICES)\.md$/,
  /^LICENSE$/,
  /^language-configuration\.json$/,
  /^dist\/(cli|convert|convert\.worker|extension|extension\.web|preview|server|server\.worker)\.js$/,
  /^dist\/entry\/worker\.js$/,
  /^dist\/built-in\.json$/,
  /^dist\/fonts\/(sans|serif)-(regular|italic|bold|boldItalic)\.ttf$/,
  /^dist\/fonts\/(sans|serif)-licence\.txt$/,
  /^snippets\/[\w-]+\.code-snippets$/,
  /^syntaxes\/letter\.tmLanguage\.json$/,
  /^server\/data\/schemas\/\w+\.schema\.json$/,
  /^docs\/rules\/[\w-]+\.md$/,
  /^docs\/(command|editors)\.md$/,
  /^docs\/images\/[\w-]+\.png$/,
  /^client\/media\/icon(-file-dark|-file-light|-view)?\.(svg|png)$/,
  /^client\/media\/preview\.css$/,
  /^client\/media\/walkthrough\/\w+\.svg$/,
];

/** What others put beside the sources, and nothing is packed of. */
const passedOver = new Set(['.build', '.cache', '.git', 'node_modules']);

interface Scripts {
  readonly bundles: Readonly<Record<string, unknown>>;
  bundleOptions(name: string, how: { production: boolean }): BuildOptions;
  copyFonts(dist: string): void;
  readonly packing: { readonly dependencies: boolean };
  setPackingTime(): void;
  shippedPackages(): readonly { readonly path: string }[];
}

async function scripts(): Promise<Scripts> {
  const modules = ['bundles', 'fonts', 'packing', 'shipped'].map(
    name => import(pathToFileURL(resolve(`scripts/lib/${name}.mjs`)).href),
  );
  return Object.assign({}, ...(await Promise.all(modules)));
}

describe('the package', function () {
  this.timeout(120_000);
  const folders: string[] = [];
  after(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** A copy of what is packed, its bundles built there. Resolves to the packages that are in them. */
  async function stage(folder: string): Promise<Set<string>> {
    const { bundles, bundleOptions, copyFonts } = await scripts();
    for (const file of await files()) {
      if (file.startsWith('dist/')) continue;
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      copyFileSync(file, join(folder, file));
    }
    copyFileSync('.vscodeignore', join(folder, '.vscodeignore'));
    const inputs = await Promise.all(
      Object.keys(bundles).map(async name => {
        const options = { ...bundleOptions(name, { production: true }), outfile: join(folder, 'dist', name) };
        const { metafile } = await build({ ...options, metafile: true, logLevel: 'silent' });
        return Object.values(metafile.outputs).flatMap(output => Object.entries(output.inputs));
      }),
    );
    copyFonts(join(folder, 'dist'));
    const packages = inputs.flat().flatMap(([path, { bytesInOutput }]) => {
      const found = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path);
      return found && bytesInOutput > 0 ? [found[0]] : [];
    });
    return new Set(packages);
  }

  let listed: Promise<string[]> | undefined;
  /** What is packed, without dependencies: all that is needed of them is in the bundles. */
  async function files(): Promise<string[]> {
    listed ??= listFiles({ cwd: copyToList(), packageManager: PackageManager.None });
    return (await listed).map(path => path.replaceAll('\\', '/')).sort();
  }

  /** The packer looks at all that stands in a folder, which takes long where an editor is installed: a copy without such. */
  function copyToList(): string {
    const copy = temporary('letters-');
    for (const name of readdirSync('.')) {
      if (!passedOver.has(name)) cpSync(name, join(copy, name), { recursive: true });
    }
    return copy;
  }

  function temporary(name: string): string {
    const folder = mkdtempSync(join(tmpdir(), name));
    folders.push(folder);
    return folder;
  }

  it('holds nothing that is not needed', async () => {
    const packed = await files();
    assert.deepEqual(
      packed.filter(path => !expected.some(each => each.test(path))),
      [],
    );
    assert.deepEqual(expected.filter(each => !packed.some(path => each.test(path))).map(String), []);
  });

  it('has the pictures that its first page shows, and no others', async () => {
    const shown = readFileSync('README.md', 'utf8').match(/docs\/images\/[\w-]+\.png/g) ?? [];
    assert.ok(shown.length > 0);
    const pictures = (await files()).filter(path => path.startsWith('docs/images/'));
    assert.deepEqual(pictures, [...new Set(shown)].sort());
  });

  it('is the same, byte for byte, wherever and whenever it is made, small, and names no place of that machine', async () => {
    const { packing, setPackingTime, shippedPackages } = await scripts();
    const { SOURCE_DATE_EPOCH, TZ } = process.env;
    const first = temporary('letters-');
    const second = temporary('another-folder-of-another-length-');
    const inBundles = await stage(first);
    await stage(second);
    const log = console.log;
    try {
      // What the packer says of its work.
      console.log = () => {};
      setPackingTime();
      const made = [first, second].map(async cwd => {
        await createVSIX({ ...packing, cwd, packagePath: join(cwd, 'made.vsix') });
        return hashOf(join(cwd, 'made.vsix'));
      });
      const [one, other] = await Promise.all(made);
      assert.deepEqual(hashesIn(join(first, 'dist')), hashesIn(join(second, 'dist')));
      assert.equal(one, other);
    } finally {
      console.log = log;
      restore({ SOURCE_DATE_EPOCH, TZ });
    }
    for (const folder of [first, second]) assertNamesNoPlace(join(folder, 'dist'), [process.cwd(), folder]);
    const { size } = statSync(join(first, 'made.vsix'));
    assert.ok(size < mostBytes, `${size} bytes of ${mostBytes}`);

    // Their texts are shipped with what is in the bundles, no more and no less.
    const named = shippedPackages().map(({ path }) => path);
    const beside = ['node_modules/@expo-google-fonts/arimo', 'node_modules/@expo-google-fonts/tinos'];
    // The published file of docx has it inside.
    const inlined = ['node_modules/nanoid'];
    assert.deepEqual([...inBundles, ...beside, ...inlined].sort(), [...named].sort());
  });
});

function assertNamesNoPlace(folder: string, places: readonly string[]): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.js(on)?$/.test(name)) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    for (const place of places) assert.ok(!text.includes(place), `${name} names ${place}`);
    assert.doesNotMatch(text, /sourceMappingURL=(?!data:)/, name);
  }
}

function hashesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map(file => `${file.slice(folder.length)} ${hashOf(file)}`)
    .sort();
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function restore(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}
