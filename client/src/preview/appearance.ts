import { ConfigurationTarget, type Uri, workspace } from 'vscode';
import type { Appearance } from './webview/messages';

export const appearanceSetting = 'determinationLetters.preview.appearance';

export function appearanceOf(letter: Uri): Appearance {
  return workspace.getConfiguration(undefined, letter).get(appearanceSetting) === 'theme' ? 'theme' : 'paper';
}

/** Changes the setting where it is set; where it is not, for all letters of this user. */
export async function switchAppearance(letter: Uri): Promise<void> {
  const settings = workspace.getConfiguration(undefined, letter);
  const set = settings.inspect(appearanceSetting);
  const target =
    set?.workspaceFolderValue !== undefined
      ? ConfigurationTarget.WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? ConfigurationTarget.Workspace
        : ConfigurationTarget.Global;
  await settings.update(appearanceSetting, appearanceOf(letter) === 'paper' ? 'theme' : 'paper', target);
}
