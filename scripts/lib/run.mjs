import { spawn } from 'node:child_process';
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

/** @param {string} title */
export function announce(title) {
  console.log(`\n> ${title}`);
}

/**
 * The first of these programs that is on the PATH, as an absolute path.
 *
 * @param {readonly string[]} names
 * @param {(path: string) => boolean} isProgram
 */
export function findOnPath(names, isProgram) {
  const suffixes = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(folder => folder !== '');
  const candidates = names.flatMap(name =>
    folders.flatMap(folder => suffixes.map(suffix => join(folder, name + suffix))),
  );
  return candidates.find(isProgram);
}
