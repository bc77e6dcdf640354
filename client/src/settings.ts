import { type Disposable, Uri, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { isObject, type LayeredSettingsResult, layeredSettings } from '../../server/src/lsp/messages';

const section = 'determinationLetters';

/** Tells the server the settings that apply to a letter: a team's file counts more than the user's, less than the workspace's. */
export function answerSettings(client: BaseLanguageClient): Disposable {
  return client.onRequest(layeredSettings, (params: unknown): LayeredSettingsResult => {
    const uri = isObject(params) ? params['uri'] : undefined;
    const scope = typeof uri === 'string' ? Uri.parse(uri) : undefined;
    const settings = workspace.getConfiguration(undefined, scope).inspect<unknown>(section);
    return {
      user: settings?.globalValue,
      workspace: overlaid(settings?.workspaceValue, settings?.workspaceFolderValue),
    };
  });
}

/** The settings of the folder over those of the workspace, setting by setting. */
function overlaid(base: unknown, value: unknown): unknown {
  if (!isObject(base) || !isObject(value)) return value ?? base;
  const keys = new Set([...Object.keys(base), ...Object.keys(value)]);
  return Object.fromEntries([...keys].map(key => [key, overlaid(base[key], value[key])]));
}
