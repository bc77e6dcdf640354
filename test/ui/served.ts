import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

/** The editor as `npm start` serves it, once for all tests. */
interface Served {
  /** The address with a token and the folder and letter that it was started with. */
  readonly url: string;
  readonly child: ChildProcess;
}

const startTimeout = 120_000;
/** What the editor is started with: each test opens a folder of its own. */
const first = { folder: resolve('examples'), letter: 'problems.letter' };

let starting: Promise<Served> | null = null;

/** Ends it, if it was started: when the last window is closed. */
export async function stopServing(): Promise<void> {
  if (starting) await stop((await starting).child);
}

/**
 * The address at which the editor opens a letter, itself started when the first one asks: with the extension as it was
 * built last, or the packed one that `VSIX` names.
 *
 * @param folder absolute path
 * @param letter name of a file in it
 * @throws {Error} with what the script said if no address comes
 */
export async function addressOf(folder: string, letter: string): Promise<string> {
  starting ??= start();
  const url = new URL((await starting).url);
  const path = (at: string, name: string) => pathToFileURL(join(at, name)).pathname;
  const payload = url.searchParams.get('payload') ?? '';
  url.searchParams.set('payload', payload.replace(path(first.folder, first.letter), path(folder, letter)));
  url.searchParams.set('folder', decodeURIComponent(pathToFileURL(folder).pathname));
  return url.href;
}

async function start(): Promise<Served> {
  const { VSIX: vsix } = process.env;
  const { folder, letter } = first;
  const args = ['--served', '--no-open', '--no-build', '--folder', folder, '--letter', letter];
  if (vsix !== undefined) args.push('--vsix', vsix);
  const child = spawn(process.execPath, ['scripts/start.mjs', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  try {
    return { url: await readAddress(child), child };
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
