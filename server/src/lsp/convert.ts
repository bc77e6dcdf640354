import { type Diagnostic, DiagnosticSeverity, type Range, type TextEdit } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity } from '../core/rules/rule';
import type { TextEdit as CoreTextEdit, Span } from '../core/text/span';

export const source = 'letter';

export const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function toRange(text: TextDocument, span: Span): Range {
  return { start: text.positionAt(span.start), end: text.positionAt(span.end) };
}

export function toSpan(text: TextDocument, range: Range): Span {
  return { start: text.offsetAt(range.start), end: text.offsetAt(range.end) };
}

export function toTextEdit(text: TextDocument, edit: CoreTextEdit): TextEdit {
  return { range: toRange(text, edit.span), newText: edit.text };
}

export interface DiagnosticStyle {
  readonly relatedInformation: boolean;
  readonly rulePages: string | null;
}

export function toDiagnostic(text: TextDocument, finding: Finding, style: DiagnosticStyle): Diagnostic {
  const diagnostic: Diagnostic = {
    range: toRange(text, finding.span),
    severity: severities[finding.severity],
    code: finding.rule,
    source,
    message: finding.message,
  };
  if (style.rulePages !== null) diagnostic.codeDescription = { href: rulePage(style.rulePages, finding.rule) };
  if (style.relatedInformation && finding.related.length > 0) {
    diagnostic.relatedInformation = finding.related.map(related => ({
      location: { uri: text.uri, range: toRange(text, related.span) },
      message: related.message,
    }));
  }
  return diagnostic;
}

export function rulePage(pages: string, rule: string): string {
  return `${pages}${rule}.md`;
}
