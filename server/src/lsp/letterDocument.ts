import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Letter } from '../core/language/letter';
import type { LetterService } from '../core/letterService';
import type { Finding } from '../core/rules/rule';
import type { Setup } from '../core/setup';
import type { Span } from '../core/text/span';
import type { ClientText } from './clientText';
import { mostText } from './messages';
import { PendingEdit } from './pendingEdit';

/** Runs the check of a letter of this length, in UTF-16 units, while somebody watches the rules. */
export type Checking = <T>(uri: string, length: number, check: () => T) => T;

/**
 * An open letter: its text as the client counts it, and, read from it when asked for, the letter and its findings. The
 * only place where what was computed is kept and dropped.
 */
export class LetterDocument {
  private pending: PendingEdit | null = null;
  private read: Letter | null = null;
  private found: Found | null = null;
  private wasTooLarge = false;

  constructor(
    readonly text: ClientText,
    private readonly service: LetterService,
    private readonly checking: Checking = (_uri, _length, check) => check(),
  ) {}

  get uri(): string {
    return this.text.uri;
  }

  get version(): number {
    return this.text.version;
  }

  /**
   * Takes over what the client changed.
   *
   * @returns the line that was edited, counted after the change; null if more than one was, or the whole text
   */
  change(changes: readonly TextDocumentContentChangeEvent[], version: number): number | null {
    let edited: number | null = null;
    for (const [index, change] of changes.entries()) {
      const span = 'range' in change ? this.spanOf(change.range) : null;
      this.text.update(change, version);
      if (!span) {
        this.read = null;
        this.pending = null;
        edited = null;
        continue;
      }
      if (this.read) this.pending = PendingEdit.after(this.pending, span, change.text.length);
      const { line } = this.text.positionAt(span.start + change.text.length);
      edited = index === 0 || edited === line ? line : null;
    }
    return edited;
  }

  /** It is not read: the letter has no text and nothing is found in it, which whoever reports must say. */
  get isTooLarge(): boolean {
    return this.text.getText().length > mostText;
  }

  /** The letter as it stands, read with the profile of the setup. Edits since it was last asked for are read at once. */
  letter(setup: Setup): Letter {
    const text = this.isTooLarge ? '' : this.text.getText();
    // What was not read cannot be edited.
    if (this.isTooLarge || this.wasTooLarge) this.pending = null;
    if (this.isTooLarge !== this.wasTooLarge) this.read = null;
    this.wasTooLarge = this.isTooLarge;
    if (this.read?.profile !== setup.profile) this.read = this.service.parse(text, setup);
    else if (this.pending) {
      const { start, oldEnd, newEnd } = this.pending;
      this.read = this.service.edit(this.read, { start, end: oldEnd }, text.slice(start, newEnd), text);
    }
    this.pending = null;
    return this.read;
  }

  /** What the rules find in the letter as it stands. */
  findings(setup: Setup): readonly Finding[] {
    const letter = this.letter(setup);
    const known = this.known(letter, setup);
    if (known?.isRead) return known.findings;
    const findings = this.watched(() => this.service.check(letter, setup));
    this.found = { letter, setup, findings, isRead: true };
    return findings;
  }

  /** The same, but what the second reader finds may be that of before the last edits. */
  findingsWhileTyping(setup: Setup): readonly Finding[] {
    const letter = this.letter(setup);
    const known = this.known(letter, setup);
    if (known) return known.findings;
    const findings = this.watched(() => this.service.checkWhileTyping(letter, setup));
    this.found = { letter, setup, findings, isRead: false };
    return findings;
  }

  private watched<T>(check: () => T): T {
    return this.checking(this.uri, this.text.getText().length, check);
  }

  /** Whether the second reader has seen the letter as it stands. */
  isRead(setup: Setup): boolean {
    return this.known(this.letter(setup), setup)?.isRead ?? false;
  }

  private known(letter: Letter, setup: Setup): Found | null {
    return this.found?.letter === letter && this.found.setup === setup ? this.found : null;
  }

  /** A line as the client counts them, its line end excluded. */
  lineSpan(line: number): Span {
    return this.spanOf({ start: { line, character: 0 }, end: { line, character: Number.MAX_SAFE_INTEGER } });
  }

  private spanOf(range: { readonly start: Position; readonly end: Position }): Span {
    const a = this.text.offsetAt(range.start);
    const b = this.text.offsetAt(range.end);
    return { start: Math.min(a, b), end: Math.max(a, b) };
  }
}

interface Found {
  readonly letter: Letter;
  readonly setup: Setup;
  readonly findings: readonly Finding[];
  readonly isRead: boolean;
}

interface Position {
  readonly line: number;
  readonly character: number;
}
