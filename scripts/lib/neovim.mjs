import { installWithApt } from './apt.mjs';
import { findOnPath } from './run.mjs';

function findNeovim() {
  return process.env['NEOVIM'] || findOnPath(['nvim']);
}

/**
 * Finds Neovim, or installs it where this user may.
 *
 * @returns {Promise<string | undefined>} the path of its executable; without it, the tests of other editors are skipped
 */
export async function ensureNeovim() {
  const found = findNeovim();
  if (found !== undefined) return found;
  await installWithApt('Neovim', ['neovim']);
  return findNeovim();
}
