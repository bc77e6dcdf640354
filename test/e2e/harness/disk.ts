import { Disposable, EventEmitter, type FileChangeEvent, FileSystemError, FileType, type Uri, workspace } from 'vscode';

/** A file system in memory that can be full, or not be written to; it holds what was written by the names of files. */
export function mountDisk(scheme: string, state: 'full' | 'readonly'): { files: Set<string>; unmount: Disposable } {
  const files = new Set<string>();
  const changes = new EventEmitter<FileChangeEvent[]>();
  const unmount = workspace.registerFileSystemProvider(
    scheme,
    {
      onDidChangeFile: changes.event,
      watch: () => Disposable.from(),
      stat(uri: Uri) {
        if (uri.path !== '/' && !files.has(uri.path)) throw FileSystemError.FileNotFound(uri);
        return { type: uri.path === '/' ? FileType.Directory : FileType.File, ctime: 0, mtime: 0, size: 0 };
      },
      readDirectory: () => [],
      createDirectory: () => undefined,
      readFile: () => new Uint8Array(),
      writeFile(uri: Uri) {
        // As a disk does it: the file is there, and too short.
        files.add(uri.path);
        throw new Error('ENOSPC: no space left on device, write');
      },
      delete(uri: Uri) {
        files.delete(uri.path);
      },
      rename: () => undefined,
    },
    { isReadonly: state === 'readonly' },
  );
  return { files, unmount };
}
