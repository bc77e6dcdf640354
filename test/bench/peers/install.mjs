// Puts what the bench compares with into .cache/: downloaded once, from the manifest and lock beside this file.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder, root } from '../../../scripts/lib/paths.mjs';
import { announce, Failure, runNpm } from '../../../scripts/lib/run.mjs';

const manifestFolder = join(root, 'test/bench/peers');

/**
 * Installs the peers unless they are there.
 *
 * @returns {Promise<string>} the folder that has them in its node_modules
 * @throws {Failure} naming the command to run
 */
export async function ensurePeers() {
  const lock = await readFile(join(manifestFolder, 'package-lock.json'));
  const key = createHash('sha256').update(lock).digest('hex').slice(0, 12);
  const folder = join(cacheFolder, `bench-peers-${process.platform}-${process.arch}-${key}`);
  if (existsSync(folder)) return folder;
  announce('install the peers into .cache/ (130 MB, once)');
  const staging = `${folder}.${process.pid}`;
  await mkdir(staging, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) await cp(join(manifestFolder, file), join(staging, file));
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await runNpm(args, { cwd: staging }).catch(() => 1);
  if (code !== 0) {
    await rm(staging, { recursive: true, force: true });
    throw new Failure(
      'The peers could not be installed. See that this works (it needs the npm registry), or do without them:\n\n' +
        '    npm ci --ignore-scripts --prefix test/bench/peers\n    npm run bench -- --without-peers\n',
    );
  }
  // Only what is complete has this name.
  await rename(staging, folder);
  return folder;
}
