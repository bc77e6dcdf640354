import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { root } from './paths.mjs';

/** A failure with a message meant for the person at the terminal: shown without a stack. */
export class Failure extends Error {}

/**
 * Runs a program to its end, its output going to this terminal.
 *
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 * @throws {Error} when it cannot be started
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd: root, stdio: 'inherit', ...options });
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
}

/**
 * Runs a Node program of this repository to its end.
 *
 * @param {string} script path from the root
 * @param {readonly string[]} [args]
 */
export function runNode(script, args = []) {
  return run(process.execPath, [join(root, script), ...args]);
}

/**
 * Runs npm: the one that started this process, so that no second one has to be on the PATH.
 *
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function runNpm(args, options = {}) {
  const cli = process.env['npm_execpath'];
  if (cli?.endsWith('.js')) return run(process.execPath, [cli, ...args], options);
  return run('npm', args, { shell: process.platform === 'win32', ...options });
}

/**
 * Runs the main function of a script and turns what it throws into a message and an exit code.
 *
 * @param {() => Promise<number | undefined>} main resolves to the exit code, nothing meaning 0
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
}

/** How long a process may take to end when asked, before it is ended by force. */
const graceToEnd = 3000;

/**
 * Ends a process, by its id, and everything below it.
 *
 * @param {import('node:child_process').ChildProcess} child started with `detached` where that makes a process group
 */
export async function endProcess(child) {
  const { pid } = child;
  if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  if (process.platform === 'win32') {
    await run('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  const exited = new Promise(resolve => child.once('exit', resolve));
  signalGroup(pid, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(pid, 'SIGKILL'), graceToEnd);
  await exited;
  clearTimeout(timer);
  // What the process started may outlive it.
  signalGroup(pid, 'SIGKILL');
}

/**
 * @param {number} pid of the group's first process
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nothing of the group is left.
  }
}

/** @param {string} title */
export function announce(title) {
  console.log(`\n> ${title}`);
}

/**
 * The first of these programs that is on the PATH.
 *
 * @param {readonly string[]} names
 * @returns {string | undefined} an absolute path
 */
export function findOnPath(names) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '');
  const files = names.flatMap(name => suffixes.map(suffix => name + suffix));
  return files.flatMap(file => folders.map(folder => join(folder, file))).find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
