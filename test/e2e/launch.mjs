// Runs the suites of this folder inside VS Code, once in each extension host, through @vscode/test-electron.
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from '@vscode/test-electron';
import { build } from 'esbuild';
import { globSync } from 'tinyglobby';
import { buildFaultyServers } from '../../scripts/lib/faultyServer.mjs';
import { buildFolder, root } from '../../scripts/lib/paths.mjs';
import { createProfile } from '../vscode/server.mjs';

/** @typedef {import('../../scripts/lib/mocha-layer.mjs').Counts} Counts */
/** @typedef {import('../../scripts/lib/mocha-layer.mjs').Write} Write */

/** As `mark` in harness/reporter.ts. */
const mark = '[letters-e2e] ';
/** The extension under test: as it is shipped, but for a server that has rules of the tests besides. */
const extension = join(buildFolder, 'test', 'extension');
const shipped = [
  'package.json',
  'package.nls.json',
  'package.nls.es.json',
  'language-configuration.json',
  'client/media',
  'dist',
  'docs',
  'l10n',
  'server/data/schemas',
  'snippets',
  'syntaxes',
];
/** What nobody looks at is not drawn: that takes as long as what is tested. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.stickyScroll.enabled': false,
  'window.commandCenter': false,
  'workbench.editor.showTabs': 'none',
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
};
const failure = 'FAIL  ';
const summary = /^(\d+) passed, (\d+) failed, (\d+) skipped$/;

/**
 * The extension and its suites are made once for both hosts.
 *
 * @type {Promise<string> | undefined}
 */
let bundling;

/**
 * @param {'node' | 'web'} host
 * @param {{ grep?: string | undefined, write: Write }} options a pattern that the tests' names match
 * @returns {Promise<Counts>}
 * @throws {Error} if the suites did not run to their end
 */
export async function runEndToEnd(host, { grep, write }) {
  bundling ??= copyExtension().then(() => bundleSuites(grep));
  const bundle = await bundling;
  const profile = await createProfile(settings);
  const workspace = await mkdtemp(join(tmpdir(), 'letters-workspace-'));
  const output = new Output(write);
  try {
    await cp(join(root, 'examples'), workspace, { recursive: true });
    await runTests({
      vscodeExecutablePath: await findExecutable(),
      extensionDevelopmentPath: extension,
      extensionTestsPath: bundle,
      launchArgs: [
        workspace,
        ...(host === 'web' ? ['--extensionDevelopmentKind=web'] : []),
        `--user-data-dir=${profile.user}`,
        `--extensions-dir=${profile.extensions}`,
      ],
      stdout: output,
      stderr: output,
    }).catch(error => {
      // A failure that the summary tells is told there; any other is this one.
      if (!(error instanceof TestRunFailedError) || !output.counts?.failed) throw output.explain(error);
    });
    if (output.counts === undefined) throw output.explain(new Error('VS Code ended without a summary of the tests'));
    const { passed, failed, skipped } = output.counts;
    if (grep === undefined && passed + failed + skipped === 0) throw output.explain(new Error('No test ran'));
    return output.counts;
  } finally {
    await profile.remove();
    await rm(workspace, { recursive: true, force: true });
  }
}

async function copyExtension() {
  await rm(extension, { recursive: true, force: true });
  for (const path of shipped) {
    await cp(join(root, path), join(extension, path), { recursive: true, filter: name => !name.endsWith('.map') });
  }
  await buildFaultyServers(join(extension, 'dist'));
}

/** The desktop VS Code that the environment names, or else the served one. */
async function findExecutable() {
  const { VSCODE_EXECUTABLE: executable, VSCODE_VERSION: version } = process.env;
  if (executable !== undefined) return executable;
  if (version !== undefined) return downloadAndUnzipVSCode(version);
  return join(root, 'test/vscode/code.mjs');
}

/**
 * One bundle for both hosts: it uses no Node module.
 *
 * @param {string | undefined} grep
 */
async function bundleSuites(grep) {
  const folder = join(root, 'test/e2e');
  const files = globSync('*.test.ts', { cwd: folder, absolute: true }).sort();
  if (files.length === 0) throw new Error('test/e2e holds no *.test.ts');
  const outfile = join(extension, 'test', 'e2e.js');
  const load = `() => { ${files.map(file => `require(${JSON.stringify(file)});`).join(' ')} }`;
  const run = `() => runSuites(${load}, ${JSON.stringify(grep)})`;
  await build({
    stdin: {
      contents: `import { runSuites } from './harness/run';\nexport const run = ${run};`,
      resolveDir: folder,
    },
    absWorkingDir: root,
    bundle: true,
    outfile,
    platform: 'browser',
    format: 'cjs',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
    plugins: [mochaAsGlobal],
  });
  return outfile;
}

/**
 * Hides the bundle's own `module` from mocha's browser build, which would put itself in the place of our exports.
 *
 * @type {import('esbuild').Plugin}
 */
const mochaAsGlobal = {
  name: 'mocha-as-global',
  setup({ onLoad }) {
    onLoad({ filter: /node_modules[\\/]mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `((module, exports) => {${await readFile(path, 'utf8')}\n})();`,
    }));
  },
};

/** Shows the lines of the report as they come, and keeps all others for the case of a failure. */
class Output extends Writable {
  /** @type {Counts | undefined} */
  counts;
  #rest = '';
  #other = '';
  /** @type {string[]} */
  #failures = [];
  #write;

  /** @param {Write} write */
  constructor(write) {
    super();
    this.#write = write;
  }

  /**
   * @override
   * @param {Buffer} chunk
   * @param {string} _encoding
   * @param {() => void} done
   */
  _write(chunk, _encoding, done) {
    const lines = (this.#rest + chunk.toString()).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#read(line);
    done();
  }

  /** @param {string} line */
  #read(line) {
    const at = line.indexOf(mark);
    if (at < 0) {
      // VS Code misses native packages that it can do without, and tells so with long stacks of its own.
      if (!/^\s+at .*(extensionHostProcess\.js|node:internal)/.test(line)) this.#other += `${line}\n`;
      return;
    }
    const text = line.slice(at + mark.length);
    const found = summary.exec(text);
    if (text.startsWith(failure)) this.#failures.push(text.slice(failure.length));
    if (found === null) this.#write(`  ${text}\n`);
    else {
      const [passed, failed, skipped] = found.slice(1).map(Number);
      this.counts = { passed: passed ?? 0, failed: failed ?? 0, skipped: skipped ?? 0, failures: this.#failures };
    }
  }

  /** @param {Error} error */
  explain(error) {
    return new Error(`${error.message}\n${this.#other}${this.#rest}`);
  }
}
