import { link, lstat, mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { FileError } from '../errors';
import { replaceFile } from '../replaceFile';
import { writeWhole } from './writeWhole';

const standsThere = 'There is such a file already. Add --overwrite to replace it, or name another place with -o.';

/**
 * Makes a file and the folders it is in, whole or not at all.
 *
 * @throws {FileError} if it is there already and may not be replaced, or cannot be written
 */
export async function createFile(
  file: string,
  content: string | Uint8Array,
  shownPath: string,
  mayReplace: boolean,
): Promise<void> {
  try {
    await makeFolder(dirname(file));
    if (mayReplace && (await exists(file))) await replaceFile(file, content, shownPath);
    else await writeWhole(dirname(file), content, null, temporary => moveToFreePlace(temporary, file));
  } catch (error) {
    throw writeError(shownPath, error);
  }
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    // Where a file stands in its way, that is what it is told as.
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'EEXIST' ? Object.assign(new Error(), { code: 'ENOTDIR' }) : error;
  }
}

/**
 * Tells before it is made that a file cannot be.
 *
 * @throws {FileError} if it is there already and may not be replaced
 */
export async function checkFree(file: string, shownPath: string, mayReplace: boolean): Promise<void> {
  if (!mayReplace && (await exists(file))) throw new FileError(shownPath, standsThere, 'EEXIST');
}

async function exists(file: string): Promise<boolean> {
  return lstat(file).then(
    () => true,
    () => false,
  );
}

/** A link fails where there is a file, also one that came meanwhile. Some file systems know no links. */
async function moveToFreePlace(temporary: string, file: string): Promise<void> {
  try {
    await link(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || (await exists(file))) throw error;
    await rename(temporary, file);
  }
}

const reasons: Readonly<Record<string, string>> = {
  EEXIST: standsThere,
  EACCES: 'It may not be written. Check the permissions of its folder, or name another place with -o.',
  EPERM: 'It may not be written. Check the permissions of its folder, or name another place with -o.',
  EROFS: 'It may not be written: the file system is read-only. Name another place with -o.',
  ENOSPC: 'It could not be written: the disk is full. Nothing of it was left there.',
  EDQUOT: 'It could not be written: your share of the disk is full. Nothing of it was left there.',
  ENOTDIR: 'It could not be written: a part of its path is a file, not a folder.',
  EISDIR: 'It could not be written: there is a folder of this name.',
};

function writeError(path: string, error: unknown): FileError {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (typeof code !== 'string') throw error;
  return new FileError(path, reasons[code] ?? `It could not be written (${code}).`, code);
}
