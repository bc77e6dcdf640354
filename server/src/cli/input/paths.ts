import { stat } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { FileError, fileError } from '../errors';

/** A letter to read. */
export interface Input {
  /** How it is named in the output: relative to the current folder where it is inside, always with forward slashes. */
  readonly path: string;
  /** Absolute path; of standard input, the one that it is taken to have. */
  readonly file: string;
  readonly isStandardInput: boolean;
}

export interface Inputs {
  /** In the order named, those of a folder or pattern sorted; each file once. */
  readonly inputs: readonly Input[];
  readonly failures: readonly FileError[];
}

const letterPattern = '**/*.letter';
const ignored = ['**/node_modules/**', '**/.git/**'];

/** Finds the letters that paths, folders, patterns and `-` (standard input, called `stdinName`) name. */
export async function findInputs(paths: readonly string[], stdinName: string): Promise<Inputs> {
  const inputs = new Map<string, Input>();
  const failures: FileError[] = [];
  for (const path of paths) {
    try {
      for (const input of await inputsOf(path, stdinName)) {
        const key = input.isStandardInput ? '-' : input.file;
        if (!inputs.has(key)) inputs.set(key, input);
      }
    } catch (error) {
      failures.push(fileError(path, error));
    }
  }
  return { inputs: [...inputs.values()], failures };
}

async function inputsOf(path: string, stdinName: string): Promise<Input[]> {
  if (path === '-') return [{ path: shown(resolve(stdinName)), file: resolve(stdinName), isStandardInput: true }];
  const kind = await kindOf(path);
  if (kind === 'file') return [inputFor(resolve(path))];
  if (kind === 'folder') {
    const files = await search(letterPattern, resolve(path));
    if (files.length === 0) throw new FileError(path, 'There is no *.letter file in this folder. Name the files.');
    return files;
  }
  const files = await search(sep === '\\' ? path.replaceAll('\\', '/') : path, process.cwd());
  if (files.length === 0) throw new FileError(path, 'No file matches this pattern. Check its spelling.');
  return files;
}

/**
 * What stands at the path; a path with the signs of a pattern at which nothing stands is one.
 *
 * @throws the file system's error where nothing stands there
 */
async function kindOf(path: string): Promise<'file' | 'folder' | 'pattern'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && isDynamicPattern(path)) return 'pattern';
    throw error;
  }
}

async function search(pattern: string, folder: string): Promise<Input[]> {
  const options = { cwd: folder, absolute: true, ignore: ignored, followSymbolicLinks: false };
  const found = await glob(pattern, { ...options, caseSensitiveMatch: false, expandDirectories: false });
  return found.sort(byCodeUnits).map(file => inputFor(resolve(file)));
}

/** The same order on every machine, whatever its language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function inputFor(file: string): Input {
  return { path: shown(file), file, isStandardInput: false };
}

/** How an absolute path is shown. */
export function shown(file: string): string {
  const fromHere = relative(process.cwd(), file);
  const isInside = fromHere !== '' && !isAbsolute(fromHere) && fromHere !== '..' && !fromHere.startsWith(`..${sep}`);
  const path = isInside ? fromHere : file;
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
