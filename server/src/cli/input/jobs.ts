import type { Arguments } from '../arguments';
import { FileError } from '../errors';
import { say } from '../terminal';
import { type FolderFiles, findInputs, type Input, stdinName } from './paths';
import { readStandardInput, type SourceText } from './read';

/** A file to work on, with what standard input holds where it is that: threads cannot read it. */
export interface Job extends Input {
  readonly source: SourceText | null;
}

/** The files that the arguments name. What cannot be found or read is said on standard error and returned. */
export async function jobsOf(
  args: Arguments,
  folderFiles?: FolderFiles,
): Promise<{ readonly jobs: readonly Job[]; readonly failures: readonly FileError[] }> {
  const { inputs, failures } = await findInputs(args.positionals, stdinName(args), folderFiles);
  const all = [...failures];
  const jobs: Job[] = [];
  for (const input of inputs) {
    try {
      jobs.push({ ...input, source: input.isStandardInput ? await readStandardInput(input.path) : null });
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      all.push(error);
    }
  }
  for (const failure of all) say(failure.message);
  return { jobs, failures: all };
}
