import type { Arguments } from '../arguments';
import { FileError, fileError } from '../errors';
import { type LetterSetup, LetterSetups } from '../letterSetups';
import { say, sayUnexpected } from '../terminal';
import { findInputs, stdinName } from './paths';
import { readStandardInput, readTextFile, type SourceText } from './read';

/** A letter that was named on the command line, with what it is to be read with. */
export interface InputLetter extends SourceText, Pick<LetterSetup, 'setup' | 'format' | 'problems'> {
  /** As shown to the user. */
  readonly path: string;
  readonly file: string;
}

/**
 * Gives every letter that the arguments name to `use`, one after the other. What cannot be read, or what `use` cannot
 * write, is said on standard error and returned; the others go on.
 */
export async function readLetters(args: Arguments, use: (letter: InputLetter) => Promise<void>): Promise<FileError[]> {
  const setups = new LetterSetups();
  const failures: FileError[] = [];
  const fail = (error: FileError) => {
    failures.push(error);
    say(error.message);
  };
  const found = await findInputs(args.positionals, stdinName(args));
  for (const failure of found.failures) fail(failure);
  for (const { path, file, isStandardInput } of found.inputs) {
    try {
      const source = isStandardInput ? await readStandardInput(path) : await readTextFile(file, path);
      const { unreadable, ...configured } = await setups.of(file);
      for (const failure of unreadable) fail(failure);
      await use({ ...source, ...configured, path, file });
    } catch (error) {
      fail(letterError(path, error));
    }
  }
  return failures;
}

/** One letter that cannot be handled, for whatever reason, must not keep the others from being read. */
function letterError(path: string, error: unknown): FileError {
  try {
    return fileError(path, error);
  } catch {
    sayUnexpected(error, path);
    return new FileError(path, 'It could not be handled.');
  }
}
