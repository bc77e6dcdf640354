import type { DocumentLink, DocumentLinkParams, ServerCapabilities } from 'vscode-languageserver';
import { toRange } from '../convert';
import { answered } from '../guard';
import { openLetter, type Session } from '../session';

export function documentLinks(session: Session): ServerCapabilities {
  const { connection, client, service, log } = session;
  connection.onDocumentLinks(
    answered<[DocumentLinkParams, ...unknown[]], DocumentLink[] | null>('links', log, null, async params => {
      const open = await openLetter(session, params.textDocument.uri);
      if (!open) return null;
      const { document, setup, letter } = open;
      return service.documentLinks(letter, setup).map(({ span, address, title }) => ({
        range: toRange(document.text, span),
        target: address,
        ...(title !== null && client.linkTooltips ? { tooltip: title } : {}),
      }));
    }),
  );
  return { documentLinkProvider: { resolveProvider: false } };
}
