import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { Highlight } from '../../core/services/highlights';
import { toRange } from '../convert';
import { answered } from '../guard';
import { openLetter, type Session } from '../session';

/** Where a fact is stated counts as written, where the letter comes back to it as read. */
const kinds: Readonly<Record<Highlight['kind'], DocumentHighlightKind>> = {
  statement: DocumentHighlightKind.Write,
  mention: DocumentHighlightKind.Read,
  word: DocumentHighlightKind.Text,
};

export function highlights(session: Session): ServerCapabilities {
  const { connection, service, log } = session;
  connection.onDocumentHighlight(
    answered<[DocumentHighlightParams, ...unknown[]], DocumentHighlight[] | null>(
      'highlights',
      log,
      null,
      async params => {
        const open = await openLetter(session, params.textDocument.uri);
        if (!open) return null;
        const { document, setup, letter } = open;
        const found = service.highlights(letter, setup, document.text.offsetAt(params.position));
        // Null lets the editor highlight in its own way.
        if (found.length === 0) return null;
        return found.map(({ span, kind }) => ({ range: toRange(document.text, span), kind: kinds[kind] }));
      },
    ),
  );
  return { documentHighlightProvider: true };
}
