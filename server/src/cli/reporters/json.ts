import type { LineIndex, Position } from '../../core/output/lineIndex';
import type { Severity } from '../../core/rules/rule';
import type { CheckedFile, CheckedFinding, Reporter } from './reporter';

/*
 * The JSON of `letters check`: `{ "version": 1, "files": JsonFile[], "totals": Totals, "rules": { [rule]: findings } }`. A
 * contract that others build on: nothing is renamed or left out within a version.
 */

interface JsonFile {
  readonly path: string;
  readonly diagnostics: readonly JsonDiagnostic[];
}

interface JsonDiagnostic {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** From 0; characters in UTF-16 units. Of a letter of another format, in the markup that was made of it. */
  readonly range: { readonly start: Position; readonly end: Position };
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[];
  /** Only of a letter of another format: the page, from 1, where it has pages. */
  readonly page?: number;
  /** Likewise: the index of the item, from 0, where it stands in one. */
  readonly item?: number;
}

export function jsonReporter(): Reporter {
  let isFirst = true;
  return {
    begin: () => '{"version":1,"files":[',
    file: checked => {
      const separator = isFirst ? '\n' : ',\n';
      isFirst = false;
      return separator + JSON.stringify(jsonFile(checked));
    },
    end(totals, counts) {
      const rules = Object.fromEntries(counts.map(({ rule, findings }) => [rule, findings]));
      return `\n],"totals":${JSON.stringify(totals)},"rules":${JSON.stringify(rules)}}\n`;
    },
  };
}

function jsonFile({ path, lines, findings }: CheckedFile): JsonFile {
  return { path, diagnostics: findings.map(finding => jsonDiagnostic(finding, lines)) };
}

function jsonDiagnostic(
  { rule, severity, message, span, fixes, at }: CheckedFinding,
  lines: LineIndex,
): JsonDiagnostic {
  return {
    rule,
    severity,
    message,
    range: { start: lines.position(span.start), end: lines.position(span.end) },
    fixes: fixes().map(({ title, safe }) => ({ title, safe })),
    ...(at?.page == null ? {} : { page: at.page }),
    ...(at?.item == null ? {} : { item: at.item }),
  };
}
