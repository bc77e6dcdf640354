import { access, constants, realpath, rename, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileError } from './errors';
import { writeWhole } from './output/writeWhole';

/**
 * Replaces a file's content whole or not at all: it goes to a new file beside it, which then takes its place and has its
 * permissions. Behind a symbolic link the file it leads to is replaced.
 *
 * @throws {FileError} if the file or its folder may not be written
 */
export async function replaceFile(file: string, content: string | Uint8Array, shownPath: string): Promise<void> {
  try {
    const target = await realpath(file);
    await access(target, constants.W_OK);
    const { mode } = await stat(target);
    await writeWhole(dirname(target), content, mode, temporary => rename(temporary, target));
  } catch (error) {
    throw fileError(shownPath, error);
  }
}
