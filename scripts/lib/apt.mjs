import { announce, findOnPath, run } from './run.mjs';

/**
 * Installs packages of Debian where this user may. What is missing afterwards is said by the caller, with the command to
 * run.
 *
 * @param {string} title what they are, for the reader of the log
 * @param {string[]} packages
 */
export async function installWithApt(title, packages) {
  const mayInstall = process.getuid?.() === 0 && findOnPath(['apt-get']) !== undefined;
  if (!mayInstall) return;
  announce(`install ${title}`);
  /** @type {import('node:child_process').SpawnOptions} */
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'inherit', 'inherit'],
  };
  for (const args of [
    ['update', '--quiet=2'],
    ['install', '--yes', '--quiet=2', '--no-install-recommends', ...packages],
  ]) {
    const code = await run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], options);
    if (code !== 0) return;
  }
}
