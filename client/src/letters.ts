import type { TextDocument } from 'vscode';

export const languageId = 'determination-letter';

export function isLetter(document: TextDocument): boolean {
  return document.languageId === languageId;
}
