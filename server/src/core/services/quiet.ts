import type { Finding } from '../rules/rule';
import { type Span, touches } from '../text/span';

/** Timers, injected so that tests need not wait. */
export interface Clock {
  /** Calls back once after so many milliseconds; what it returns takes the call back. */
  after(milliseconds: number, callback: () => void): () => void;
}

/**
 * Quiet typing: remembers, for each letter, the line that is being typed, until another line is edited, the cursor
 * leaves it, or the writer pauses. Lines count from 0.
 */
export class QuietTyping {
  private readonly typing = new Map<string, { readonly line: number; readonly cancel: () => void }>();

  /** `ended` is told when a line is no longer being typed, so that what was held back can be shown. */
  constructor(
    private readonly clock: Clock,
    private readonly ended: (uri: string) => void,
  ) {}

  /** The line being typed, or null. */
  lineOf(uri: string): number | null {
    return this.typing.get(uri)?.line ?? null;
  }

  /** A line was edited, or, where `line` is null, more than one at once, which nobody types. */
  edited(uri: string, line: number | null, pause: number): void {
    this.typing.get(uri)?.cancel();
    this.typing.delete(uri);
    if (line === null || pause <= 0) return;
    this.typing.set(uri, { line, cancel: this.clock.after(pause, () => this.end(uri)) });
  }

  cursorAt(uri: string, line: number): void {
    if (this.typing.has(uri) && this.lineOf(uri) !== line) this.end(uri);
  }

  /** The writer asks to see everything, or the letter is closed. */
  end(uri: string): void {
    const known = this.typing.get(uri);
    if (!known) return;
    known.cancel();
    this.typing.delete(uri);
    this.ended(uri);
  }
}

/** The findings that do not touch `line`, the span of the line being typed. */
export function outsideLine(findings: readonly Finding[], line: Span): readonly Finding[] {
  return findings.some(finding => touches(finding.span, line))
    ? findings.filter(finding => !touches(finding.span, line))
    : findings;
}
