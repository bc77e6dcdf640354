import type { Finding, Severity } from '../core/rules/rule';

/** How often one rule found something. */
export interface RuleCount {
  readonly rule: string;
  /** By severity: a finding may be less severe than its rule. */
  readonly severities: Readonly<Partial<Record<Severity, number>>>;
  readonly findings: number;
  readonly files: number;
}

/** Counts findings by their rules, file by file. */
export class RuleCounts {
  private readonly counts = new Map<string, { severities: Partial<Record<Severity, number>>; files: number }>();

  add(findings: readonly Finding[]): void {
    const seen = new Set<string>();
    for (const { rule, severity } of findings) {
      const count = this.counts.get(rule) ?? { severities: {}, files: 0 };
      count.severities[severity] = (count.severities[severity] ?? 0) + 1;
      if (!seen.has(rule)) count.files++;
      seen.add(rule);
      this.counts.set(rule, count);
    }
  }

  /** Those that found something, by their names. */
  all(): RuleCount[] {
    return [...this.counts]
      .map(([rule, { severities, files }]) => {
        const findings = Object.values(severities).reduce((sum, number) => sum + number, 0);
        return { rule, severities, findings, files };
      })
      .sort((a, b) => (a.rule < b.rule ? -1 : 1));
  }
}
