import { type Diagnostic, DiagnosticSeverity, l10n, languages, type Uri } from 'vscode';
import type { PageProblem, Severity } from './webview/messages';

/** What the checks say of a letter, for the margin of its preview. */
export function pageProblems(uri: Uri): PageProblem[] {
  return languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'letter')
    .map(toProblem);
}

function toProblem({ range: { start }, severity, message }: Diagnostic): PageProblem {
  const name = severityName(severity);
  return { line: start.line, character: start.character, severity: name, label: labelled(name, message) };
}

function severityName(severity: DiagnosticSeverity): Severity {
  switch (severity) {
    case DiagnosticSeverity.Error:
      return 'error';
    case DiagnosticSeverity.Warning:
      return 'warning';
    case DiagnosticSeverity.Information:
      return 'information';
    case DiagnosticSeverity.Hint:
      return 'hint';
  }
}

function labelled(severity: Severity, message: string): string {
  switch (severity) {
    case 'error':
      return l10n.t('Error: {0}', message);
    case 'warning':
      return l10n.t('Warning: {0}', message);
    case 'information':
      return l10n.t('Remark: {0}', message);
    case 'hint':
      return l10n.t('Suggestion: {0}', message);
  }
}
