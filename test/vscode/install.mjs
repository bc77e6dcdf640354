// Puts the served VS Code into .cache/: downloaded once, from the manifest and lock beside this file.
import { existsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import * as nodeModule from 'node:module';
import { join } from 'node:path';
import { ensureCachedPackages } from '../../scripts/lib/cachedPackages.mjs';
import { Failure } from '../../scripts/lib/run.mjs';

/**
 * @typedef {object} ServedVSCode
 * @property {string} node the Node that runs it, an absolute path
 * @property {string} main its server's main file, an absolute path
 */

/**
 * Installs the served VS Code unless it is there.
 *
 * @returns {Promise<ServedVSCode>}
 * @throws {Failure} naming the command to run
 */
export async function ensureServedVSCode() {
  const folder = await ensureCachedPackages({
    name: 'vscode',
    manifest: 'test/vscode',
    title: 'VS Code into .cache/ (143 MB, once)',
    advice:
      'VS Code could not be installed. See that this works (it needs the npm registry), then try again:\n\n' +
      '    npm ci --ignore-scripts --prefix test/vscode\n',
    finish: linkPackages,
  });
  return { node: findNode(folder), main: join(folder, 'node_modules/code-server/lib/vscode/out/server-main.js') };
}

/**
 * VS Code looks for its packages in a folder of its own, and serves static files from that path.
 *
 * @param {string} staging where the folder stands now
 * @param {string} folder where it will stand
 */
async function linkPackages(staging, folder) {
  const link = join(staging, 'node_modules/code-server/lib/vscode/node_modules');
  if (process.platform === 'win32') await symlink(join(folder, 'node_modules'), link, 'junction');
  else await symlink('../../..', link);
}

/**
 * The Node to run VS Code with: this one if it is new enough, else the one installed beside VS Code.
 *
 * @param {string} folder
 */
function findNode(folder) {
  const isNewEnough = 'registerHooks' in nodeModule && typeof WebSocket === 'function';
  if (isNewEnough) return process.execPath;
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const file = process.platform === 'win32' ? 'bin/node.exe' : 'bin/node';
  const installed = join(folder, 'node_modules', `node-${platform}-${process.arch}`, file);
  if (existsSync(installed)) return installed;
  throw new Failure(
    'VS Code needs Node 22.15 or newer, and this is older. Install it from https://nodejs.org/, then try again.',
  );
}
