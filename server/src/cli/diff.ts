import { compareLetters } from '../core/compare/compareLetters';
import { type Letter, parseLetter } from '../core/language/letter';
import { LineIndex } from '../core/output/lineIndex';
import type { Setup } from '../core/setup';
import type { Arguments } from './arguments';
import { FileError, fileError, UsageError } from './errors';
import { exitCodes } from './exitCodes';
import { converted, type ImportedFile, importFile } from './input/importFile';
import { notALetter } from './input/notALetter';
import { findInputs, type Input, stdinName } from './input/paths';
import { readStandardInput, readTextFile } from './input/read';
import { LetterSetups } from './letterSetups';
import { sayProblems } from './problems';
import { type ComparedFile, diffJson, diffPretty } from './reporters/diff';
import { colorsFor, print, say } from './terminal';

/** `letters diff`: what two letters say differently. */
export async function diff(args: Arguments): Promise<number> {
  const [first, second, third] = args.positionals;
  if (first === undefined || second === undefined || third !== undefined) {
    throw new UsageError('Two letters are compared: letters diff A B');
  }
  if (first === '-' && second === '-') throw new UsageError('Only one of the letters can come from standard input.');
  const setups = new LetterSetups();
  // Both are read, so that all that is wrong is said at once.
  const before = await readOne(first, args, setups);
  const after = await readOne(second, args, setups);
  if (!before || !after) return exitCodes.unusable;
  const comparison = compareLetters(before.letter, after.letter, after.setup);
  const isJson = args.text('format') === 'json';
  await print(
    isJson ? diffJson(before, after, comparison) : diffPretty(before, after, comparison, colorsFor(process.stdout)),
  );
  return comparison.groups.length > 0 ? exitCodes.findings : exitCodes.good;
}

interface OneLetter extends ComparedFile {
  readonly letter: Letter;
  readonly setup: Setup;
}

/** The letter of this path; null, with a word of why, where it cannot be read. */
async function readOne(path: string, args: Arguments, setups: LetterSetups): Promise<OneLetter | null> {
  try {
    return await readLetter(await inputOf(path, stdinName(args)), setups);
  } catch (error) {
    say(fileError(path, error).message);
    return null;
  }
}

async function inputOf(path: string, name: string): Promise<Input> {
  const { inputs, failures } = await findInputs([path], name);
  const [input] = inputs;
  if (failures[0]) throw failures[0];
  if (!input || input.isFound)
    throw new FileError(path, 'It is no letter. Name one letter, not a folder or a pattern.');
  return input;
}

async function readLetter(input: Input, setups: LetterSetups): Promise<OneLetter> {
  const { path, file, isStandardInput } = input;
  const { setup, problems, unreadable } = await setups.of(file);
  for (const failure of unreadable) say(failure.message);
  sayProblems(problems);
  const { text, pageOf } = isStandardInput
    ? { ...(await readStandardInput(path)), pageOf: null }
    : await readFile(file, path, setup);
  return { path, lines: new LineIndex(text), pageOf, letter: parseLetter(text, setup.profile), setup };
}

/** A file of another format is imported for it. */
async function readFile(
  file: string,
  path: string,
  setup: Setup,
): Promise<{ readonly text: string; readonly pageOf: ImportedFile['pageOf'] | null }> {
  const format = converted(file);
  if (format === null) return { ...(await readTextFile(file, path)), pageOf: null };
  const { imported, pageOf } = await importFile(file, format, path, setup);
  if (imported.notALetter) throw notALetter(imported, setup, path);
  return { text: imported.text, pageOf };
}
