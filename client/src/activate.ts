import { Disposable, type ExtensionContext, ExtensionMode, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands';
import { registerComparing } from './compare/comparing';
import type { StartThread } from './convert/converter';
import { followCursor } from './cursorLine';
import { type Dialogs, shownDialogs } from './dialogs';
import { registerDropCitation } from './dropCitation';
import { Catalogue } from './guidelines/catalogue';
import { registerCiting } from './guidelines/citing';
import { registerGuidelinesView } from './guidelines/guidelinesView';
import { registerInAndOut } from './inAndOut';
import { registerGoTo } from './letter/goTo';
import { LetterState } from './letter/letterState';
import { registerLetterView } from './letter/letterView';
import { registerStatusItems } from './letter/statusItems';
import { answerListLetters } from './listLetters';
import { namesOnly } from './log';
import { registerMoveItem } from './moveItem';
import { registerNewLetter } from './newLetter/newLetter';
import { clientOptions } from './options';
import { registerPaste } from './paste';
import { registerPlaces } from './places';
import { registerPreviews } from './preview/previews';
import { answerReadFile, type StandsWithin } from './readFile';
import { answerSettings } from './settings';
import { type ServerHandle, Supervisor } from './supervision/supervisor';

/** Settings and commands begin with it. */
const id = 'determinationLetters';
const name = 'Determination Letters';

/**
 * Starts the language client that `create` makes, and what the extension does besides; all ends with the extension.
 * `startThread` starts the converter of files; `standsWithin` tells where files stand; `builtIn` is the text of the
 * built-in data, for a server that cannot read them.
 */
export async function activateWith(
  context: ExtensionContext,
  create: (id: string, name: string, options: LanguageClientOptions) => ServerHandle,
  startThread: StartThread,
  standsWithin: StandsWithin,
  builtIn: () => string | null = () => null,
): Promise<Activated | undefined> {
  const dialogs = shownDialogs();
  const supervisor = new Supervisor(dialogs);
  const log = window.createOutputChannel(name, { log: true });
  const options = clientOptions(context.extensionUri, builtIn, supervisor);
  const server = create(id, name, { ...options, outputChannel: log, traceOutputChannel: namesOnly(log) });
  const { client } = server;
  context.subscriptions.push(
    log,
    answerReadFile(client, standsWithin),
    answerListLetters(client),
    answerSettings(client),
    followCursor(client),
    supervisor.supervise(server),
    registerCommands(context.extension),
    registerViews(client),
    registerNewLetter(client),
    registerPlaces(client),
    registerPreviews(client, context.extensionUri),
    registerMoveItem(),
    registerPaste(client),
    registerDropCitation(client),
    registerComparing(client, dialogs),
    registerInAndOut(client, context, startThread, dialogs),
    { dispose: () => client.dispose() },
  );
  await client.start();
  return context.extensionMode === ExtensionMode.Test ? { dialogs, supervisor } : undefined;
}

/** What tests are given, to answer instead of a writer and to harm the server. */
export interface Activated {
  readonly dialogs: Dialogs;
  readonly supervisor: Supervisor;
}

/** The views of the letter and the guidelines, with their commands. */
function registerViews(client: BaseLanguageClient): Disposable {
  const state = new LetterState(client);
  const catalogue = new Catalogue(client, state);
  const guidelines = registerGuidelinesView(catalogue, state);
  return Disposable.from(
    state,
    registerLetterView(state),
    registerStatusItems(state),
    registerGoTo(client, state),
    guidelines.disposable,
    registerCiting(client, state, catalogue, guidelines.view),
  );
}
