import type { LineIndex } from '../../core/output/lineIndex';
import { type Severity, severities } from '../../core/rules/rule';
import { type Colors, count, visible, visiblePath } from '../terminal';
import { codeFrame } from './codeFrame';
import { withIdentifiersHidden } from './hidden';
import { type CheckedFile, type CheckedFinding, placeText, type Reporter, type Totals } from './reporter';
import { summaryTable } from './summaryTable';

/** For people: every finding with the line it stands on, a table by rule where it is asked for, and a summary. */
export function prettyReporter(colors: Colors, hasTable: boolean): Reporter {
  const rules = new Set<string>();
  let filesWithFindings = 0;
  return {
    begin: () => '',
    file({ path, lines, findings }: CheckedFile) {
      if (findings.length > 0) filesWithFindings++;
      for (const finding of findings) rules.add(finding.rule);
      const shown = withIdentifiersHidden(lines, findings);
      return findings.map(finding => prettyFinding(path, shown, finding, colors)).join('');
    },
    end(totals, counts, failures) {
      const table = hasTable ? summaryTable(counts, colors) : '';
      const hint = `letters explain RULE says more; here: ${[...rules].sort().join(', ')}\n`;
      const unread = failures.length === 0 ? '' : `${count(failures.length, 'path')} could not be read\n`;
      return table + (rules.size > 0 ? colors.dim(hint) : '') + summary(totals, filesWithFindings, colors) + unread;
    },
  };
}

const marks: Record<Severity, (colors: Colors) => (text: string) => string> = {
  error: colors => colors.red,
  warning: colors => colors.yellow,
  information: colors => colors.blue,
  hint: colors => colors.cyan,
};

function prettyFinding(path: string, lines: LineIndex, finding: CheckedFinding, colors: Colors): string {
  const { rule, severity, message, span, at } = finding;
  const { line, character } = lines.position(span.start);
  const printed = placeText(at);
  const place = at === null ? `:${line + 1}:${character + 1}` : printed && `: ${printed}`;
  const mark = marks[severity](colors);
  // Only markup can be fixed.
  const fixes = (at === null ? finding.fixes() : []).map(({ title, safe }) => {
    return `  ${colors.dim(safe ? 'fix (safe):' : 'fix:')} ${visible(title)}\n`;
  });
  const places = finding.related.map(place => {
    const { line, character } = lines.position(place.span.start);
    // The lines of a letter of another format are not what its reader sees.
    const where = at === null ? `${line + 1}:${character + 1}: ` : '';
    return `  ${colors.dim('see')} ${where}${visible(place.message)}\n`;
  });
  return [
    `${colors.bold(visiblePath(path))}${place}: ${mark(severity)}: ${visible(message)} ${colors.dim(`[${rule}]`)}\n`,
    `${codeFrame(lines, span, colors, mark)}\n`,
    ...places,
    ...fixes,
    '\n',
  ].join('');
}

function summary(totals: Totals, filesWithFindings: number, colors: Colors): string {
  const files = count(totals.files, 'file');
  const found = severities.filter(severity => totals[severity] > 0);
  if (found.length === 0) return `${colors.green(`${files} checked, nothing found`)}\n`;
  const counts = found.map(severity => marks[severity](colors)(countOf(totals[severity], severity)));
  return `${counts.join(', ')} in ${filesWithFindings} of ${files}\n`;
}

function countOf(number: number, severity: Severity): string {
  return severity === 'information' ? `${number} information` : count(number, severity);
}
