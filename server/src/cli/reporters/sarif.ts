import type { LineIndex } from '../../core/output/lineIndex';
import { rules } from '../../core/rules/index';
import type { Fix, Rule, Severity } from '../../core/rules/rule';
import type { Span } from '../../core/text/span';
import type { FileError } from '../errors';
import { type PageReader, pageSummary } from '../pages';
import { type CheckedFile, type CheckedFinding, placeText, type Reporter } from './reporter';

const levels: Record<Severity, 'error' | 'warning' | 'note'> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * SARIF 2.1.0, for code scanning services. Results go out file by file; what could not be read is told at the end, as
 * notifications of the run.
 */
export function sarifReporter(version: string, readPage: PageReader): Reporter {
  let isFirst = true;
  const ruleIndex = new Map(rules.map((rule, index) => [rule.id, index]));
  return {
    begin() {
      const driver = { name: 'letters', version, rules: rules.map(rule => descriptor(rule, readPage(rule.id))) };
      const run = { tool: { driver }, columnKind: 'utf16CodeUnits', newlineSequences: ['\r\n', '\n', '\r'] };
      const opening = JSON.stringify({ $schema: schemaAddress, version: '2.1.0', runs: [run] });
      return `${opening.slice(0, -'}]}'.length)},"results":[`;
    },
    file(checked) {
      return checked.findings
        .map(finding => {
          const separator = isFirst ? '\n' : ',\n';
          isFirst = false;
          return separator + JSON.stringify(result(checked, finding, ruleIndex.get(finding.rule)));
        })
        .join('');
    },
    end(_totals, _counts, failures) {
      const invocation = {
        executionSuccessful: failures.length === 0,
        toolExecutionNotifications: failures.map(notification),
      };
      return `\n],"invocations":${JSON.stringify([invocation])}}]}\n`;
    },
  };
}

const schemaAddress = 'https://json.schemastore.org/sarif-2.1.0.json';

function descriptor({ id, summary, severity, group, fix }: Rule, page: string | null) {
  const isOn = severity !== 'off';
  return {
    id,
    shortDescription: { text: summary },
    ...(page === null ? {} : { fullDescription: { text: pageSummary(page) }, help: { text: page, markdown: page } }),
    defaultConfiguration: isOn ? { level: levels[severity] } : { enabled: false },
    properties: { tags: [group], fix },
  };
}

function result({ path, lines }: CheckedFile, finding: CheckedFinding, ruleIndex: number | undefined) {
  const { rule, severity, message, related, at } = finding;
  const fixes = at === null ? finding.fixes() : [];
  // A letter of another format than text has no regions.
  const locationOf = (span: Span) => (at === null ? location(path, lines, span) : fileLocation(path));
  const printed = placeText(at);
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: levels[severity],
    message: { text: printed === '' ? message : `${printed}: ${message}` },
    locations: [locationOf(finding.span)],
    ...(at === null ? {} : { properties: at }),
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((place, index) => ({
            id: index + 1,
            ...locationOf(place.span),
            message: { text: place.message },
          })),
        }),
    ...(fixes.length === 0 ? {} : { fixes: fixes.map(fix => sarifFix(path, lines, fix)) }),
  };
}

function fileLocation(path: string) {
  return { physicalLocation: { artifactLocation: artifact(path) } };
}

function location(path: string, lines: LineIndex, span: Span) {
  return { physicalLocation: { artifactLocation: artifact(path), region: region(lines, span) } };
}

function sarifFix(path: string, lines: LineIndex, { title, edits }: Fix) {
  const replacements = edits.map(edit => ({
    deletedRegion: region(lines, edit.span),
    ...(edit.text === '' ? {} : { insertedContent: { text: edit.text } }),
  }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifact(path), replacements }] };
}

/** Lines and columns from 1, the end exclusive. */
function region(lines: LineIndex, span: Span) {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

function notification(failure: FileError) {
  return {
    level: 'error',
    message: { text: failure.message },
    locations: [{ physicalLocation: { artifactLocation: artifact(failure.path) } }],
  };
}

/** A relative path stays relative to the folder of the run; an absolute one becomes a `file:` address. */
function artifact(path: string) {
  const isDrive = /^[A-Za-z]:\//.test(path);
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  if (isDrive) return { uri: `file:///${path.slice(0, 2)}${encoded.slice(encoded.indexOf('/'))}` };
  if (path.startsWith('/')) return { uri: `file://${encoded}` };
  return { uri: encoded, uriBaseId: '%SRCROOT%' };
}
