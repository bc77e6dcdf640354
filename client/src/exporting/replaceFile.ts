import { CancellationError, type CancellationToken, FileSystemError, l10n, Uri, workspace } from 'vscode';
import { fileName, folderOf } from './names';

/**
 * Writes a file whole or not at all: a new file beside it takes its place.
 *
 * @param overwrite whether a file of that name may be replaced
 * @throws {CancellationError} when the token asks for it
 * @throws {FileSystemError} or what the file system throws; `writeProblem` puts it into words
 */
export async function replaceFile(
  target: Uri,
  bytes: Uint8Array,
  overwrite: boolean,
  token: CancellationToken,
): Promise<void> {
  if (workspace.fs.isWritableFileSystem(target.scheme) === false) throw FileSystemError.NoPermissions(target);
  const temporary = Uri.joinPath(folderOf(target), `.${crypto.randomUUID()}.letters.tmp`);
  try {
    await workspace.fs.writeFile(temporary, bytes);
    if (token.isCancellationRequested) throw new CancellationError();
    await workspace.fs.rename(temporary, target, { overwrite });
  } catch (error) {
    await workspace.fs.delete(temporary).then(undefined, () => undefined);
    throw error;
  }
}

/** What went wrong, and what to do about it. */
export function writeProblem(target: Uri, error: unknown): string {
  const name = fileName(target);
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
  if (code === 'FileExists') return l10n.t('There is a file "{0}" by now. Export again to decide about it.', name);
  if (code === 'FileNotFound') return l10n.t('The folder of "{0}" is gone. Choose another one and export again.', name);
  return l10n.t('"{0}" could not be written. Choose another folder and export again.', name);
}

export async function exists(uri: Uri): Promise<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
