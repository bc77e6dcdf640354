import type { SelectionRange, SelectionRangeParams, ServerCapabilities } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../../core/text/span';
import { toRange } from '../convert';
import { answered } from '../guard';
import { openLetter, type Session } from '../session';

export function selectionRanges(session: Session): ServerCapabilities {
  const { connection, service, log } = session;
  connection.onSelectionRanges(
    answered<[SelectionRangeParams, ...unknown[]], SelectionRange[] | null>('selection', log, null, async params => {
      const open = await openLetter(session, params.textDocument.uri);
      if (!open) return null;
      const { document, setup, letter } = open;
      const offsets = params.positions.map(position => document.text.offsetAt(position));
      return service.selectionRanges(letter, setup, offsets).flatMap(spans => toSelectionRange(document.text, spans));
    }),
  );
  return { selectionRangeProvider: true };
}

/** The smallest span, with the larger ones around it. */
function toSelectionRange(text: TextDocument, spans: readonly Span[]): SelectionRange[] {
  const around = spans.reduceRight<SelectionRange | undefined>(
    (parent, span) => ({ range: toRange(text, span), ...(parent ? { parent } : {}) }),
    undefined,
  );
  return around ? [around] : [];
}
