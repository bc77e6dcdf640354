import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver';
import type { LetterPlace } from '../core/config/configuration';
import { absoluteUri, isInside, isSameUri } from '../core/config/uris';

/** The folders the editor has open. */
export class WorkspaceFolders {
  private uris: string[];

  constructor({ workspaceFolders, rootUri, rootPath }: InitializeParams) {
    const root = rootUri ?? (rootPath ? absoluteUri(rootPath) : null);
    this.uris = workspaceFolders?.map(({ uri }) => uri) ?? (root ? [root] : []);
  }

  change({ added, removed }: WorkspaceFoldersChangeEvent): void {
    this.uris = this.uris.filter(uri => !removed.some(gone => isSameUri(gone.uri, uri)));
    this.uris.push(...added.map(({ uri }) => uri));
  }

  all(): readonly string[] {
    return this.uris;
  }

  contain(uri: string): boolean {
    return this.uris.some(folder => isInside(folder, uri));
  }

  /** Where a letter stands. One that is no file yet counts as a letter of the first folder. */
  placeOf(uri: string): LetterPlace {
    if (uri.startsWith('untitled:')) return { uri: null, root: this.uris[0] ?? null };
    const around = this.uris.filter(folder => isInside(folder, uri));
    const innermost = around.reduce<string | null>(
      (best, each) => (best && best.length >= each.length ? best : each),
      null,
    );
    return { uri, root: innermost };
  }
}
