import type { Range } from 'vscode-languageserver';
import { isObject } from './messages';

/** Request to the server: what to insert instead of text that is pasted into an open letter. */
export const cleanPasteRequest = 'determinationLetters/cleanPaste';
export interface CleanPasteParams {
  readonly uri: string;
  /** What it takes the place of. */
  readonly range: Range;
  readonly text: string;
}
export interface CleanPasteResult {
  /** Null where the text is fine as it is. */
  readonly text: string | null;
}

export function readCleanPaste(value: unknown): CleanPasteParams | null {
  if (!isObject(value)) return null;
  const { uri, range, text } = value as { readonly uri?: unknown; readonly range?: unknown; readonly text?: unknown };
  return typeof uri === 'string' && isRange(range) && typeof text === 'string' ? { uri, range, text } : null;
}

function isRange(value: unknown): value is Range {
  return isObject(value) && isPosition(value['start']) && isPosition(value['end']);
}

function isPosition(value: unknown): boolean {
  return isObject(value) && typeof value['line'] === 'number' && typeof value['character'] === 'number';
}
