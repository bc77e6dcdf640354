import { mkdir, readFile, realpath, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileError } from '../errors';
import { writeWhole } from '../output/writeWhole';
import type { FoundProblems } from '../tasks/task';
import { count, say } from '../terminal';
import { nameOf, opened, sealed } from './sealed';

/** What is kept of a letter: all that was found in it, but not its text. */
export type Kept = Pick<FoundProblems, 'problems' | 'decided'>;

/** How a cache begins. A file that begins otherwise is somebody's, and never written. */
const firstLine = 'letters check cache 1';
/** More letters are not kept; those that were not asked for the longest go first. */
const mostEntries = 50_000;
/** For the user alone, whoever else uses the machine. */
const mode = 0o600;

/** What earlier runs found, by keys (see `cacheKey`): in one file, which is read when a run begins and written at its end. */
export class CheckCache {
  /** Sealed, by name: those of this run last. */
  private readonly entries: Map<string, string>;
  private hasChanged = false;

  private constructor(
    private readonly file: string,
    private readonly canBeWritten: boolean,
    entries: Iterable<[string, string]>,
  ) {
    this.entries = new Map(entries);
  }

  /** What cannot be read of it is said, and counts as not kept. */
  static async open(file: string): Promise<CheckCache> {
    let text: string;
    try {
      text = await readFile(file, 'utf8');
    } catch (error) {
      const { code, reason } = fileError(file, error);
      const isNew = code === 'ENOENT';
      if (!isNew) say(`${file}: ${reason} Nothing is kept.`);
      return new CheckCache(file, isNew, []);
    }
    if (text === '') return new CheckCache(file, true, []);
    const [first, ...lines] = text.split('\n');
    if (first !== firstLine) {
      say(`${file}: This is no cache of letters check. It is left as it is, and nothing is kept.`);
      return new CheckCache(file, false, []);
    }
    const entries = lines.map(line => /^([\w-]{43}) ([\w-]+)$/.exec(line));
    const damaged = entries.filter((entry, at) => entry === null && lines[at] !== '').length;
    if (damaged > 0) say(`${file}: ${count(damaged, 'line')} of the cache cannot be read: those letters are checked.`);
    return new CheckCache(
      file,
      true,
      entries.flatMap(entry => (entry ? [[entry[1] as string, entry[2] as string]] : [])),
    );
  }

  get(key: string): Kept | null {
    const name = nameOf(key);
    const entry = this.entries.get(name);
    const kept = entry === undefined ? null : (opened(entry, key) as Kept | null);
    if (entry !== undefined) {
      this.entries.delete(name);
      // What cannot be opened is found anew.
      if (kept) this.entries.set(name, entry);
    }
    return kept;
  }

  put(key: string, { problems, decided }: Kept): void {
    const name = nameOf(key);
    this.entries.delete(name);
    this.entries.set(name, sealed({ problems, decided }, key));
    this.hasChanged = true;
  }

  /** Writes the file, whole or not at all. That it cannot be written is said: the run itself has not failed. */
  async save(): Promise<void> {
    if (!this.hasChanged || !this.canBeWritten) return;
    const entries = [...this.entries].slice(-mostEntries);
    const content = [firstLine, ...entries.map(entry => entry.join(' '))].join('\n');
    try {
      // Behind a symbolic link the file it leads to is replaced.
      const target = await realpath(this.file).catch(() => this.file);
      await mkdir(dirname(target), { recursive: true });
      await writeWhole(dirname(target), `${content}\n`, mode, temporary => rename(temporary, target));
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException;
      say(`${this.file}: The cache could not be written (${code}). The next run checks all letters again.`);
    }
  }
}
