import { readFile, realpath, stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mostFileBytes } from './messages';

/**
 * The text of a file of this machine, or null if it is none, cannot be read, is larger than anything of ours, or stands in
 * none of the folders `within` when links are followed.
 */
export async function textOnDisk(uri: string, within?: readonly string[]): Promise<string | null> {
  try {
    if (!uri.startsWith('file:') || (within && !(await standsWithin(uri, within)))) return null;
    const path = fileURLToPath(uri);
    const found = await stat(path);
    // A pipe or a device may never end.
    return found.isFile() && found.size <= mostFileBytes ? await readFile(path, 'utf8') : null;
  } catch {
    return null;
  }
}

/** Whether the file that `uri` leads to, over whatever links, stands in one of the folders. False where there is none. */
export async function standsWithin(uri: string, folders: readonly string[]): Promise<boolean> {
  const file = await realPath(uri);
  const real = await Promise.all(folders.map(realPath));
  return file !== null && real.some(folder => folder !== null && isBelow(folder, file));
}

async function realPath(uri: string): Promise<string | null> {
  try {
    return await realpath(fileURLToPath(uri));
  } catch {
    return null;
  }
}

function isBelow(folder: string, file: string): boolean {
  const way = relative(folder, file);
  // On another drive it stays absolute.
  return way !== '..' && !way.startsWith(`..${sep}`) && !/^(?:[a-zA-Z]:|[\\/])/.test(way);
}
