import type { Connection } from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  type FileEvent,
  type InitializeParams,
  MessageType,
  type ServerCapabilities,
  ShowMessageNotification,
  type ShowMessageParams,
} from 'vscode-languageserver';
import type { BuiltIn } from '../../core/builtIn';
import { type Configuration, Configurator, type LetterPlace } from '../../core/config/configuration';
import { isSameUri } from '../../core/config/uris';
import { t } from '../../core/words/translate';
import { loadsBuiltIn } from '../builtIn';
import type { Client } from '../client';
import { ConfigurationProblems } from '../configurationProblems';
import { Configurations } from '../configurations';
import { guarded, type Log } from '../guard';
import { isObject, type ReadFileParams, readFile } from '../messages';
import type { Platform } from '../platform';
import { ClientSettings } from '../settings';
import { Watching } from '../watching';
import { WorkspaceFolders } from '../workspaceFolders';

export interface ConfigurationFeature {
  readonly capabilities: ServerCapabilities;
  readonly configurations: Configurations;
  readonly folders: WorkspaceFolders;
  /** The text of a file, or null if there is none or it cannot be read. */
  readText(uri: string): Promise<string | null>;
  /** The built-in data. */
  builtIn(): Promise<BuiltIn>;
  /** Asks the client to say when something changes; to be called when it is ready for requests. */
  start(): void;
  /** A letter was opened, saved or closed. */
  opened(uri: string): void;
  saved(): void;
  closed(uri: string): void;
}

/** Told of what concerns letters that are not open. */
export interface FilesChanged {
  changed(changes: readonly FileEvent[]): void;
  /** Letters may be configured differently, or there may be other ones. */
  reconfigured(): void;
  /** Nobody tells which files have changed: all may have. */
  forgotten(): void;
}

interface Needs {
  readonly connection: Connection;
  readonly platform: Platform;
  readonly client: Client;
  readonly log: Log;
}

/** Milliseconds after which a letter is checked without what its files configure, for as long as they take to read. */
const patience = 3000;

/** Where nothing is configured. */
const nowhere: LetterPlace = { uri: null, root: null };

function withoutBuiltIn(): string {
  return t(
    'Letters cannot be checked: the guidelines and words that come with the server are not to be found. Install it again.',
  );
}

/** Keeps what the open letters are configured with; `changed` is told when a letter is to be checked anew. */
export function configuration(
  { connection, platform, client, log }: Needs,
  params: InitializeParams,
  changed: (uri: string) => void,
  files: FilesChanged,
): ConfigurationFeature {
  const folders = new WorkspaceFolders(params);
  const settings = new ClientSettings(connection, client, log);
  const problems = new ConfigurationProblems(connection, client.encoding, log);
  const watching = new Watching(connection, client, log);
  const builtIn = loadsBuiltIn(client, platform);
  const { withoutRules } = client;
  const configurator = new Configurator(
    { builtIn, readText: (uri, within) => readText(uri, within) },
    { withoutRules },
  );
  const open = new Set<string>();

  async function readText(uri: string, within?: readonly string[]): Promise<string | null> {
    if (!client.readsFiles) return platform.readText(uri, within);
    const file: ReadFileParams = { uri, ...(within && { within }) };
    const answer: unknown = await connection.sendRequest(readFile, file);
    return isObject(answer) && typeof answer['text'] === 'string' ? answer['text'] : null;
  }

  /** What letters are checked with where something that passed as a profile or catalogue cannot be worked with. */
  const byDefault = (error: unknown) => {
    log('configuration', error);
    return configurator.configure(nowhere);
  };
  const configurations = new Configurations(
    async uri => configurator.configure(folders.placeOf(uri), await settings.of(uri)).catch(byDefault),
    (uri, before, now) => {
      if (before?.setup !== now.setup) changed(uri);
      problems.show(configurations.all());
      watching.watch(filesOf(configurations.all()), file => folders.contain(file));
    },
    () => {
      let cancel = () => {};
      const late = new Promise<void>(resolve => {
        cancel = platform.clock.after(patience, resolve);
      });
      return { configuration: late.then(() => configurator.configure(nowhere)), cancel };
    },
  );

  const forget = () => {
    configurator.forgetFiles();
    files.reconfigured();
  };
  const reload = () => {
    forget();
    configurations.reload([...open]).catch(error => log('configuration', error));
  };
  // Asked for now, so that they are there when the first letter comes.
  builtIn().catch(error => {
    log('configuration', error);
    const shown: ShowMessageParams = { type: MessageType.Error, message: withoutBuiltIn() };
    connection.sendNotification(ShowMessageNotification.type, shown).catch(failure => log('configuration', failure));
  });
  const concernsLetters = (file: string) => filesOf(configurations.all()).some(known => isSameUri(known, file));

  connection.onDidChangeConfiguration(
    guarded('configuration', log, change => {
      settings.changed(change.settings);
      reload();
    }),
  );
  connection.onDidChangeWatchedFiles(
    guarded('configuration', log, ({ changes }) => {
      const concerned = changes.filter(({ uri }) => !uri.endsWith('.letter'));
      if (concerned.some(({ uri }) => concernsLetters(uri))) reload();
      else if (concerned.length > 0) forget();
      files.changed(changes.filter(({ uri }) => uri.endsWith('.letter')));
    }),
  );

  return {
    capabilities: { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } },
    configurations,
    folders,
    readText,
    builtIn,
    start() {
      watching.start();
      if (client.registersConfiguration) {
        const section = 'determinationLetters';
        const registered = connection.client.register(DidChangeConfigurationNotification.type, { section });
        registered.catch(error => log('configuration', error));
      }
      if (client.workspaceFolders) {
        connection.workspace.onDidChangeWorkspaceFolders(
          guarded('configuration', log, change => {
            folders.change(change);
            reload();
          }),
        );
      }
    },
    opened(uri) {
      open.add(uri);
      configurations.of(uri).catch(error => log('configuration', error));
    },
    saved() {
      // Nobody tells the server of changed files: what is asked for now and then must do.
      if (client.registersWatchedFiles) return;
      reload();
      files.forgotten();
    },
    closed(uri) {
      open.delete(uri);
      configurations.forget(uri);
      problems.show(configurations.all());
    },
  };
}

function filesOf(configurations: Iterable<Configuration>): string[] {
  return [...configurations].flatMap(({ files }) => files);
}
