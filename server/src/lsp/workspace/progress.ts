import type { CancellationToken } from 'vscode-languageserver';
import { t } from '../../core/words/translate';
import type { Session } from '../session';

/** What a task that takes long says while it runs. */
export interface Progress {
  /** Whether the user has asked for it to end. */
  readonly token: CancellationToken | null;
  report(done: number, all: number): void;
  end(): void;
}

const silent: Progress = { token: null, report: () => {}, end: () => {} };

/** Shows that something is going on, with a way to end it, where the client can show that. */
export async function showProgress(
  { connection, client, log }: Pick<Session, 'connection' | 'client' | 'log'>,
  title: string,
): Promise<Progress> {
  if (!client.workDoneProgress) return silent;
  try {
    const shown = await connection.window.createWorkDoneProgress();
    shown.begin(title, 0, undefined, true);
    return {
      token: shown.token,
      report: (done, all) => shown.report(Math.floor((100 * done) / Math.max(1, all)), t('{0} of {1}', done, all)),
      end: () => shown.done(),
    };
  } catch (error) {
    log('progress', error);
    return silent;
  }
}
