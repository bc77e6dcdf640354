import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands';
import { followCursor } from './cursorLine';
import { answerListLetters } from './listLetters';
import { clientOptions } from './options';
import { answerReadFile } from './readFile';
import { answerSettings } from './settings';

/** Settings and commands begin with it. */
const id = 'determinationLetters';

/**
 * Starts the language client that `create` makes, and what the extension does besides; all ends with the extension.
 * `builtIn` is the text of the built-in data, for a server that cannot read them.
 */
export async function activateWith(
  context: ExtensionContext,
  create: (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient,
  builtIn: () => string | null = () => null,
): Promise<void> {
  const client = create(id, 'Determination Letters', clientOptions(context.extensionUri, builtIn));
  context.subscriptions.push(
    answerReadFile(client),
    answerListLetters(client),
    answerSettings(client),
    followCursor(client),
    registerCommands(client, context.extension),
    { dispose: () => client.dispose() },
  );
  await client.start();
}
