import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, root } from './paths.mjs';
import { announce, Failure, runNpm } from './run.mjs';

/**
 * Packages that are no dependency of the project, from a manifest and lock of their own: installed into .cache/ once.
 *
 * @typedef {object} CachedPackages
 * @property {string} name the beginning of their folder's name
 * @property {string} manifest the folder of manifest and lock, from the root
 * @property {string} title what they are and how large, for the reader of the log
 * @property {string} advice what is said where they cannot be installed
 * @property {(staging: string, folder: string) => Promise<void>} [finish] is given where they stand now and will stand
 */

/**
 * Installs the packages unless they are there.
 *
 * @param {CachedPackages} packages
 * @returns {Promise<string>} the folder that has them in its node_modules
 * @throws {Failure} saying what to do
 */
export async function ensureCachedPackages({ name, manifest, title, advice, finish }) {
  const manifestFolder = join(root, manifest);
  const lock = await readFile(join(manifestFolder, 'package-lock.json'));
  const key = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const folder = join(cacheFolder, `${name}-${process.platform}-${process.arch}-${key}`);
  if (existsSync(folder)) return folder;
  announce(`install ${title}`);
  const staging = `${folder}.${process.pid}`;
  await mkdir(staging, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) await cp(join(manifestFolder, file), join(staging, file));
  // Their install scripts may build native code that is not needed, and refuse most versions of Node.
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await runNpm(args, { cwd: staging }).catch(() => 1);
  if (code !== 0) {
    await rm(staging, { recursive: true, force: true });
    throw new Failure(advice);
  }
  await finish?.(staging, folder);
  // Only what is complete has this name.
  await rename(staging, folder);
  return folder;
}
