import { severities } from '../../core/rules/rule';
import type { RuleCount } from '../ruleCounts';
import type { Colors } from '../terminal';

/** How often each rule found something, the most frequent first: a column for each severity there was. */
export function summaryTable(counts: readonly RuleCount[], colors: Colors): string {
  if (counts.length === 0) return '';
  const columns = severities.filter(severity => counts.some(count => count.severities[severity]));
  const rows = [...counts]
    .sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1))
    .map(({ rule, severities: own, findings, files }) => [
      rule,
      ...columns.map(severity => own[severity] ?? ''),
      findings,
      files,
    ]);
  const header = ['rule', ...columns, 'all', 'files'];
  const widths = header.map((name, column) =>
    Math.max(...[header, ...rows].map(row => String(row[column]).length), name.length),
  );
  const line = (row: readonly (string | number)[]) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? String(cell).padEnd(width) : String(cell).padStart(width);
      })
      .join('  ');
  return `${colors.dim(line(header))}\n${rows.map(row => `${line(row)}\n`).join('')}\n`;
}
