import { randomBytes } from 'node:crypto';
import { access, constants, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileError } from './errors';

/**
 * Replaces a file's content whole or not at all: the text goes to a new file beside it, which then takes its place and
 * has its permissions. Behind a symbolic link the file it leads to is replaced.
 *
 * @throws {FileError} if the file or its folder may not be written
 */
export async function replaceFile(file: string, content: string, shownPath: string): Promise<void> {
  try {
    const target = await realpath(file);
    await access(target, constants.W_OK);
    const { mode } = await stat(target);
    const temporary = join(dirname(target), `.letters-${randomBytes(6).toString('hex')}.tmp`);
    try {
      await writeNew(temporary, content, mode);
      await rename(temporary, target);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  } catch (error) {
    throw fileError(shownPath, error);
  }
}

async function writeNew(file: string, content: string, mode: number): Promise<void> {
  const handle = await open(file, 'wx', mode);
  try {
    await handle.writeFile(content, 'utf8');
    // The mode given on opening is narrowed by the process's mask.
    await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
