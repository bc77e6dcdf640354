import {
  LSPErrorCodes,
  type PrepareRenameParams,
  type PrepareRenameResult,
  type RenameParams,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { isRefusal, type Refusal } from '../../core/services/rename/target';
import { toWorkspaceEdit } from '../actionData';
import { toRange } from '../convert';
import { answered } from '../guard';
import { openLetter, type Session } from '../session';

export function rename(session: Session): ServerCapabilities {
  const { connection, client, service, log } = session;

  const targetAt = async ({ textDocument, position }: TextDocumentPositionParams) => {
    const open = await openLetter(session, textDocument.uri);
    if (!open) return null;
    const { document, letter, setup } = open;
    return { open, target: unlessRefused(service.renameTarget(letter, setup, document.text.offsetAt(position))) };
  };

  connection.onPrepareRename(
    answered<[PrepareRenameParams, ...unknown[]], PrepareRenameResult | null>('rename', log, null, async params => {
      const found = await targetAt(params);
      if (!found) return null;
      const { open, target } = found;
      return { range: toRange(open.document.text, target.span), placeholder: target.words };
    }),
  );

  connection.onRenameRequest(
    answered<[RenameParams, ...unknown[]], WorkspaceEdit | null>('rename', log, null, async params => {
      const found = await targetAt(params);
      if (!found) return null;
      const { edits } = unlessRefused(found.target.rename(params.newName));
      return toWorkspaceEdit(client, found.open, edits);
    }),
  );

  return { renameProvider: client.preparesRename ? { prepareProvider: true } : true };
}

/** The writer is told why: the reason is the error's message. */
function unlessRefused<T extends object>(value: T | Refusal): T {
  if (isRefusal(value)) throw new ResponseError(LSPErrorCodes.RequestFailed, value.refused);
  return value;
}
