import { commands, Disposable, l10n, type Uri } from 'vscode';
import {
  type BaseLanguageClient,
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type Middleware,
  State,
} from 'vscode-languageclient';
import { alive, type ClientOptions, isObject, ruleRuns } from '../../../server/src/lsp/messages';
import type { Dialogs, Told } from '../dialogs';
import { Heartbeat } from './heartbeat';

/** A server that stops this often in this many milliseconds is not started again by itself. */
const mostStops = 5;
const stopsWithin = 180_000;

/** What there is of a server besides the client that speaks to it. */
export interface ServerHandle {
  readonly client: BaseLanguageClient;
  /** Ends the server, whatever it does; the client notices that. */
  kill(): void;
  /** The folder in which the engine keeps what it compiled of the server, if it does. */
  readonly compiledCode?: Uri;
}

/** Sees that there is a server that answers: starts it again when it stops, and ends it when it hangs. */
export class Supervisor {
  readonly heartbeat = new Heartbeat(
    () => (this.server.client.isRunning() ? this.server.client.sendRequest(alive) : Promise.resolve()),
    rule => this.lost(rule),
  );
  private handle: ServerHandle | undefined;
  private stops: number[] = [];
  private readonly withoutRules = new Set<string>();
  private notesRules = false;

  constructor(private readonly dialogs: Dialogs) {}

  get server(): ServerHandle {
    if (!this.handle) throw new Error('No server is supervised yet');
    return this.handle;
  }

  /** What a server is told when it starts. */
  get options(): Pick<ClientOptions, 'withoutRules' | 'notesRules'> {
    return { withoutRules: [...this.withoutRules], notesRules: this.notesRules };
  }

  /** Whatever is sent to the server gives it something to do. */
  readonly middleware: Pick<Middleware, 'sendRequest' | 'sendNotification'> = {
    sendRequest: (type, param, token, next) => {
      if (type !== alive) this.heartbeat.sent();
      return next(type, param, token);
    },
    sendNotification: (type, next, params) => {
      this.heartbeat.sent();
      return next(type, params);
    },
  };

  readonly errorHandler: ErrorHandler = {
    // A server that cannot be spoken to any more also closes, or does not answer.
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => this.closed(),
  };

  /** Begins with a server that has not started yet. */
  supervise(handle: ServerHandle): Disposable {
    this.handle = handle;
    const { client } = handle;
    return Disposable.from(
      commands.registerCommand('determinationLetters.restartServer', () => this.restart()),
      client.onNotification(ruleRuns, (params: unknown) => {
        const rule = isObject(params) ? params['rule'] : null;
        this.heartbeat.runs(typeof rule === 'string' ? rule : null);
      }),
      client.onDidChangeState(({ newState }) => {
        this.heartbeat.stop();
        if (newState === State.Running) this.heartbeat.sent();
      }),
      { dispose: () => this.heartbeat.stop() },
    );
  }

  /** Starts the server anew, with every rule. */
  private async restart(): Promise<void> {
    const { client, kill } = this.server;
    this.stops = [];
    this.withoutRules.clear();
    this.notesRules = false;
    if (client.isRunning()) await client.stop().catch(error => client.error('Stopping the server', error, false));
    // One that does not come up is closed, and so started again.
    if (client.state === State.Starting) kill();
    else await client.start();
  }

  private closed(): CloseHandlerResult {
    this.heartbeat.stop();
    const now = performance.now();
    this.stops = [...this.stops.filter(stop => now - stop < stopsWithin), now];
    if (this.stops.length < mostStops) {
      return { action: CloseAction.Restart, handled: true, message: 'The server stopped, and is started again.' };
    }
    this.stops = [];
    const message = l10n.t(
      'Letters are not checked any more: their server stopped {0} times in a row. Their texts are untouched. Restart the server; if it stops again, its log says where.',
      mostStops,
    );
    this.tell('error', message);
    return { action: CloseAction.DoNotRestart, handled: true, message: 'The server stopped too often.' };
  }

  /** The server does not answer. The first time it is only found out which rule it hangs in. */
  private lost(rule: string | null): void {
    const { client, kill } = this.server;
    client.error(`The server does not answer${rule === null ? '' : `; it runs the rule ${rule}`}.`, undefined, false);
    this.notesRules = true;
    if (rule !== null) {
      this.withoutRules.add(rule);
      const message = l10n.t(
        'The rule {0} did not come to an end and is switched off until the server is restarted. All other rules go on, and no text is lost.',
        rule,
      );
      this.tell('warning', message);
    }
    kill();
  }

  private tell(how: Told, message: string): void {
    const restart = l10n.t('Restart Server');
    const showLog = l10n.t('Show Log');
    const told = this.dialogs.tell(how, message, restart, showLog).then(answer => {
      if (answer === showLog) this.server.client.outputChannel.show();
      return answer === restart ? this.restart() : undefined;
    });
    told.catch(error => this.server.client.error('Restarting the server', error, false));
  }
}
