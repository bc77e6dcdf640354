import { randomBytes } from 'node:crypto';
import { close, fchmod, fsync, openSync, writeFile } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { holdFile, releaseFile } from './interruption';

/**
 * Writes a new file into a folder under a name of its own, gives it to `place`, which moves it to where it belongs, and
 * leaves nothing behind where either fails or the run is interrupted.
 *
 * @param mode the permissions it is to have; null for those of any new file
 * @throws the file system's error
 */
export async function writeWhole(
  folder: string,
  content: string | Uint8Array,
  mode: number | null,
  place: (temporary: string) => Promise<void>,
): Promise<void> {
  const temporary = join(folder, `.letters-${randomBytes(6).toString('hex')}.tmp`);
  holdFile(temporary);
  try {
    // At once: a file that is created while the run is being ended could be missed.
    await fill(openSync(temporary, 'wx', mode ?? 0o666), content, mode);
    await place(temporary);
  } finally {
    await rm(temporary, { force: true });
    releaseFile(temporary);
  }
}

async function fill(handle: number, content: string | Uint8Array, mode: number | null): Promise<void> {
  try {
    await promisify(writeFile)(handle, content);
    // The mode given on opening is narrowed by the process's mask.
    if (mode !== null) await promisify(fchmod)(handle, mode);
    await promisify(fsync)(handle);
  } finally {
    await promisify(close)(handle);
  }
}
