import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { announce, Failure, runNpm } from './run.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 */

/**
 * @param {string} path
 * @returns {Record<string, LockedPackage>}
 */
function readLock(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** @param {LockedPackage} locked */
function isOptionalHere(locked) {
  const forThisMachine =
    locked.os?.includes(process.platform) && locked.cpu?.includes(process.arch) && locked.libc === undefined;
  return locked.optional === true && !forThisMachine;
}

/** True when node_modules holds what package-lock.json says: compared by content, since a checkout changes every time stamp. */
function isInstalled() {
  const installedLock = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedLock)) return false;
  const installed = readLock(installedLock);
  return Object.entries(readLock(join(root, 'package-lock.json'))).every(([path, locked]) => {
    const found = installed[path];
    if (path === '') return true;
    return found === undefined ? isOptionalHere(locked) : found.version === locked.version;
  });
}

/**
 * Installs the locked dependencies unless they are there. Needs nothing but Node and npm.
 *
 * @throws {Failure} naming the command to run
 */
export async function ensureDependencies() {
  if (isInstalled()) return;
  announce('install the locked dependencies');
  const code = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']).catch(() => 1);
  if (code !== 0)
    throw new Failure('The dependencies could not be installed. Run this, then try again:\n\n    npm ci\n');
}
