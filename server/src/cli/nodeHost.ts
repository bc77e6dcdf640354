import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { builtInData } from '../core/builtInData';
import type { Host } from '../core/config/configFiles';
import { standsWithin } from '../lsp/textOnDisk';
import { FileError } from './errors';
import { shown } from './input/paths';
import { readTextFile } from './input/read';

/** Reads configuration files from the disk. */
export class NodeHost implements Host {
  private readonly unreadable: FileError[] = [];

  readonly builtIn = () => Promise.resolve(builtInData);

  async readText(uri: string, within?: readonly string[]): Promise<string | null> {
    const file = fileURLToPath(uri);
    try {
      const found = await stat(file).catch(() => null);
      // What no file or folder is may never end. Where there is none, that is told by the reading.
      if (found && !found.isFile() && !found.isDirectory()) return null;
      if (found && within && !(await standsWithin(uri, within))) return null;
      return (await readTextFile(file, shown(file))).text;
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') this.unreadable.push(error);
      return null;
    }
  }

  /** The files that are there but could not be read since this was last asked. */
  takeUnreadable(): FileError[] {
    return this.unreadable.splice(0);
  }
}
