import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  ServerCapabilities,
  TextEdit,
} from 'vscode-languageserver';
import { toSpan, toTextEdit } from '../convert';
import { answered } from '../guard';
import { type OpenLetter, openLetter, type Session } from '../session';

/** The letter is formatted by its own configuration: an editor's width of a tab means nothing to it. */
export function formatting(session: Session): ServerCapabilities {
  const { connection, configurations, service, log } = session;

  const edits = async (uri: string, of: (open: OpenLetter) => ReturnType<typeof service.format>) => {
    const open = await openLetter(session, uri);
    return open && of(open).map(edit => toTextEdit(open.document.text, edit));
  };
  const styleOf = ({ document }: OpenLetter) => configurations.current(document.uri)?.format ?? { wrap: 'keep' };

  connection.onDocumentFormatting(
    answered<[DocumentFormattingParams, ...unknown[]], TextEdit[] | null>('formatting', log, null, params =>
      edits(params.textDocument.uri, open => service.format(open.letter, styleOf(open))),
    ),
  );

  connection.onDocumentRangeFormatting(
    answered<[DocumentRangeFormattingParams, ...unknown[]], TextEdit[] | null>('formatting', log, null, params =>
      edits(params.textDocument.uri, open => {
        return service.formatRange(open.letter, toSpan(open.document.text, params.range), styleOf(open));
      }),
    ),
  );

  connection.onDocumentOnTypeFormatting(
    answered<[DocumentOnTypeFormattingParams, ...unknown[]], TextEdit[] | null>('formatting', log, null, params =>
      edits(params.textDocument.uri, open => {
        if (params.ch !== '\n' && params.ch !== ':') return [];
        return service.formatOnType(open.letter, open.document.text.offsetAt(params.position), params.ch);
      }),
    ),
  );

  return {
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: ':', moreTriggerCharacter: ['\n'] },
  };
}
