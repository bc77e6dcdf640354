import { commands, type Disposable, l10n, SnippetString, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isObject } from '../../../server/src/lsp/messages';
import {
  type HeaderValueParams,
  type HeaderValueResult,
  headerValueRequest,
  type NewLetterFormResult,
  type NewLetterParams,
  type NewLetterResult,
  newLetterFormRequest,
  newLetterRequest,
} from '../../../server/src/lsp/viewMessages';
import { ask } from '../ask';
import { nowhere } from '../guidelines/catalogue';
import { languageId } from '../letters';
import { askHeader, type CheckValue, type Given } from './askHeader';
import { toSnippet } from './snippet';

/** The command that begins a letter; what it is given as its argument it does not ask for. */
export function registerNewLetter(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('determinationLetters.newLetter', async (argument: unknown) => {
    const uri = client.code2ProtocolConverter.asUri(nowhere);
    const given = givenIn(argument) ?? (await asked(client, uri));
    if (!given) return;
    const params: NewLetterParams = { uri, ...given };
    const made = await ask<NewLetterResult | null>(client, newLetterRequest, params);
    if (made) await open(made.text);
    else tellNoServer();
  });
}

async function asked(client: BaseLanguageClient, uri: string): Promise<Given | null> {
  const form = await ask<NewLetterFormResult | null>(client, newLetterFormRequest, { uri });
  if (!form) {
    tellNoServer();
    return null;
  }
  const check: CheckValue = async (values, label) => {
    const params: HeaderValueParams = { uri, values, label, services: [] };
    const checked = await ask<HeaderValueResult | null>(client, headerValueRequest, params);
    return checked ?? { value: values[label] ?? '', problem: null };
  };
  return askHeader(form, check);
}

/** The letter in an editor of its own, the cursor on the first thing to be filled in. */
async function open(text: string): Promise<void> {
  const document = await workspace.openTextDocument({ language: languageId, content: '' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(toSnippet(text)));
}

function givenIn(argument: unknown): Given | null {
  if (!isObject(argument) || !isObject(argument['values'])) return null;
  const texts = Object.entries(argument['values']).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  const services = Array.isArray(argument['services']) ? argument['services'] : [];
  return { values: Object.fromEntries(texts), services: services.filter(service => typeof service === 'string') };
}

function tellNoServer(): void {
  window.showErrorMessage(l10n.t('The language server does not answer. "Restart Server" may help.'));
}
