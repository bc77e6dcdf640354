/** The command was called in a way it does not understand: it says how it is called and exits with 2. */
export class UsageError extends Error {}

/** A file that could not be read or written. The command goes on with the others and exits with 2 in the end. */
export class FileError extends Error {
  constructor(
    /** As shown to the user. */
    readonly path: string,
    /** What is the matter and what to do, without the path. */
    readonly reason: string,
    /** The file system's, where the error comes from there. */
    readonly code: string | null = null,
  ) {
    // A name must not feign a line of its own.
    super(`${path.replace(/[\r\n]/g, '\ufffd')}: ${reason}`);
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'There is no such file or folder. Check the spelling of the path.',
  EACCES: 'It may not be opened. Check its permissions.',
  EPERM: 'It may not be opened. Check its permissions.',
  EISDIR: 'It is a folder. Name the letters in it, or the folder that holds *.letter files.',
  ENOTDIR: 'A part of the path is a file, not a folder. Check the spelling of the path.',
  ELOOP: 'Its symbolic links lead in a circle. Name the file itself.',
  ENAMETOOLONG: 'The path is too long.',
  EMFILE: 'Too many files are open. Close other programs or name fewer letters at a time.',
  ENOSPC: 'The disk is full.',
  EROFS: 'The file system is read-only.',
  ERR_FS_FILE_TOO_LARGE: 'The file is too large to be a letter.',
  ERR_STRING_TOO_LONG: 'The file is too large to be a letter.',
};

/** The file error that an error of the file system means; any other error is thrown on. */
export function fileError(path: string, error: unknown): FileError {
  if (error instanceof FileError) return error;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (typeof code !== 'string') throw error;
  return new FileError(path, reasons[code] ?? `It could not be opened (${code}).`, code);
}

/** Where an unexpected error arose, for a report. Its message is left out: it might quote a letter. */
export function tracesOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Error';
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}
