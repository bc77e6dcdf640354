import { statSync } from 'node:fs';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { FileError, UsageError } from '../errors';
import { type Input, shown } from '../input/paths';

/** A file to be made of an input. */
export interface Target<Made extends Input = Input> {
  readonly input: Made;
  /** Absolute; null for standard output. */
  readonly file: string | null;
  /** As shown to the user. */
  readonly path: string;
}

export interface Targets<Made extends Input> {
  readonly targets: readonly Target<Made>[];
  readonly failures: readonly FileError[];
}

const standardOutput = '-';

/**
 * Where what is made of each input goes. Without `out` it stands beside its input. Of one file that was named outright, and
 * nothing else (`isAlone`), `out` is the file, or the folder where there is such a folder or the path ends like one; of
 * several it is a folder, in which the files stand as they do in the folder that was searched.
 *
 * @param ending of the file's name, such as `.pdf`; it replaces that of the input
 * @throws {UsageError} if `out` cannot hold them
 */
export function targetsOf<Made extends Input>(
  inputs: readonly Made[],
  out: string | undefined,
  ending: string,
  isAlone: boolean,
): Targets<Made> {
  const isOne = isAlone && inputs.length === 1 && inputs.every(input => !input.isFound);
  if (out === standardOutput) {
    if (!isOne) throw new UsageError('-o - writes one file to standard output: name one.');
    return { targets: inputs.map(input => ({ input, file: null, path: standardOutput })), failures: [] };
  }
  if (out === undefined && inputs.some(input => input.isStandardInput)) {
    throw new UsageError('Say where to write what is made of standard input: -o FILE, or -o - for standard output.');
  }
  const kind = out === undefined ? 'none' : kindOf(out);
  if (out !== undefined && !isOne && kind === 'file') {
    throw new UsageError(`-o ${out} is a file. For several letters, or those of a folder, name a folder.`);
  }
  const isFolder = !isOne || kind === 'folder' || out?.endsWith('/') || out?.endsWith(sep);
  return unlikeEachOther(
    inputs.map(input => {
      const file = out === undefined ? beside(input, ending) : isFolder ? inside(out, input, ending) : resolve(out);
      return { input, file, path: shown(file) };
    }),
  );
}

function kindOf(path: string): 'none' | 'file' | 'folder' {
  try {
    return statSync(path).isDirectory() ? 'folder' : 'file';
  } catch {
    // Why nothing can be written there is told when it is tried.
    return 'none';
  }
}

function beside({ file }: Input, ending: string): string {
  return join(dirname(file), nameOf(file, ending));
}

function inside(out: string, { file, base }: Input, ending: string): string {
  return resolve(out, relative(base, dirname(file)), nameOf(file, ending));
}

function nameOf(file: string, ending: string): string {
  return basename(file, extname(file)) + ending;
}

/** Takes out what would be written to one place, or over what it is made of. */
function unlikeEachOther<Made extends Input>(
  targets: readonly (Target<Made> & { readonly file: string })[],
): Targets<Made> {
  const byFile = new Map<string, Target[]>();
  for (const target of targets) {
    const key = keyOf(target.file);
    byFile.set(key, [...(byFile.get(key) ?? []), target]);
  }
  const failures: FileError[] = [];
  const kept = targets.filter(({ input, file, path }) => {
    const others = (byFile.get(keyOf(file)) ?? []).filter(other => other.input !== input);
    if (others.length > 0) {
      const names = others.map(other => other.input.path).join(', ');
      failures.push(
        new FileError(input.path, `It would be written to ${path}, and so would ${names}. Name them one at a time.`),
      );
    } else if (keyOf(file) === keyOf(input.file)) {
      failures.push(new FileError(input.path, 'It would be written over itself. Name another file with -o.'));
    } else return true;
    return false;
  });
  return { targets: kept, failures };
}

/** Equal for paths that may be one file: Windows and macOS do not tell letter case apart. */
function keyOf(file: string): string {
  return process.platform === 'win32' || process.platform === 'darwin' ? file.toLowerCase() : file;
}
