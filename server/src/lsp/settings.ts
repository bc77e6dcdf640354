import type { Connection } from 'vscode-languageserver';
import type { LayeredSettings } from '../core/config/configuration';
import type { Client } from './client';
import type { Log } from './guard';
import { isObject, type LayeredSettingsParams, layeredSettings, settingsSection as section } from './messages';

/** Asks the client for its settings, in the best way it knows. */
export class ClientSettings {
  /** What the client said last by itself, at first in its `initializationOptions`. */
  private pushed: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly log: Log,
  ) {
    this.pushed = client.settings;
  }

  /** Takes over what a notification about changed settings holds. */
  changed(settings: unknown): void {
    if (isObject(settings)) this.pushed = settings[section];
  }

  /** The settings that apply to a letter; none where the client does not answer. */
  async of(uri: string): Promise<LayeredSettings> {
    try {
      if (this.client.layersSettings) {
        const params: LayeredSettingsParams = { uri };
        const layered: unknown = await this.connection.sendRequest(layeredSettings, params);
        return isObject(layered) ? layered : {};
      }
      // Which of them are the writer's own cannot be told: a team's file is to count more.
      if (!this.client.configuration) return { user: this.pushed };
      const asked: unknown = await this.connection.workspace.getConfiguration({ scopeUri: uri, section });
      return { user: asked ?? this.pushed };
    } catch (error) {
      this.log('settings', error);
      return {};
    }
  }
}
