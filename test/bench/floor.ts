import {
  createConnection,
  DiagnosticSeverity,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The smallest server of the same libraries: keeps the text, publishes twenty fixed diagnostics, answers with nothing. */
const connection = createConnection(
  ProposedFeatures.all,
  new StreamMessageReader(process.stdin),
  new StreamMessageWriter(process.stdout),
);
const documents = new TextDocuments(TextDocument);
const diagnostics = Array.from({ length: 20 }, (_, line) => ({
  range: { start: { line, character: 0 }, end: { line, character: 20 } },
  severity: DiagnosticSeverity.Warning,
  source: 'floor',
  code: 'a-fixed-one',
  message: 'A finding of about the length that findings have, so that sending it costs about the same as theirs.',
}));

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: {},
    hoverProvider: true,
    documentSymbolProvider: true,
  },
}));
connection.onCompletion(() => []);
connection.onHover(() => null);
connection.onDocumentSymbol(() => []);
documents.onDidChangeContent(({ document }) => {
  void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
});
documents.listen(connection);
connection.listen();
