// Opens the editor with the example letters: a desktop VS Code where there is one, else VS Code in the browser.
//   node scripts/start.mjs [--served] [--port N] [--no-open] [--no-build] [--folder DIR] [--letter NAME] [--vsix FILE]
// A packed extension, FILE, is installed in the place of this repository; with --no-build what was built last is run.
// Installs what is missing. Served, it prints the address alone on a line and stays until Ctrl-C.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureServedVSCode } from '../test/vscode/install.mjs';
import { createProfile, installPackage, startServer } from '../test/vscode/server.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { root } from './lib/paths.mjs';
import { announce, Failure, findOnPath, run, runMain, runNode } from './lib/run.mjs';

const isLinux = process.platform !== 'win32' && process.platform !== 'darwin';
const hasDisplay = !isLinux || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

runMain(async () => {
  const { values } = parseArgs({
    options: {
      served: { type: 'boolean', default: false },
      port: { type: 'string', default: '0' },
      'no-open': { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      folder: { type: 'string', default: join(root, 'examples') },
      letter: { type: 'string', default: 'problems.letter' },
      vsix: { type: 'string' },
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Failure(`${values.port} is no port`);
  const folder = resolve(values.folder);
  const letter = join(folder, values.letter);
  if (!existsSync(letter)) throw new Failure(`There is no letter ${letter}`);

  await ensureDependencies();
  if (!values['no-build']) {
    announce('build');
    if ((await runNode('scripts/build.mjs')) !== 0) throw new Failure('The extension could not be built.');
  }

  const desktop = values.served ? undefined : findDesktop();
  if (desktop === undefined) await serve(folder, letter, { port, open: !values['no-open'], vsix: values.vsix });
  else await openDesktop(desktop, folder, letter);
});

/** The desktop VS Code, if it can open a window from here. */
function findDesktop() {
  // In a terminal of a remote window, `code` is a command that opens files in that window and takes no extension.
  if (!hasDisplay || process.env['VSCODE_IPC_HOOK_CLI'] !== undefined) return undefined;
  return findOnPath(['code']);
}

/**
 * @param {string} desktop
 * @param {string} folder
 * @param {string} letter
 */
async function openDesktop(desktop, folder, letter) {
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder, letter];
  const isScript = desktop.endsWith('.cmd');
  // A Windows script runs only in a shell, which takes the arguments as one text.
  const code = isScript
    ? await run(
        `"${desktop}"`,
        args.map(arg => `"${arg}"`),
        { shell: true },
      )
    : await run(desktop, args);
  if (code !== 0) throw new Failure(`${desktop} ended with exit code ${code}. Without it: npm start -- --served`);
  console.log(`${letter} is open in VS Code.`);
}

/**
 * Serves VS Code until it is told to end.
 *
 * @param {string} folder
 * @param {string} letter
 * @param {{ port: number, open: boolean, vsix: string | undefined }} options
 */
async function serve(folder, letter, { port, open, vsix }) {
  const vscode = await ensureServedVSCode();
  const ended = toldToEnd();
  const profile = await createProfile();
  try {
    if (vsix === undefined) await linkExtension(profile.extensions);
    else await installPackage(vscode, profile, vsix);
    const token = randomBytes(16).toString('hex');
    const server = await startServer(vscode, profile, { port, token });
    try {
      const url = addressOf(server.port, token, folder, letter);
      console.log(
        `\n${letter} is open in VS Code at this address, which is for you alone:\n\n${url}\n\nCtrl-C ends it.`,
      );
      if (open && hasDisplay && process.env['CI'] === undefined) openBrowser(url);
      const isEndedByItself = await Promise.race([ended, server.ended.then(() => true)]);
      if (isEndedByItself) throw new Failure(`VS Code ended:\n${server.log()}`);
    } finally {
      await server.stop();
    }
  } finally {
    await profile.remove();
  }
}

/**
 * Resolves when the user ends the program, or ends npm, which started it and may not pass the signal on.
 *
 * @returns {Promise<void>}
 */
function toldToEnd() {
  return new Promise(end => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.once(signal, () => end());
    const parent = process.ppid;
    const startedByNpm = process.env['npm_lifecycle_event'] !== undefined;
    if (startedByNpm) setInterval(() => process.ppid !== parent && end(), 500).unref();
  });
}

/**
 * Installs this repository as an extension: a link, so that a new build is there after a reload.
 *
 * @param {string} extensions
 */
async function linkExtension(extensions) {
  const { publisher, name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await symlink(root, join(extensions, `${publisher}.${name}-${version}`), 'junction');
}

/**
 * @param {number} port
 * @param {string} token
 * @param {string} folder
 * @param {string} letter
 */
function addressOf(port, token, folder, letter) {
  const url = new URL(`http://127.0.0.1:${port}/`);
  url.searchParams.set('folder', decodeURIComponent(pathToFileURL(folder).pathname));
  url.searchParams.set('tkn', token);
  const file = `vscode-remote://${url.host}${pathToFileURL(letter).pathname}`;
  url.searchParams.set('payload', JSON.stringify([['openFile', file]]));
  return url.href;
}

/**
 * A browser that does not open is no failure: the address is on the screen.
 *
 * @param {string} url
 */
function openBrowser(url) {
  const [command, ...args] = browserCommand();
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => {});
  child.unref();
}

/** @returns {[string, ...string[]]} */
function browserCommand() {
  if (process.platform === 'darwin') return ['open'];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  return ['xdg-open'];
}
