import { Uri } from 'vscode';

export function fileName(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

export function folderOf(uri: Uri): Uri {
  return Uri.joinPath(uri, '..');
}

/** The name of a letter's file without its ending. */
export function letterName(uri: Uri): string {
  return fileName(uri).replace(/\.(?:letter|txt|pdf|docx)$/i, '');
}
