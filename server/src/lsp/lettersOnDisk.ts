import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Folders that hold what programs made. */
const leftOut = new Set(['node_modules', '.git']);
/** Deeper folders, and more of them, nobody keeps letters in. */
const deepest = 30;
const mostFolders = 20_000;

/** The letters of a folder and the folders below it, at most `most`. Links are not followed. */
export async function lettersOnDisk(folder: string, most: number): Promise<readonly string[]> {
  if (!folder.startsWith('file:')) return [];
  const found: string[] = [];
  const waiting = [{ path: fileURLToPath(folder), depth: 0 }];
  for (let visited = 0; visited < mostFolders && found.length < most; visited++) {
    const next = waiting.shift();
    if (!next) break;
    const entries = await readdir(next.path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const path = join(next.path, entry.name);
      if (entry.isFile() && entry.name.endsWith('.letter')) found.push(pathToFileURL(path).href);
      const isOpened = entry.isDirectory() && !leftOut.has(entry.name) && next.depth < deepest;
      if (isOpened) waiting.push({ path, depth: next.depth + 1 });
    }
  }
  return found.slice(0, most);
}
