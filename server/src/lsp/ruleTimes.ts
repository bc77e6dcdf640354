import type { RuleWatch } from '../core/rules/check';

/** Milliseconds that one rule may take over one letter; in long letters, milliseconds for each megabyte. */
const mostTime = 2000;
const mostTimePerMegabyte = 1000;
/** Milliseconds: so little does not add up to anything. */
const leastTime = 0.02;
/** Milliseconds after the start for which rules are noted: what hung before does so again soon, or not at all. */
const notesTime = 60_000;

/** Measures the rules; before each runs it is noted for a client that looks for the one that does not come to an end. */
export class RuleTimes implements RuleWatch {
  private readonly times = new Map<string, number>();
  private rule = '';
  private since = 0;
  private readonly notesEnd = performance.now() + notesTime;

  constructor(private readonly note: ((rule: string | null) => void) | null) {}

  starts(rule: string): void {
    this.rule = rule;
    this.since = performance.now();
    if (this.since < this.notesEnd) this.note?.(rule);
  }

  ends(): void {
    const now = performance.now();
    const took = now - this.since;
    if (took > leastTime) this.times.set(this.rule, (this.times.get(this.rule) ?? 0) + took);
    if (now < this.notesEnd) this.note?.(null);
  }

  /** Runs a check of a letter of this length, and names the rules that took too long over it, in milliseconds. */
  during<T>(length: number, check: () => T, slow: (rule: string, time: number) => void): T {
    this.times.clear();
    const result = check();
    const most = Math.max(mostTime, (length / 1_000_000) * mostTimePerMegabyte);
    for (const [rule, time] of this.times) if (time > most) slow(rule, time);
    return result;
  }
}
