import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
} from 'vscode-languageserver';
import { folderOf } from '../core/config/uris';
import type { Client } from './client';
import type { Log } from './guard';

/** Files that are watched wherever they are. */
const patterns = [
  '**/*.letter',
  '**/letters.config.json',
  '**/*.letters-catalogue.json',
  '**/*.letters-profile.json',
  '**/*.letters-vocabulary.json',
  '**/*.letters-names.json',
];
const usualName = /(?:^|\/)letters\.config\.json$|\.letters-(?:catalogue|profile|vocabulary|names)\.json$/;

/** Has the client watch letters, and the files that letters are configured by. */
export class Watching {
  private others = '[]';
  private registration: Promise<Disposable> | null = null;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly log: Log,
  ) {}

  start(): void {
    if (!this.client.registersWatchedFiles) return;
    this.register(patterns.map(globPattern => ({ globPattern }))).catch(error => this.log('watching', error));
  }

  /** Has files of other names, or outside of the workspace, watched as well. */
  watch(files: Iterable<string>, isInWorkspace: (uri: string) => boolean): void {
    if (!this.client.registersWatchedFiles) return;
    const others = [...new Set(files)].filter(uri => !usualName.test(uri) || !isInWorkspace(uri)).sort();
    const key = JSON.stringify(others);
    if (key === this.others) return;
    this.others = key;
    this.registration?.then(old => old.dispose()).catch(error => this.log('watching', error));
    this.registration = others.length > 0 ? this.register(others.map(uri => this.watcher(uri))) : null;
    this.registration?.catch(error => this.log('watching', error));
  }

  private watcher(uri: string): FileSystemWatcher {
    const baseUri = folderOf(uri);
    const pattern = decodeURIComponent(uri.slice(baseUri.length + 1)).replace(/[[\]{}*?]/g, '?');
    return { globPattern: this.client.watchesRelativePatterns ? { baseUri, pattern } : `**/${pattern}` };
  }

  private register(watchers: FileSystemWatcher[]): Promise<Disposable> {
    return this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
}
