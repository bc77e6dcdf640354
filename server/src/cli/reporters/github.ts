import type { LineIndex } from '../../core/output/lineIndex';
import type { Severity } from '../../core/rules/rule';
import type { Span } from '../../core/text/span';
import { placeText, type Reporter } from './reporter';

const commands: Record<Severity, string> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions, which shows them beside the lines of a pull request. */
export function githubReporter(): Reporter {
  return {
    begin: () => '',
    file: ({ path, lines, findings }) =>
      findings
        .map(({ rule, severity, message, span, at }) => {
          const properties = [`file=${property(path)}`, ...(at ? [] : place(lines, span)), `title=${property(rule)}`];
          // A letter of another format than text has no lines.
          const printed = placeText(at);
          const text = printed === '' ? message : `${printed}: ${message}`;
          return `::${commands[severity]} ${properties.join(',')}::${data(text)}\n`;
        })
        .join(''),
    end: (_totals, _counts, failures) =>
      failures.map(({ path, reason }) => `::error title=${property(path)}::${data(reason)}\n`).join(''),
  };
}

function place(lines: LineIndex, span: Span): string[] {
  const start = lines.position(span.start);
  return [`line=${start.line + 1}`, `endLine=${lines.position(span.end).line + 1}`, `col=${start.character + 1}`];
}

/** A command's text ends with its line; a percent sign begins an escape. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** In a property a colon and a comma end the value. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
