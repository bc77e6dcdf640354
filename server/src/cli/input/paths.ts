import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Arguments } from '../arguments';
import { FileError, fileError } from '../errors';

/** A letter to read. */
export interface Input {
  /** How it is named in the output: relative to the current folder where it is inside, always with forward slashes. */
  readonly path: string;
  /** Absolute path; of standard input, the one that it is taken to have. */
  readonly file: string;
  readonly isStandardInput: boolean;
  /** The folder that was searched for it, or its own where it was named outright: what is made of it stands likewise. */
  readonly base: string;
  /** Whether a folder or pattern was named, which may mean any number of files. */
  readonly isFound: boolean;
}

export interface Inputs {
  /** In the order named, those of a folder or pattern sorted; each file once. */
  readonly inputs: readonly Input[];
  readonly failures: readonly FileError[];
}

/** What a folder means: its files of some kind, at any depth. */
export interface FolderFiles {
  readonly pattern: string;
  /** How they are called where there are none. */
  readonly name: string;
}

const letterFiles: FolderFiles = { pattern: '**/*.letter', name: '*.letter' };
const ignored = ['**/node_modules/**', '**/.git/**'];

/** The path that standard input is taken to have. */
export function stdinName(args: Arguments): string {
  return args.text('stdin-name') ?? 'stdin.letter';
}

/** Finds the files that paths, folders, patterns and `-` (standard input, called `stdinName`) name. */
export async function findInputs(
  paths: readonly string[],
  stdinName: string,
  folderFiles: FolderFiles = letterFiles,
): Promise<Inputs> {
  const inputs = new Map<string, Input>();
  const failures: FileError[] = [];
  for (const path of paths) {
    try {
      for (const input of await inputsOf(path, stdinName, folderFiles)) {
        const key = input.isStandardInput ? '-' : input.file;
        if (!inputs.has(key)) inputs.set(key, input);
      }
    } catch (error) {
      failures.push(fileError(path, error));
    }
  }
  return { inputs: [...inputs.values()], failures };
}

async function inputsOf(path: string, stdinName: string, { pattern, name }: FolderFiles): Promise<Input[]> {
  if (path === '-') return [{ ...named(resolve(stdinName)), isStandardInput: true }];
  const kind = await kindOf(path);
  if (kind === 'file') return [named(resolve(path))];
  if (kind === 'folder') {
    const files = await search(pattern, resolve(path), resolve(path));
    if (files.length === 0) throw new FileError(path, `There is no ${name} file in this folder. Name the files.`);
    return files;
  }
  const slashed = sep === '\\' ? path.replaceAll('\\', '/') : path;
  const files = await search(slashed, process.cwd(), resolve(fixedFolder(slashed)));
  if (files.length === 0) throw new FileError(path, 'No file matches this pattern. Check its spelling.');
  return files;
}

/** The folders at the start of a pattern that it names outright. */
function fixedFolder(pattern: string): string {
  const names = pattern.split('/').slice(0, -1);
  const first = names.findIndex(name => isDynamicPattern(name));
  const fixed = (first < 0 ? names : names.slice(0, first)).join('/');
  return fixed === '' && pattern.startsWith('/') ? '/' : fixed;
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

async function search(pattern: string, folder: string, base: string): Promise<Input[]> {
  const options = { cwd: folder, absolute: true, ignore: ignored, followSymbolicLinks: false };
  const found = await glob(pattern, { ...options, caseSensitiveMatch: false, expandDirectories: false });
  return found.sort(byCodeUnits).map(file => ({ ...named(resolve(file)), base, isFound: true }));
}

/** The same order on every machine, whatever its language. */
function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function named(file: string): Input {
  return { path: shown(file), file, isStandardInput: false, base: dirname(file), isFound: false };
}

/** How an absolute path is shown. */
export function shown(file: string): string {
  const fromHere = relative(process.cwd(), file);
  const isInside = fromHere !== '' && !isAbsolute(fromHere) && fromHere !== '..' && !fromHere.startsWith(`..${sep}`);
  const path = isInside ? fromHere : file;
  return sep === '\\' ? path.replaceAll('\\', '/') : path;
}
