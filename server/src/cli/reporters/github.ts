import type { Severity } from '../../core/rules/rule';
import type { Reporter } from './reporter';

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
        .map(({ rule, severity, message, span }) => {
          const start = lines.position(span.start);
          const end = lines.position(span.end);
          const properties = [
            `file=${property(path)}`,
            `line=${start.line + 1}`,
            `endLine=${end.line + 1}`,
            `col=${start.character + 1}`,
            `title=${property(rule)}`,
          ];
          return `::${commands[severity]} ${properties.join(',')}::${data(message)}\n`;
        })
        .join(''),
    end: (_totals, _counts, failures) =>
      failures.map(({ path, reason }) => `::error title=${property(path)}::${data(reason)}\n`).join(''),
  };
}

/** A command's text ends with its line; a percent sign begins an escape. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** In a property a colon and a comma end the value. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
