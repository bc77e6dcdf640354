import {
  type CancellationToken,
  type Diagnostic,
  DiagnosticSeverity,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageserver';
import type { Configuration } from '../../core/config/configuration';
import { inFolder, uriKey } from '../../core/config/uris';
import type { Setup } from '../../core/setup';
import { t } from '../../core/words/translate';
import type { FilesChanged } from '../features/configuration';
import { LetterDocument } from '../letterDocument';
import { report } from '../reports';
import type { Session } from '../session';
import type { WorkspaceFolders } from '../workspaceFolders';
import type { LetterFiles } from './letterFiles';
import { showProgress } from './progress';

/** What was found in a letter that is not open. */
export interface CheckedLetter {
  readonly uri: string;
  /** Null where nothing is reported any more: the letter is gone, or not to be checked. */
  readonly id: string | null;
  readonly diagnostics: Diagnostic[];
}

/** What the receiver was told last, by letter. */
export interface Told {
  readonly uri: string;
  readonly id: string;
}

/** How many letters were checked, and their problems. */
export interface Summary {
  letters: number;
  errors: number;
  warnings: number;
}

/** Fewer letters are checked before anybody would see that it takes time. */
const shownFrom = 20;
/** Ids of reports on letters that are open have no such beginning. */
const idStart = 'file-';

/** Checks the letters of the workspace that are not open, each again when something about it changed. */
export class WorkspaceCheck implements FilesChanged {
  /** The report on each letter as it is now; without an id if it is not to be checked. */
  private readonly reports = new Map<string, { readonly id: string | null; readonly setup: Setup }>();
  private known: ReadonlyMap<string, string> = new Map();
  private isAsked = false;
  private isEnded = false;
  private isConfigured = true;
  private count = 0;
  private readonly followers: (() => void)[] = [];
  private waiting: (() => void)[] = [];

  constructor(
    private readonly session: Session,
    private readonly files: LetterFiles,
    private readonly folders: WorkspaceFolders,
  ) {}

  /** Calls back whenever there may be something to check. */
  follow(changed: () => void): void {
    this.followers.push(changed);
  }

  /** Settles when there may be something to check. */
  nextChange(): Promise<void> {
    return new Promise(resolve => this.waiting.push(resolve));
  }

  /** Checks all letters, whatever the settings say, now and from now on. */
  ask(): void {
    this.isAsked = true;
    this.forgotten();
  }

  /** Whether any letter is to be checked. */
  async isOn(): Promise<boolean> {
    if (this.isAsked) return true;
    const folders = this.folders.all().map(folder => this.files.configuration(inFolder(folder, 'any.letter')));
    return (await Promise.all(folders)).some(({ workspaceDiagnostics }) => workspaceDiagnostics);
  }

  changed(changes: readonly FileEvent[]): void {
    if (changes.length === 0) return;
    if (changes.some(({ type }) => type !== FileChangeType.Changed)) this.files.forgetList();
    for (const { uri } of changes) this.forget(uri);
    this.wake();
  }

  reconfigured(): void {
    this.files.forgetList();
    this.files.forgetConfigurations();
    this.isConfigured = false;
    this.wake();
  }

  forgotten(): void {
    this.files.forgetList();
    this.reports.clear();
    this.wake();
  }

  /** A letter that was open is that of its file again. */
  closed(uri: string): void {
    this.forget(uri);
    this.wake();
  }

  /** Checks what the receiver does not know yet, and tells it letter by letter. */
  async run(told: Iterable<Told>, token: CancellationToken, found: (letter: CheckedLetter) => void): Promise<Summary> {
    const summary = { letters: 0, errors: 0, warnings: 0 };
    const before = new Map([...told].map(each => [uriKey(each.uri), each]));
    const opened = new Set(this.session.letters.keys().map(uriKey));
    this.known = await this.files.list();
    for (const [key, { uri, id }] of before) {
      if (!this.known.has(key) && !opened.has(key) && id.startsWith(idStart)) found({ uri, id: null, diagnostics: [] });
    }
    if (this.isEnded) return summary;
    if (!this.isConfigured) await this.compareSetups();
    const due = [...this.known].filter(([key, uri]) => !opened.has(key) && this.isDue(uri, before.get(key)?.id));
    const progress = due.length < shownFrom ? null : await showProgress(this.session, t('Checking the letters'));
    try {
      for (const [number, [key, uri]] of due.entries()) {
        this.isEnded = progress?.token?.isCancellationRequested === true;
        if (this.isEnded || token.isCancellationRequested) break;
        const letter = await this.check(uri);
        if (letter.id !== null) count(summary, letter);
        if (letter.id !== null || before.has(key)) found(letter);
        progress?.report(number + 1, due.length);
        await new Promise<void>(resolve => this.session.platform.soon(resolve));
      }
    } finally {
      progress?.end();
    }
    return summary;
  }

  private isDue(uri: string, told: string | undefined): boolean {
    const known = this.reports.get(uri);
    if (!known) return true;
    return known.id === null ? told?.startsWith(idStart) === true : known.id !== told;
  }

  /** Forgets the reports on letters that are configured differently. */
  private async compareSetups(): Promise<void> {
    this.isConfigured = true;
    for (const [uri, { id, setup }] of this.reports) {
      const now = await this.files.configuration(uri);
      if (now.setup !== setup || this.checks(now) !== (id !== null)) this.reports.delete(uri);
    }
  }

  private checks({ workspaceDiagnostics }: Configuration): boolean {
    return this.isAsked || workspaceDiagnostics;
  }

  private async check(uri: string): Promise<CheckedLetter> {
    const { service, checking, log } = this.session;
    const none = { uri, id: null, diagnostics: [] };
    try {
      const configuration = await this.files.configuration(uri);
      const { setup } = configuration;
      const known = { id: this.checks(configuration) ? `${idStart}${++this.count}` : null, setup };
      // What changes while the file is read forgets this, and makes it due again.
      this.reports.set(uri, known);
      const file = known.id === null ? null : await this.files.read(uri);
      if (!file) {
        if (this.reports.get(uri) === known) this.reports.set(uri, { id: null, setup });
        return none;
      }
      const document = new LetterDocument(file.text, service, checking);
      return { uri, id: known.id, diagnostics: report(document, setup, null, this.session, null).diagnostics };
    } catch (error) {
      log('workspace', error);
      return none;
    }
  }

  private forget(uri: string): void {
    this.reports.delete(this.known.get(uriKey(uri)) ?? uri);
  }

  private wake(): void {
    this.isEnded = false;
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
    for (const follow of this.followers) follow();
  }
}

function count(summary: Summary, { diagnostics }: CheckedLetter): void {
  summary.letters++;
  for (const { severity } of diagnostics) {
    if (severity === DiagnosticSeverity.Error) summary.errors++;
    if (severity === DiagnosticSeverity.Warning) summary.warnings++;
  }
}
