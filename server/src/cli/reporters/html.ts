import { escapeHtml } from '../../core/printed/html';
import { type Severity, severities } from '../../core/rules/rule';
import type { FileError } from '../errors';
import type { RuleCount } from '../ruleCounts';
import type { CheckedFile, Reporter, Totals } from './reporter';
import { summaryStyle } from './summaryStyle';

type Counts = Record<'files' | Severity, number>;

/**
 * A page for a quality lead, to be read or printed: what was found by rule, by letter and by month of the decision. It
 * holds no text of the letters, loads nothing and runs nothing.
 */
export function htmlReporter(version: string): Reporter {
  const letters: { readonly path: string; readonly counts: Counts }[] = [];
  const months = new Map<string, Counts>();
  return {
    begin: () => '',
    file(checked) {
      const counts = countsOf(checked);
      letters.push({ path: checked.path, counts });
      const month = checked.decided?.slice(0, 7) ?? '';
      months.set(month, sum(months.get(month) ?? none(), counts));
      return '';
    },
    end: (totals, rules, failures) =>
      page([
        `<h1>Letters checked</h1>\n<p>${escapeHtml(summary(totals))}</p>`,
        failures.length === 0 ? '' : failureList(failures),
        table('By rule', 'Rule', ['All', 'Letters'], ruleRows(rules)),
        table('By letter', 'Letter', ['All'], letters.filter(hasFindings).sort(worstFirst).map(letterRow)),
        table('By month of the decision', 'Month', ['All', 'Letters'], [...months].sort().map(monthRow)),
        `<p class="about">Made by letters ${escapeHtml(version)}. letters explain RULE says more about a rule.</p>`,
      ]),
  };
}

function countsOf({ findings }: CheckedFile): Counts {
  const counts = { ...none(), files: 1 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

function none(): Counts {
  return { files: 0, error: 0, warning: 0, information: 0, hint: 0 };
}

function sum(a: Counts, b: Counts): Counts {
  const both = { ...none(), files: a.files + b.files };
  for (const severity of severities) both[severity] = a[severity] + b[severity];
  return both;
}

function all(counts: Counts): number {
  return severities.reduce((total, severity) => total + counts[severity], 0);
}

function hasFindings({ counts }: { readonly counts: Counts }): boolean {
  return all(counts) > 0;
}

interface Counted {
  readonly path: string;
  readonly counts: Counts;
}

function worstFirst(a: Counted, b: Counted): number {
  for (const severity of severities) {
    if (a.counts[severity] !== b.counts[severity]) return b.counts[severity] - a.counts[severity];
  }
  return a.path < b.path ? -1 : 1;
}

/** A name and its numbers: one of each severity, then those that the table adds. */
type Row = readonly [name: string, ...numbers: number[]];

function ruleRows(rules: readonly RuleCount[]): Row[] {
  return [...rules]
    .sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1))
    .map(
      ({ rule, severities: own, findings, files }): Row => [
        rule,
        ...severities.map(severity => own[severity] ?? 0),
        findings,
        files,
      ],
    );
}

function letterRow({ path, counts }: Counted): Row {
  return [path, ...severities.map(severity => counts[severity]), all(counts)];
}

function monthRow([month, counts]: readonly [string, Counts]): Row {
  return [month || 'No date', ...severities.map(severity => counts[severity]), all(counts), counts.files];
}

const columnNames: Readonly<Record<Severity, string>> = {
  error: 'Errors',
  warning: 'Warnings',
  information: 'Information',
  hint: 'Hints',
};

function table(title: string, first: string, last: readonly string[], rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const head = [first, ...severities.map(severity => columnNames[severity]), ...last];
  const body = rows.map(([name, ...numbers]) => {
    const cells = numbers.map(number => `<td>${number}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(name)}</th>${cells}</tr>`;
  });
  return [
    `<table>\n<caption>${title}</caption>`,
    `<thead><tr>${head.map(name => `<th scope="col">${name}</th>`).join('')}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody>\n</table>`,
  ].join('\n');
}

function failureList(failures: readonly FileError[]): string {
  const items = failures.map(({ message }) => `<li>${escapeHtml(message)}</li>`).join('\n');
  return `<h2>Not checked</h2>\n<ul>\n${items}\n</ul>`;
}

function summary(totals: Totals): string {
  const counts = severities.map(severity => `${columnNames[severity].toLowerCase()}: ${totals[severity]}`);
  return `Letters: ${totals.files}; ${counts.join(', ')}.`;
}

function page(parts: readonly string[]): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Letters checked</title>
<style>
${summaryStyle}</style>
</head>
<body>
<main>
${parts.filter(Boolean).join('\n')}
</main>
</body>
</html>
`;
}
