import type { CancellationToken, FileEvent, Range } from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import { uriKey } from '../../core/config/uris';
import type { Letter } from '../../core/language/letter';
import type { Setup } from '../../core/setup';
import type { Span } from '../../core/text/span';
import { t } from '../../core/words/translate';
import { type LetterEntry, letterEntry } from '../../core/workspace/letterEntry';
import { LetterIndex } from '../../core/workspace/letterIndex';
import type { ClientText } from '../clientText';
import { toRange } from '../convert';
import type { FilesChanged } from '../features/configuration';
import { LetterDocument } from '../letterDocument';
import { openLetter, type Session } from '../session';
import type { LetterFiles } from './letterFiles';
import { showProgress } from './progress';

/** A range in four numbers: many are kept. */
export type Place = readonly [line: number, character: number, endLine: number, endCharacter: number];

export function placeRange([line, character, endLine, endCharacter]: Place): Range {
  return { start: { line, character }, end: { line: endLine, character: endCharacter } };
}

/** So many files are asked for at once. */
const batchSize = 8;
/** Fewer letters are read before anybody would see that it takes time. */
const shownFrom = 50;

/**
 * What is known of all letters of the workspace. Nothing is read before it is asked for; then only what has changed is
 * read again. Letters that are open count as they are in the editor.
 */
export class WorkspaceIndex implements FilesChanged {
  private readonly index = new LetterIndex<Place>();
  private readonly stale = new Set<string>();
  private readonly setups = new Map<string, Setup>();
  /** The letters of the workspace as they were last listed. */
  private known: ReadonlyMap<string, string> = new Map();
  private readonly entries = new WeakMap<Letter, LetterEntry<Place>>();
  private isListed = false;
  private isConfigured = true;
  private running: Promise<boolean> | null = null;
  private waiting = 0;

  constructor(
    private readonly session: Pick<
      Session,
      'connection' | 'platform' | 'client' | 'service' | 'letters' | 'configurations' | 'log'
    >,
    private readonly files: LetterFiles,
  ) {}

  /** The index, with every letter; without some where the token or the user put an end to the reading. */
  async complete(token?: CancellationToken): Promise<LetterIndex<Place>> {
    let isWaiting = true;
    const leave = () => {
      if (isWaiting) this.waiting--;
      isWaiting = false;
    };
    this.waiting++;
    const cancelled = token?.onCancellationRequested(leave);
    try {
      while (isWaiting && this.isIncomplete()) {
        this.running ??= this.read().finally(() => {
          this.running = null;
        });
        if (!(await this.running)) break;
      }
    } finally {
      cancelled?.dispose();
      leave();
    }
    await this.takeOpen();
    return this.index;
  }

  /** Files came, changed or went. */
  changed(changes: readonly FileEvent[]): void {
    for (const { uri, type } of changes) {
      if (type !== FileChangeType.Changed) this.isListed = false;
      const known = this.known.get(uriKey(uri));
      if (known !== undefined) this.stale.add(known);
    }
  }

  /** Letters may be configured differently. */
  reconfigured(): void {
    this.files.forgetConfigurations();
    this.isConfigured = false;
    this.isListed = false;
  }

  /** Nobody tells what has changed: everything may have. */
  forgotten(): void {
    this.isListed = false;
    for (const uri of this.index.uris()) this.stale.add(uri);
  }

  /** The letter is that of its file again. */
  closed(uri: string): void {
    this.index.set(uri, null);
    this.isListed = false;
  }

  private isIncomplete(): boolean {
    return !this.isListed || !this.isConfigured || this.stale.size > 0;
  }

  /** Reads what is not known, for as long as somebody waits for it; false if the user has put an end to it. */
  private async read(): Promise<boolean> {
    if (!this.isListed) await this.list();
    if (!this.isConfigured) await this.compareSetups();
    const all = this.stale.size;
    const progress =
      all < shownFrom ? null : await showProgress(this.session, t('Reading the letters of the workspace'));
    const isEnded = () => progress?.token?.isCancellationRequested === true;
    try {
      while (this.stale.size > 0 && this.waiting > 0 && !isEnded()) {
        const batch = [...this.stale].slice(0, batchSize);
        for (const uri of batch) this.stale.delete(uri);
        await Promise.all(batch.map(uri => this.readLetter(uri)));
        progress?.report(Math.max(0, all - this.stale.size), all);
        // What has come in the meantime, a cancellation among it, is taken first.
        await new Promise<void>(resolve => this.session.platform.soon(resolve));
      }
    } finally {
      progress?.end();
    }
    return !isEnded();
  }

  private async list(): Promise<void> {
    this.isListed = true;
    this.files.forgetList();
    this.known = await this.files.list();
    const listed = new Set(this.known.values());
    for (const uri of [...this.index.uris()]) if (!listed.has(uri)) this.drop(uri);
    for (const uri of this.stale) if (!listed.has(uri)) this.stale.delete(uri);
    for (const uri of listed) if (!this.index.has(uri)) this.stale.add(uri);
  }

  private async compareSetups(): Promise<void> {
    this.isConfigured = true;
    for (const [uri, setup] of this.setups) {
      if ((await this.files.configuration(uri)).setup !== setup) this.stale.add(uri);
    }
  }

  private async readLetter(uri: string): Promise<void> {
    try {
      const file = await this.files.read(uri);
      if (!file) return this.drop(uri);
      const { text, configuration } = file;
      const letter = new LetterDocument(text, this.session.service).letter(configuration.setup);
      this.setups.set(uri, configuration.setup);
      this.index.set(uri, letterEntry(letter, configuration.setup, placeIn(text)));
    } catch (error) {
      this.session.log('workspace', error);
      this.drop(uri);
    }
  }

  private drop(uri: string): void {
    this.index.set(uri, null);
    this.setups.delete(uri);
  }

  /** Takes the letters that are open as they are, in the place of their files. */
  private async takeOpen(): Promise<void> {
    for (const { uri } of this.session.letters.all()) {
      const open = await openLetter(this.session, uri);
      if (!open) continue;
      const file = this.known.get(uriKey(uri));
      if (file !== undefined && file !== uri) this.drop(file);
      const { document, letter, setup } = open;
      const entry = this.entries.get(letter) ?? letterEntry(letter, setup, placeIn(document.text));
      this.entries.set(letter, entry);
      this.index.set(uri, entry);
    }
  }
}

function placeIn(text: ClientText): (span: Span) => Place {
  return span => {
    const { start, end } = toRange(text, span);
    return [start.line, start.character, end.line, end.character];
  };
}
