import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createLetterService } from '../core/letterService';
import { QuietTyping } from '../core/services/quiet';
import { readClient } from './client';
import { Configurations } from './configurations';
import { type Diagnostics, diagnostics } from './features/diagnostics';
import { describeError, guarded, type Log } from './guard';
import { LetterDocument } from './letterDocument';
import { cursorLine, readCursorLine } from './messages';
import type { Platform } from './platform';
import type { Session } from './session';

/** Serves letters on the connection until the client ends it. */
export function serve(connection: Connection, platform: Platform): void {
  const log: Log = (feature, error) => connection.console.error(`${feature} failed: ${describeError(error)}`);
  connection.onInitialize(params => initialize(connection, platform, params, log));
  connection.listen();
}

function initialize(connection: Connection, platform: Platform, params: InitializeParams, log: Log): InitializeResult {
  const client = readClient(params);
  const service = createLetterService(log);
  let reporting: Diagnostics | null = null;
  const told = (uri: string, what: 'configuration' | 'typing') => {
    const document = letters.get(uri);
    if (document) reporting?.changed(document, what);
  };

  const quiet = new QuietTyping(platform.clock, uri => told(uri, 'typing'));
  const canShowLater = !client.pullsDiagnostics || client.refreshesDiagnostics;
  const letters = new TextDocuments<LetterDocument>({
    create: (uri, languageId, version, text) =>
      new LetterDocument(TextDocument.create(uri, languageId, version, text), service),
    update: (document, changes, version) => {
      const line = document.change(changes, version);
      const pause = configurations.current(document.uri)?.quietPause ?? 0;
      quiet.edited(document.uri, canShowLater ? line : null, pause);
      return document;
    },
  });
  const configurations = new Configurations(
    async () => (await import('../core/config/configuration')).defaultConfiguration(),
    uri => told(uri, 'configuration'),
  );
  const session: Session = {
    connection,
    platform,
    client,
    service,
    letters,
    configurations,
    quiet,
    log,
    rulePages: client.rulePages ?? platform.rulePages,
    relatedInformation: client.relatedInformation,
  };

  reporting = diagnostics(session);
  const { changed, closed } = reporting;
  letters.onDidOpen(({ document }) => {
    configurations.of(document.uri).catch(error => log('configuration', error));
  });
  letters.onDidChangeContent(guarded('diagnostics', log, ({ document }) => changed(document, 'text')));
  letters.onDidSave(guarded('diagnostics', log, ({ document }) => quiet.end(document.uri)));
  letters.onDidClose(
    guarded('closing', log, ({ document }) => {
      quiet.end(document.uri);
      configurations.forget(document.uri);
      closed(document);
    }),
  );
  connection.onNotification(
    cursorLine,
    guarded('quiet typing', log, (value: unknown) => {
      const cursor = readCursorLine(value);
      if (cursor) quiet.cursorAt(cursor.uri, cursor.line);
    }),
  );
  letters.listen(connection);

  const capabilities: ServerCapabilities = {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...reporting.capabilities,
  };
  return { capabilities, serverInfo: { name: 'Determination Letters' } };
}
