// Starts and ends the served VS Code.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess, Failure, run } from '../../scripts/lib/run.mjs';

/** How long VS Code may take until it listens. */
const startTimeout = 60_000;

/** Built-in extensions that ask for accounts, repositories or the network. */
const skippedExtensions = [
  'GitHub.copilot-chat',
  'vscode.git',
  'vscode.git-base',
  'vscode.github',
  'vscode.github-authentication',
  'vscode.microsoft-authentication',
  'vscode.tunnel-forwarding',
];

/** A quiet editor that writes nothing by itself. */
const settings = {
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'files.autoSave': 'off',
  'git.enabled': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
};

/**
 * @typedef {object} Profile the folders VS Code writes into
 * @property {string} user
 * @property {string} extensions
 */

/**
 * Makes an empty profile in a temporary folder, with the settings above.
 *
 * @param {Readonly<Record<string, unknown>>} [others] settings besides
 * @returns {Promise<Profile & { folder: string, remove: () => Promise<void> }>}
 */
export async function createProfile(others = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'letters-vscode-'));
  const profile = { user: join(folder, 'user'), extensions: join(folder, 'extensions') };
  await mkdir(profile.extensions);
  await mkdir(join(profile.user, 'User'), { recursive: true });
  await writeFile(join(profile.user, 'User/settings.json'), JSON.stringify({ ...settings, ...others }, undefined, 2));
  return { ...profile, folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * Installs a packed extension.
 *
 * @param {import('./install.mjs').ServedVSCode} vscode
 * @param {Profile} profile
 * @param {string} vsix
 */
export async function installPackage(vscode, profile, vsix) {
  const args = [...foldersOf(profile), '--accept-server-license-terms', '--install-extension', vsix];
  const code = await run(vscode.node, [vscode.main, ...args]);
  if (code !== 0) throw new Failure(`${vsix} could not be installed.`);
}

/** @param {Profile} profile */
function foldersOf({ user, extensions }) {
  return ['--user-data-dir', user, '--extensions-dir', extensions, '--server-data-dir', join(user, 'server')];
}

/**
 * Starts VS Code's server on the loopback address.
 *
 * @param {import('./install.mjs').ServedVSCode} vscode
 * @param {Profile} profile
 * @param {{ port?: number, token?: string }} [options] a free port and no token unless given
 * @returns {Promise<{ port: number, log: () => string, ended: Promise<void>, stop: () => Promise<void> }>}
 * @throws {Error} with the server's log if it does not come up
 */
export async function startServer(vscode, profile, { port = 0, token } = {}) {
  const args = [
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ...foldersOf(profile),
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
  ];
  const child = spawn(vscode.node, [vscode.main, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own process group, so that the extension hosts and language servers below it end with it.
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      EXTENSIONS_GALLERY: '{}',
      VSCODE_SKIP_BUILTIN_EXTENSIONS: skippedExtensions.join(','),
    },
  });
  let log = '';
  /** @type {Promise<void>} */
  const ended = new Promise(resolve => {
    child.once('error', error => {
      log += error.message;
      resolve();
    });
    child.once('exit', () => resolve());
  });
  /** @type {Promise<number>} */
  const listening = new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`VS Code does not come up:\n${log}`)), startTimeout);
    /** @param {Buffer} data */
    const read = data => {
      log += data.toString();
      const found = /Extension host agent listening on (\d+)/.exec(log);
      if (found === null) return;
      clearTimeout(timer);
      resolve(Number(found[1]));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    ended.then(() => {
      clearTimeout(timer);
      reject(new Error(`VS Code ended at its start:\n${log}`));
    });
  });
  const stop = () => endProcess(child);
  try {
    return { port: await listening, log: () => log, ended, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
