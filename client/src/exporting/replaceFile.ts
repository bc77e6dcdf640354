import { CancellationError, type CancellationToken, FileSystemError, l10n, Uri, workspace } from 'vscode';
import { fileName, folderOf } from './names';

/** A file to be written, and whether one of that name may be replaced. */
export interface Target {
  readonly file: Uri;
  readonly overwrite: boolean;
}

/**
 * Writes a file whole or not at all: a new file beside it takes its place.
 *
 * @throws {CancellationError} when the token asks for it
 * @throws {FileSystemError} or what the file system throws; `writeProblem` puts it into words
 */
export async function replaceFile(
  { file, overwrite }: Target,
  bytes: Uint8Array,
  token: CancellationToken,
): Promise<void> {
  if (workspace.fs.isWritableFileSystem(file.scheme) === false) throw FileSystemError.NoPermissions(file);
  const temporary = Uri.joinPath(folderOf(file), `.${crypto.randomUUID()}.letters.tmp`);
  try {
    await workspace.fs.writeFile(temporary, bytes);
    if (token.isCancellationRequested) throw new CancellationError();
    await workspace.fs.rename(temporary, file, { overwrite });
  } catch (error) {
    await workspace.fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
}

/** What went wrong, and what to do about it. */
export function writeProblem({ file, overwrite }: Target, error: unknown): string {
  const name = fileName(file);
  const said = error instanceof Error ? error.message : '';
  const code = error instanceof FileSystemError ? error.code : '';
  if (/ENOSPC|EDQUOT|no space|quota/i.test(said)) {
    return l10n.t(
      'There is no space left to write "{0}". Make some, or choose another folder, and export again.',
      name,
    );
  }
  if (code === 'NoPermissions' || /EACCES|EPERM|EROFS|EBUSY|read-?only/i.test(said)) {
    return l10n.t(
      '"{0}" may not be written. Choose another folder, or close the file where another program has it open.',
      name,
    );
  }
  // Where it may be replaced, something else is in the way: its folder is a file.
  if (code === 'FileExists' && !overwrite)
    return l10n.t('There is a file "{0}" by now. Export again to decide about it.', name);
  if (code === 'FileNotFound') return l10n.t('The folder of "{0}" is gone. Choose another one and export again.', name);
  return l10n.t('"{0}" could not be written. Choose another folder and export again.', name);
}

export async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
