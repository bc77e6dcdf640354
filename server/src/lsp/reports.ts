import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Finding } from '../core/rules/rule';
import { outsideLine } from '../core/services/quiet';
import type { Setup } from '../core/setup';
import { t } from '../core/words/translate';
import { type DiagnosticStyle, source, toDiagnostic } from './convert';
import type { LetterDocument } from './letterDocument';

/** More problems than this in one letter help nobody, and each costs time to send and to show. */
export const maxDiagnostics = 1000;

/** What is reported of a letter. */
export interface Report {
  /** The same for as long as the same is reported. */
  readonly id: string;
  readonly diagnostics: Diagnostic[];
  /** Something is held back because its line is being typed, or is still to be read. */
  readonly held: boolean;
}

let ids = 0;

/** The report on the letter as it stands; `last` itself if there is nothing new. `typed` is the line being typed. */
export function report(
  document: LetterDocument,
  setup: Setup,
  typed: number | null,
  style: DiagnosticStyle,
  last: Report | null,
): Report {
  if (document.isTooLarge) {
    const diagnostics = [tooLarge()];
    return last && isSame(last.diagnostics, diagnostics) ? last : { id: String(++ids), diagnostics, held: false };
  }
  const findings = typed === null ? document.findings(setup) : document.findingsWhileTyping(setup);
  const shown = typed === null ? findings : outsideLine(findings, document.lineSpan(typed));
  const held = shown.length < findings.length || !document.isRead(setup);
  const diagnostics = toDiagnostics(document, shown, style);
  if (last && last.held === held && isSame(last.diagnostics, diagnostics)) return last;
  return { id: String(++ids), diagnostics, held };
}

function tooLarge(): Diagnostic {
  const start = { line: 0, character: 0 };
  return {
    range: { start, end: start },
    severity: DiagnosticSeverity.Information,
    source,
    code: 'too-large',
    message: t('This text is too large to be a letter, so it is not checked. Open a smaller one, or split it.'),
  };
}

/** The findings but for those on the line being typed, if any. */
export function shownFindings(document: LetterDocument, setup: Setup, typed: number | null): readonly Finding[] {
  if (document.isTooLarge) return [];
  const findings = document.findings(setup);
  return typed === null ? findings : outsideLine(findings, document.lineSpan(typed));
}

function toDiagnostics(document: LetterDocument, findings: readonly Finding[], style: DiagnosticStyle): Diagnostic[] {
  const { text } = document;
  if (findings.length <= maxDiagnostics) return findings.map(finding => toDiagnostic(text, finding, style));
  const shown = findings.slice(0, maxDiagnostics - 1);
  const [next] = findings.slice(shown.length);
  const last: Diagnostic = {
    range: toDiagnostic(text, next as Finding, style).range,
    severity: DiagnosticSeverity.Information,
    source,
    code: 'too-many-problems',
    message: t(
      '{0} more problems follow from here on. They are shown when some of those above are mended.',
      findings.length - shown.length,
    ),
  };
  return [...shown.map(finding => toDiagnostic(text, finding, style)), last];
}

function isSame(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a.length === b.length && a.every((diagnostic, index) => isSameDiagnostic(diagnostic, b[index] as Diagnostic));
}

function isSameDiagnostic(a: Diagnostic, b: Diagnostic): boolean {
  if (a.code !== b.code || a.severity !== b.severity || a.message !== b.message || !isSameRange(a, b)) return false;
  const related = a.relatedInformation ?? [];
  const others = b.relatedInformation ?? [];
  return (
    related.length === others.length &&
    related.every((one, index) => {
      const other = others[index];
      return other !== undefined && one.message === other.message && isSameRange(one.location, other.location);
    })
  );
}

function isSameRange(a: Pick<Diagnostic, 'range'>, b: Pick<Diagnostic, 'range'>): boolean {
  return (
    a.range.start.line === b.range.start.line &&
    a.range.start.character === b.range.start.character &&
    a.range.end.line === b.range.end.line &&
    a.range.end.character === b.range.end.character
  );
}
