import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  type TextDocumentContentChangeEvent,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { createLetterService } from '../core/letterService';
import { QuietTyping } from '../core/services/quiet';
import { useTranslations } from '../core/words/translate';
import { readClient } from './client';
import { ClientText } from './clientText';
import { catalogueTree } from './features/catalogueTree';
import { codeActions } from './features/codeActions';
import { codeLenses } from './features/codeLenses';
import { commands } from './features/commands';
import { compare } from './features/compare';
import { completion } from './features/completion';
import { configuration, type FilesChanged } from './features/configuration';
import { definitions } from './features/definition';
import { diagnostics } from './features/diagnostics';
import { documentLinks } from './features/documentLinks';
import { folding } from './features/folding';
import { formatting } from './features/formatting';
import { highlights } from './features/highlights';
import { hover } from './features/hover';
import { importing } from './features/import';
import { inlayHints } from './features/inlayHints';
import { linkedEditing } from './features/linkedEditing';
import { newLetter } from './features/newLetter';
import { paste } from './features/paste';
import { preview } from './features/preview';
import { print } from './features/print';
import { readiness } from './features/readiness';
import { references } from './features/references';
import { rename } from './features/rename';
import { selectionRanges } from './features/selectionRanges';
import { semanticTokens } from './features/semanticTokens';
import { signatureHelp } from './features/signatureHelp';
import { slowRules } from './features/slowRules';
import { symbols } from './features/symbols';
import { workspaceDiagnostics } from './features/workspaceDiagnostics';
import { workspaceSymbols } from './features/workspaceSymbols';
import { describeError, guarded, type Log } from './guard';
import { type Checking, LetterDocument } from './letterDocument';
import { alive, cursorLine, type RuleRunsParams, readCursorLine, ruleRuns } from './messages';
import type { Platform } from './platform';
import { refreshing } from './refreshing';
import { RuleTimes } from './ruleTimes';
import type { Session } from './session';
import { fileHost } from './workspace/fileHost';
import { LetterFiles } from './workspace/letterFiles';
import { WorkspaceCheck } from './workspace/workspaceCheck';
import { WorkspaceIndex } from './workspace/workspaceIndex';

/** Serves letters on the connection until the client ends it. */
export function serve(connection: Connection, platform: Platform): void {
  const log: Log = (feature, error) => connection.console.error(`${feature} failed: ${describeError(error)}`);
  connection.onInitialize(params => initialize(connection, platform, params, log));
  connection.listen();
}

function initialize(connection: Connection, platform: Platform, params: InitializeParams, log: Log): InitializeResult {
  const client = readClient(params);
  useTranslations(client.translations ?? {});
  const note = (rule: string | null) => {
    const params: RuleRunsParams = { rule };
    connection.sendNotification(ruleRuns, params).catch(error => log('notes', error));
  };
  const times = new RuleTimes(client.notesRules ? note : null);
  const service = createLetterService(
    Object.assign((rule: string, error: unknown) => log(rule, error), { watch: times }),
  );
  const tell = (uri: string, what: 'configuration' | 'typing') => {
    const document = letters.get(uri);
    if (document) reporting.changed(document, what);
  };

  const changes: FilesChanged = {
    changed: files => {
      workspace.changed(files);
      check.changed(files);
    },
    reconfigured: () => {
      workspace.reconfigured();
      check.reconfigured();
    },
    forgotten: () => {
      workspace.forgotten();
      check.forgotten();
    },
  };
  const needs = { connection, platform, client, log };
  const configured = configuration(needs, params, uri => tell(uri, 'configuration'), changes);
  const { configurations } = configured;
  const slow = slowRules({ ...needs, configurations }, times);
  const checking: Checking = (uri, length, check) => {
    const found = slow.checking(uri, length, check);
    platform.checked?.();
    return found;
  };
  const quiet = new QuietTyping(platform.clock, uri => tell(uri, 'typing'));
  /** What is held back must be able to come later. */
  const canBeQuiet = !client.pullsDiagnostics || client.refreshesDiagnostics;
  const changed = guarded(
    'changing',
    log,
    (document: LetterDocument, changes: readonly TextDocumentContentChangeEvent[], version: number) => {
      const line = document.change(changes, version);
      const pause = configurations.current(document.uri)?.quietPause ?? 0;
      quiet.edited(document.uri, canBeQuiet ? line : null, pause);
    },
  );
  const letters = new TextDocuments<LetterDocument>({
    create: (uri, languageId, version, text) =>
      new LetterDocument(ClientText.create(uri, languageId, version, text, client.encoding), service, checking),
    update: (document, changes, version) => {
      changed(document, changes, version);
      return document;
    },
  });

  const files = new LetterFiles(fileHost(needs, configured), client);
  const workspace = new WorkspaceIndex({ ...needs, service, letters, configurations }, files);
  const session: Session = {
    ...needs,
    service,
    letters,
    configurations,
    folders: configured.folders,
    readText: configured.readText,
    builtIn: configured.builtIn,
    quiet,
    workspace,
    checking,
    rulePages: client.rulePages ?? platform.rulePages,
    relatedInformation: client.relatedInformation,
  };
  const reporting = diagnostics(session);
  const check = new WorkspaceCheck(session, files, configured.folders);
  const workspaceChecking = workspaceDiagnostics(session, check);
  configurations.follow(refreshing(session));
  const features: ServerCapabilities[] = [
    codeActions(session),
    commands(session, reporting, workspaceChecking),
    completion(session),
    hover(session),
    symbols(session),
    folding(session),
    formatting(session),
    semanticTokens(session),
    inlayHints(session),
    codeLenses(session),
    signatureHelp(session),
    rename(session),
    definitions(session),
    references(session),
    documentLinks(session),
    highlights(session),
    linkedEditing(session),
    selectionRanges(session),
    workspaceSymbols(session),
  ];
  readiness(session);
  catalogueTree(session);
  newLetter(session);
  paste(session);
  preview(session);
  print(session);
  importing(session);
  compare(session);
  followLetters(session, configured, reporting, workspaceChecking);
  letters.onDidClose(({ document }) => slow.closed(document.uri));
  connection.onRequest(alive, () => null);
  connection.onInitialized(
    guarded('start', log, () => {
      configured.start();
      workspaceChecking.start();
    }),
  );
  return {
    capabilities: {
      positionEncoding: client.encoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
      ...configured.capabilities,
      ...reporting.capabilities,
      ...Object.assign({}, ...features),
      workspace: Object.assign({}, ...[configured.capabilities, ...features].map(({ workspace }) => workspace)),
    },
    serverInfo: { name: 'Determination Letters' },
  };
}

function followLetters(
  { connection, letters, quiet, workspace, log }: Session,
  configured: ReturnType<typeof configuration>,
  reporting: ReturnType<typeof diagnostics>,
  checking: ReturnType<typeof workspaceDiagnostics>,
): void {
  letters.onDidOpen(
    guarded('opening', log, ({ document }) => {
      configured.opened(document.uri);
      checking.opened(document.uri);
    }),
  );
  letters.onDidChangeContent(guarded('diagnostics', log, ({ document }) => reporting.changed(document, 'text')));
  letters.onDidSave(
    guarded('saving', log, ({ document }) => {
      quiet.end(document.uri);
      configured.saved();
    }),
  );
  letters.onDidClose(
    guarded('closing', log, ({ document }) => {
      quiet.end(document.uri);
      configured.closed(document.uri);
      workspace.closed(document.uri);
      reporting.closed(document);
      checking.closed(document.uri);
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
}
