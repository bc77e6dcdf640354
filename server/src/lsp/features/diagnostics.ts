import {
  type CancellationToken,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver';
import { Burst } from '../burst';
import { describeError, guarded } from '../guard';
import type { LetterDocument } from '../letterDocument';
import { type Report, report } from '../reports';
import type { Session } from '../session';
import { workspaceIdentifier } from './workspaceDiagnostics';

/** What the rest of the server tells the diagnostics. */
export interface Diagnostics {
  readonly capabilities: ServerCapabilities;
  changed(document: LetterDocument, what: Change): void;
  closed(document: LetterDocument): void;
}

/** The letter's text or configuration changed, its line is no longer being typed, or it has been read again. */
export type Change = 'text' | 'configuration' | 'typing' | 'reading';

/** Milliseconds without a key after which a letter is read again, though its line may still be typed. */
const readingPause = 300;

type ReportOn = (document: LetterDocument) => Report | null;
/** What was last reported of a letter. */
type LastReport = (document: LetterDocument) => Report | undefined;

/** Diagnostics are pulled by clients that can, and published to the others. */
export function diagnostics(session: Session): Diagnostics {
  const last = new WeakMap<LetterDocument, Report>();

  /** The report on a letter whose configuration is known. */
  const reportOn: ReportOn = document => {
    const configuration = session.configurations.current(document.uri);
    if (!configuration) return null;
    const typed = session.quiet.lineOf(document.uri);
    // Only who pulls can be told that nothing is new.
    const before = session.client.pullsDiagnostics ? (last.get(document) ?? null) : null;
    const made = report(document, configuration.setup, typed, session, before);
    last.set(document, made);
    if (typed !== null && !document.isRead(configuration.setup)) readSoon(document);
    return made;
  };

  const lastReport: LastReport = document => last.get(document);
  const reporting = session.client.pullsDiagnostics
    ? pulled(session, reportOn, lastReport)
    : published(session, reportOn, lastReport);

  const reading = new WeakMap<LetterDocument, () => void>();
  const readSoon = (document: LetterDocument) => {
    reading.get(document)?.();
    const read = guarded('reading', session.log, () => {
      const setup = session.configurations.current(document.uri)?.setup;
      // It may be closed by now, or have been read already, for its line was left.
      if (session.letters.get(document.uri) !== document || !setup || document.isRead(setup)) return;
      document.findings(setup);
      reporting.changed(document, 'reading');
    });
    reading.set(document, session.platform.clock.after(readingPause, read));
  };
  return reporting;
}

function pulled(session: Session, reportOn: ReportOn, lastReport: LastReport): Diagnostics {
  const { connection, letters, configurations, platform, client, log } = session;
  const refresh = new Burst(platform.soon, () => {
    connection.languages.diagnostics.refresh().catch(error => log('diagnostics', error));
  });

  const answer = async (
    params: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> => {
    await new Promise<void>(resolve => platform.soon(resolve));
    const document = letters.get(params.textDocument.uri);
    // Under that name a client asks for letters that are not open; of the others it asks under none.
    if (!document || params.identifier === workspaceIdentifier) return { kind: 'full', items: [] };
    await configurations.of(document.uri);
    if (token.isCancellationRequested) throw askAgain();
    const made = reportOn(document);
    if (!made) throw askAgain();
    if (made.id === params.previousResultId) return { kind: 'unchanged', resultId: made.id };
    return { kind: 'full', resultId: made.id, items: made.diagnostics };
  };

  connection.languages.diagnostics.on(async (params, token) => {
    try {
      return await answer(params, token);
    } catch (error) {
      // An empty answer would take away every squiggle: say that there is none.
      if (error instanceof ResponseError) throw error;
      log('diagnostics', error);
      throw new ResponseError(LSPErrorCodes.ServerCancelled, describeError(error), { retriggerRequest: false });
    }
  });

  return {
    capabilities: {
      diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: !client.registersDiagnostics },
    },
    changed(document, what) {
      // After an edit the client asks by itself, and what it never asked for it does not need to ask for again.
      const known = lastReport(document);
      if (!client.refreshesDiagnostics || what === 'text' || !known) return;
      if (what === 'reading' ? reportOn(document) !== known : what === 'configuration' || known.held) refresh.call();
    },
    closed: () => {},
  };
}

function askAgain(): ResponseError<{ retriggerRequest: boolean }> {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'Ask again.', { retriggerRequest: true });
}

function published(session: Session, reportOn: ReportOn, lastReport: LastReport): Diagnostics {
  const { connection, configurations, letters, platform, log } = session;
  const waiting = new Set<LetterDocument>();

  const publish = (document: LetterDocument) => {
    if (letters.get(document.uri) !== document) return;
    try {
      const made = reportOn(document);
      if (!made) return;
      const { diagnostics } = made;
      const sent = connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
      sent.catch(error => log('diagnostics', error));
    } catch (error) {
      log('diagnostics', error);
    }
  };

  const burst = new Burst(platform.soon, () => {
    const documents = [...waiting];
    waiting.clear();
    for (const document of documents) publish(document);
  });

  return {
    capabilities: {},
    changed(document, what) {
      // What is not configured yet is told of when it is.
      if (!configurations.current(document.uri)) return;
      // Where nothing was held back, the end of typing brings nothing.
      if (what === 'typing' && !lastReport(document)?.held) return;
      waiting.add(document);
      burst.call();
    },
    closed(document) {
      waiting.delete(document);
      connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }).catch(error => log('diagnostics', error));
    },
  };
}
