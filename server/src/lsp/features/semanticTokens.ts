import {
  type CancellationToken,
  LSPErrorCodes,
  ResponseError,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensDeltaParams,
  type SemanticTokensParams,
  type SemanticTokensRangeParams,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { tokenModifiers, tokenTypes } from '../../core/services/semanticTokens/token';
import { toSpan } from '../convert';
import { answered } from '../guard';
import type { LetterDocument } from '../letterDocument';
import { type OpenLetter, openLetter, type Session } from '../session';
import { encodeTokens, SentTokens } from '../tokenData';

export function semanticTokens(session: Session): ServerCapabilities {
  const { connection, service, log } = session;
  const { semanticTokens: requests } = connection.languages;
  const sent = new SentTokens<LetterDocument>();
  const none: SemanticTokens = { data: [] };

  /** Of what is no longer waited for nothing may be remembered as sent. */
  const opened = async (uri: string, token: CancellationToken) => {
    const open = await openLetter(session, uri);
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
    return open;
  };
  const dataOf = ({ document, letter, setup }: OpenLetter) =>
    encodeTokens(document.text, service.semanticTokens(letter, setup));

  requests.on(
    answered<[SemanticTokensParams, CancellationToken, ...unknown[]], SemanticTokens>(
      'semantic tokens',
      log,
      none,
      async ({ textDocument }, token) => {
        const open = await opened(textDocument.uri, token);
        return open ? sent.full(open.document, dataOf(open)) : none;
      },
    ),
  );
  requests.onDelta(
    answered<[SemanticTokensDeltaParams, CancellationToken, ...unknown[]], SemanticTokens | SemanticTokensDelta>(
      'semantic tokens',
      log,
      none,
      async ({ textDocument, previousResultId }, token) => {
        const open = await opened(textDocument.uri, token);
        return open ? sent.since(open.document, previousResultId, dataOf(open)) : none;
      },
    ),
  );
  requests.onRange(
    answered<[SemanticTokensRangeParams, ...unknown[]], SemanticTokens>(
      'semantic tokens',
      log,
      none,
      async ({ textDocument, range }) => {
        const open = await openLetter(session, textDocument.uri);
        if (!open) return none;
        const { document, letter, setup } = open;
        const tokens = service.semanticTokens(letter, setup, toSpan(document.text, range));
        return { data: encodeTokens(document.text, tokens) };
      },
    ),
  );
  return {
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
      full: { delta: true },
      range: true,
    },
  };
}
