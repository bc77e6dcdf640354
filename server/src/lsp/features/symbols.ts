import {
  type DocumentSymbol,
  type DocumentSymbolParams,
  type ServerCapabilities,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { LetterSymbol } from '../../core/services/symbols';
import { toRange } from '../convert';
import { answered } from '../guard';
import { openLetter, type Session } from '../session';

const kinds: Readonly<Record<LetterSymbol['kind'], SymbolKind>> = {
  header: SymbolKind.Module,
  section: SymbolKind.Namespace,
  item: SymbolKind.Class,
  field: SymbolKind.Field,
};

export function symbols(session: Session): ServerCapabilities {
  const { connection, client, service, log } = session;
  connection.onDocumentSymbol(
    answered<[DocumentSymbolParams, ...unknown[]], DocumentSymbol[] | SymbolInformation[] | null>(
      'outline',
      log,
      null,
      async params => {
        const open = await openLetter(session, params.textDocument.uri);
        if (!open) return null;
        const { document, letter } = open;
        const outline = service.symbols(letter);
        return client.hierarchicalSymbols
          ? outline.map(symbol => toTree(symbol, document.text))
          : outline.flatMap(symbol => toList(symbol, document.text, ''));
      },
    ),
  );
  return { documentSymbolProvider: true };
}

function toTree({ kind, name, detail, span, nameSpan, children }: LetterSymbol, text: TextDocument): DocumentSymbol {
  return {
    kind: kinds[kind],
    name,
    range: toRange(text, span),
    selectionRange: toRange(text, nameSpan),
    ...(detail === '' ? {} : { detail }),
    ...(children.length === 0 ? {} : { children: children.map(child => toTree(child, text)) }),
  };
}

/** For clients that know no trees. The decision of an item goes into its name, for want of a better place. */
function toList(symbol: LetterSymbol, text: TextDocument, containerName: string): SymbolInformation[] {
  const { kind, span, children } = symbol;
  const name = kind === 'item' && symbol.detail !== '' ? `${symbol.name}: ${symbol.detail}` : symbol.name;
  const own = { kind: kinds[kind], name, containerName, location: { uri: text.uri, range: toRange(text, span) } };
  return [own, ...children.flatMap(child => toList(child, text, name))];
}
