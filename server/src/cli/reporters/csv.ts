import type { CheckedFile, CheckedFinding, Reporter } from './reporter';

const columns = ['path', 'line', 'column', 'page', 'item', 'severity', 'rule', 'message', 'decided'];
/** A spreadsheet takes a cell that begins so for a formula, and would compute it. */
const formula = /^[=+\-@\t\r\n]/;

/**
 * One row a problem, as RFC 4180 has it, for spreadsheets. Lines, columns, pages and items count from 1; in a letter of
 * another format page and item stand instead of line and column. What could not be read is told on standard error.
 */
export function csvReporter(): Reporter {
  return {
    begin: () => row(columns),
    file: checked => checked.findings.map(finding => row(cells(checked, finding))).join(''),
    end: () => '',
  };
}

function cells({ path, lines, decided }: CheckedFile, { rule, severity, message, span, at }: CheckedFinding) {
  const { line, character } = lines.position(span.start);
  const inMarkup = [line + 1, character + 1, '', ''];
  const place = at ? ['', '', at.page ?? '', at.item === null ? '' : at.item + 1] : inMarkup;
  return [path, ...place, severity, rule, message, decided ?? ''];
}

function row(values: readonly (string | number)[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: string | number): string {
  const text = formula.test(String(value)) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
