// Puts what the bench compares with into .cache/: downloaded once, from the manifest and lock beside this file.
import { ensureCachedPackages } from '../../../scripts/lib/cachedPackages.mjs';

/**
 * Installs the peers unless they are there.
 *
 * @returns {Promise<string>} the folder that has them in its node_modules
 * @throws {import('../../../scripts/lib/run.mjs').Failure} naming the command to run
 */
export function ensurePeers() {
  return ensureCachedPackages({
    name: 'bench-peers',
    manifest: 'test/bench/peers',
    title: 'the peers into .cache/ (130 MB, once)',
    advice:
      'The peers could not be installed. See that this works (it needs the npm registry), or do without them:\n\n' +
      '    npm ci --ignore-scripts --prefix test/bench/peers\n    npm run bench -- --without-peers\n',
  });
}
