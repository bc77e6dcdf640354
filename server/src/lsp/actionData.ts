import type { WorkspaceEdit } from 'vscode-languageserver';
import type { TextEdit } from '../core/text/span';
import type { Client } from './client';
import { toTextEdit } from './convert';
import { isObject } from './messages';
import { type OpenLetter, openLetter, type Session } from './session';

/** What a code action carries until its edits are asked for. Fix-all has no place in a list. */
export interface ActionData {
  readonly uri: string;
  readonly version: number;
  readonly title?: string;
  /** The range it was offered for, and its place among the actions there. */
  readonly start?: number;
  readonly end?: number;
  readonly index?: number;
}

/** The edits of an action, or null if the letter is not as it was when the action was offered. */
export async function editsOf(
  session: Session,
  value: unknown,
): Promise<{ readonly open: OpenLetter; readonly edits: readonly TextEdit[] } | null> {
  const data = readActionData(value);
  const open = data && (await openLetter(session, data.uri));
  if (!open || open.document.version !== data.version) return null;
  const { document, setup, letter } = open;
  const { start, end, index } = data;
  if (index === undefined) return { open, edits: session.service.fixAll(letter, setup).edits };
  const span = { start: start ?? 0, end: end ?? 0 };
  const action = session.service.actions(letter, document.findings(setup), span)[index];
  return action && action.title === data.title ? { open, edits: action.edits } : null;
}

export function toWorkspaceEdit(client: Client, { document }: OpenLetter, edits: readonly TextEdit[]): WorkspaceEdit {
  const { uri, version, text } = document;
  const changes = edits.map(edit => toTextEdit(text, edit));
  return client.documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits: changes }] }
    : { changes: { [uri]: changes } };
}

function readActionData(value: unknown): ActionData | null {
  if (!isObject(value)) return null;
  const { uri, version, title, start, end, index } = value as Readonly<Record<keyof ActionData, unknown>>;
  if (typeof uri !== 'string' || typeof version !== 'number' || typeof title !== 'string') return null;
  if (typeof index !== 'number' || typeof start !== 'number' || typeof end !== 'number') return { uri, version, title };
  return { uri, version, title, start, end, index };
}
