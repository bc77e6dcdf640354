import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** The editor as `npm start` serves it. */
export interface Served {
  /** The address with the folder, the token and the letter to open. */
  readonly url: string;
  stop(): Promise<void>;
}

const startTimeout = 120_000;

/**
 * Starts the editor on a folder, with the extension built here or the packed one that `VSIX` names.
 *
 * @param folder absolute path
 * @param letter name of a file in it, opened at the start
 * @throws {Error} with what the script said if no address comes
 */
export async function serve(folder: string, letter: string): Promise<Served> {
  const { VSIX: vsix } = process.env;
  const args = ['--served', '--no-open', '--folder', folder, '--letter', letter];
  if (vsix !== undefined) args.push('--vsix', vsix);
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    return { url: await readAddress(child), stop: () => stop(child) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

/** The address stands alone on a line. */
function readAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (reason: string) => reject(new Error(`${reason}:\n${said}`));
    const timer = setTimeout(() => fail('The editor gave no address in time'), startTimeout);
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on('line', line => {
        said += `${line}\n`;
        if (!/^http:\S+$/.test(line)) return;
        clearTimeout(timer);
        resolve(line);
      });
    }
    child.once('exit', () => {
      clearTimeout(timer);
      fail('The editor ended without an address');
    });
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}
