import {
  type FoldingRange,
  FoldingRangeKind,
  type FoldingRangeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Fold } from '../../core/services/folding';
import { answered } from '../guard';
import { openLetter, type Session } from '../session';

export function folding(session: Session): ServerCapabilities {
  const { connection, client, service, log } = session;
  connection.onFoldingRanges(
    answered<[FoldingRangeParams, ...unknown[]], FoldingRange[] | null>('folding', log, null, async params => {
      const open = await openLetter(session, params.textDocument.uri);
      if (!open) return null;
      const folds = service.folds(open.letter).flatMap(fold => toFoldingRange(fold, open.document.text));
      return folds.slice(0, client.foldingLimit);
    }),
  );
  return { foldingRangeProvider: true };
}

/** Nothing where there is but one line. */
function toFoldingRange({ kind, span }: Fold, text: TextDocument): FoldingRange[] {
  const startLine = text.positionAt(span.start).line;
  const endLine = text.positionAt(span.end).line;
  if (endLine <= startLine) return [];
  if (kind === 'comment') return [{ startLine, endLine, kind: FoldingRangeKind.Comment }];
  return [kind === 'region' ? { startLine, endLine, kind: FoldingRangeKind.Region } : { startLine, endLine }];
}
