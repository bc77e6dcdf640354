import {
  type CancellationToken,
  CancellationTokenSource,
  type Disposable,
  DocumentDiagnosticRequest,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDiagnosticReportPartialResult,
  type WorkspaceFullDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { t } from '../../core/words/translate';
import { Burst } from '../burst';
import { describeError } from '../guard';
import type { Session } from '../session';
import type { CheckedLetter, Summary, WorkspaceCheck } from '../workspace/workspaceCheck';

/** Names the registration that is about letters that are not open; those that are open have another. */
export const workspaceIdentifier = 'workspace';

export interface WorkspaceDiagnostics {
  start(): void;
  /** Checks all letters of the workspace, once now and then whenever they change. */
  checkAll(): void;
  opened(uri: string): void;
  closed(uri: string): void;
}

/**
 * The problems of letters that are not open, for who has asked for them. A client that pulls and lets the server register
 * what it offers pulls them too, for as long as they are on; one that pulls and does not is offered them for good; to the
 * others they are published.
 */
export function workspaceDiagnostics(session: Session, check: WorkspaceCheck): WorkspaceDiagnostics {
  const { client } = session;
  const says = summaries(session);
  if (client.pullsDiagnostics) answerPulls(session, check, says);
  const offering = client.pullsDiagnostics && client.registersDiagnostics ? registered(session, check) : null;
  const publishing = offering ? null : published(session, check, says);
  return {
    start() {
      check.follow(() => offering?.());
      offering?.();
      if (!client.pullsDiagnostics) publishing?.start();
    },
    checkAll() {
      says.expected = true;
      publishing?.start();
      check.ask();
    },
    opened(uri) {
      publishing?.opened(uri);
    },
    closed(uri) {
      check.closed(uri);
    },
  };
}

/** Says what was found when that was asked for by a command. */
function summaries({ connection, log }: Session) {
  return {
    expected: false,
    say({ letters, errors, warnings }: Summary): void {
      if (!this.expected) return;
      this.expected = false;
      const message =
        letters === 0
          ? t('The workspace has no letters but those that are open.')
          : t(
              '{0} checked: {1}, {2}.',
              letters === 1 ? t('1 letter') : t('{0} letters', letters),
              errors === 1 ? t('1 error') : t('{0} errors', errors),
              warnings === 1 ? t('1 warning') : t('{0} warnings', warnings),
            );
      connection.sendNotification('window/showMessage', { type: 3, message }).catch(error => log('workspace', error));
    },
  };
}

type Summaries = ReturnType<typeof summaries>;

/** Registers the pull for as long as it is on, and takes that back when it is not. */
function registered({ connection, log }: Session, check: WorkspaceCheck): () => void {
  let registration: Promise<Disposable> | null = null;
  let last: Promise<void> = Promise.resolve();
  const update = async () => {
    const isOn = await check.isOn();
    if (isOn === (registration !== null)) return;
    if (!isOn) {
      const old = registration;
      registration = null;
      (await old)?.dispose();
      return;
    }
    registration = connection.client.register(DocumentDiagnosticRequest.type, {
      documentSelector: [{ language: 'determination-letter' }],
      identifier: workspaceIdentifier,
      interFileDependencies: false,
      workspaceDiagnostics: true,
    });
    await registration;
  };
  // One after the other: the last word counts.
  return () => {
    last = last.then(update).catch(error => log('workspace', error));
  };
}

function answerPulls(session: Session, check: WorkspaceCheck, says: Summaries): void {
  const { connection, log } = session;
  connection.languages.diagnostics.onWorkspace(async (params, token, _, partial) => {
    try {
      return await pulled(check, says, params, token, partial ?? null);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      log('workspace', error);
      throw new ResponseError(LSPErrorCodes.ServerCancelled, describeError(error), { retriggerRequest: false });
    }
  });
}

interface Partial {
  report(part: WorkspaceDiagnosticReportPartialResult): void;
}

/** Who takes answers in parts gets each letter when it is checked, and waits where there is nothing to tell. */
async function pulled(
  check: WorkspaceCheck,
  says: Summaries,
  { previousResultIds }: WorkspaceDiagnosticParams,
  token: CancellationToken,
  partial: Partial | null,
): Promise<WorkspaceDiagnosticReport> {
  const told = previousResultIds.map(({ uri, value }) => ({ uri, id: value }));
  for (;;) {
    const change = check.nextChange();
    const all: WorkspaceFullDocumentDiagnosticReport[] = [];
    let count = 0;
    const summary = await check.run(told, token, letter => {
      count++;
      if (partial) partial.report({ items: [toReport(letter)] });
      else all.push(toReport(letter));
    });
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.ServerCancelled, 'Ask again.', { retriggerRequest: true });
    }
    says.say(summary);
    if (!partial || count > 0) return { items: all };
    await Promise.race([change, cancelled(token)]);
  }
}

function cancelled(token: CancellationToken): Promise<void> {
  return new Promise(resolve => {
    if (token.isCancellationRequested) resolve();
    else token.onCancellationRequested(() => resolve());
  });
}

function toReport({ uri, id, diagnostics }: CheckedLetter): WorkspaceFullDocumentDiagnosticReport {
  return { kind: 'full', uri, version: null, items: diagnostics, ...(id === null ? {} : { resultId: id }) };
}

/** Publishes, from when it is started on. */
function published({ connection, client, platform, log }: Session, check: WorkspaceCheck, says: Summaries) {
  const told = new Map<string, string>();
  let isStarted = false;
  let last: Promise<void> = Promise.resolve();
  const send = (letter: CheckedLetter) => {
    if (letter.id === null) told.delete(letter.uri);
    else told.set(letter.uri, letter.id);
    const { uri, diagnostics } = letter;
    connection.sendDiagnostics({ uri, diagnostics }).catch(error => log('workspace', error));
  };
  const never = new CancellationTokenSource().token;
  const burst = new Burst(platform.soon, () => {
    const update = async () => {
      if (!(await check.isOn()) && told.size === 0) return;
      says.say(
        await check.run(
          [...told].map(([uri, id]) => ({ uri, id })),
          never,
          send,
        ),
      );
    };
    last = last.then(update).catch(error => log('workspace', error));
  });
  check.follow(() => {
    if (isStarted) burst.call();
  });
  return {
    start() {
      isStarted = true;
      burst.call();
    },
    /** What is open is reported by itself: in a place of its own where the client pulls that. */
    opened(uri: string) {
      if (told.delete(uri) && client.pullsDiagnostics) {
        connection.sendDiagnostics({ uri, diagnostics: [] }).catch(error => log('workspace', error));
      }
    },
  };
}
