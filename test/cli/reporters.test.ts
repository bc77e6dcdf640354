import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { folderWith, item, letters, letterWith } from './command';

const undecided = item('😀 Brace\tfor the knee').replace(': Upheld', '');
const files = {
  'bad, 100% sure.letter': `\ufeff${letterWith(undecided)}\n<!-- to be told \u001b[31m\n`,
  'good.letter': letterWith(item('MRI of the left knee')),
  'sub/crlf.letter': letterWith(undecided).replaceAll('\n', '\r\n'),
  'sub/cr.letter': letterWith(undecided).replaceAll('\n', '\r'),
};
const paths = ['bad, 100% sure.letter', 'good.letter', 'sub/cr.letter', 'sub/crlf.letter'];
/** Line of the undecided title, from 0. */
const titleLine = letterWith(undecided)
  .split('\n')
  .findIndex(line => line.startsWith('##'));

const position = { type: 'object', required: ['line', 'character'], additionalProperties: false } as const;
const jsonSchema = {
  type: 'object',
  required: ['version', 'files', 'totals', 'rules'],
  additionalProperties: false,
  properties: {
    version: { const: 1 },
    files: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'diagnostics'],
        additionalProperties: false,
        properties: { path: { type: 'string' }, diagnostics: { type: 'array', items: { $ref: '#/$defs/diagnostic' } } },
      },
    },
    totals: {
      type: 'object',
      required: ['files', 'error', 'warning', 'information', 'hint'],
      additionalProperties: { type: 'integer', minimum: 0 },
      maxProperties: 5,
    },
    rules: { type: 'object', additionalProperties: { type: 'integer', minimum: 1 } },
  },
  $defs: {
    position: {
      ...position,
      properties: { line: { type: 'integer', minimum: 0 }, character: { type: 'integer', minimum: 0 } },
    },
    diagnostic: {
      type: 'object',
      required: ['rule', 'severity', 'message', 'range', 'fixes'],
      additionalProperties: false,
      properties: {
        rule: { type: 'string' },
        severity: { enum: ['error', 'warning', 'information', 'hint'] },
        message: { type: 'string', minLength: 1 },
        range: {
          type: 'object',
          required: ['start', 'end'],
          additionalProperties: false,
          properties: { start: { $ref: '#/$defs/position' }, end: { $ref: '#/$defs/position' } },
        },
        fixes: {
          type: 'array',
          items: {
            type: 'object',
            required: ['title', 'safe'],
            additionalProperties: false,
            properties: { title: { type: 'string' }, safe: { type: 'boolean' } },
          },
        },
      },
    },
  },
};

interface JsonOutput {
  readonly files: readonly { readonly path: string; readonly diagnostics: readonly JsonDiagnostic[] }[];
  readonly totals: Readonly<Record<string, number>>;
  readonly rules: Readonly<Record<string, number>>;
}

interface JsonDiagnostic {
  readonly rule: string;
  readonly severity: string;
  readonly range: { readonly start: unknown; readonly end: unknown };
  readonly fixes: readonly unknown[];
}

describe('reporters', () => {
  const cwd = folderWith(files);

  it('json: the shape, places from 0 in UTF-16 units without the byte-order mark, and totals that add up', () => {
    const { code, stdout } = letters(['check', '--format', 'json', '.'], { cwd });
    assert.equal(code, 1);
    const output = JSON.parse(stdout) as JsonOutput;
    assertValid(new Ajv({ allErrors: true }).compile(jsonSchema), output);
    assert.deepEqual(
      output.files.map(file => file.path),
      paths,
    );
    for (const { path, diagnostics } of output.files.filter(file => file.path !== 'good.letter')) {
      const finding = diagnostics.find(each => each.rule === 'missing-decision');
      assert.deepEqual(
        finding?.range,
        { start: { line: titleLine, character: 3 }, end: { line: titleLine, character: 24 } },
        path,
      );
      assert.ok(finding.fixes.length > 1);
    }
    assert.deepEqual(output.files.find(file => file.path === 'good.letter')?.diagnostics, []);
    const all = output.files.flatMap(file => file.diagnostics);
    for (const severity of ['error', 'warning', 'information', 'hint']) {
      assert.equal(output.totals[severity], all.filter(each => each.severity === severity).length, severity);
    }
    assert.equal(output.totals['files'], 4);
    const ids = [...new Set(all.map(({ rule }) => rule))].sort();
    assert.deepEqual(
      Object.entries(output.rules),
      ids.map(id => [id, all.filter(({ rule }) => rule === id).length]),
    );
  });

  it('sarif: valid, every rule with its page, places from 1, fixes', () => {
    const { code, stdout } = letters(['check', '--format', 'sarif', '.', 'missing.letter'], { cwd });
    assert.equal(code, 2);
    const log = JSON.parse(stdout);
    assertValid(sarifValidator(), log);
    const [run] = log.runs;
    assert.equal(run.columnKind, 'utf16CodeUnits');
    const result = run.results.find((each: { ruleId: string }) => each.ruleId === 'missing-decision');
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, 'missing-decision');
    assert.match(run.tool.driver.rules[result.ruleIndex].help.markdown, /^# missing-decision\n/);
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.equal(artifactLocation.uri, 'bad%2C%20100%25%20sure.letter');
    assert.deepEqual(region, {
      startLine: titleLine + 1,
      startColumn: 4,
      endLine: titleLine + 1,
      endColumn: 25,
    });
    const [replacement] = result.fixes[0].artifactChanges[0].replacements;
    assert.equal(replacement.insertedContent.text, ': Upheld');
    assert.equal(replacement.deletedRegion.startColumn, 25);
    assert.equal(run.invocations[0].executionSuccessful, false);
    assert.match(run.invocations[0].toolExecutionNotifications[0].message.text, /^missing\.letter: /);
  });

  it('sarif: valid where nothing is found', () => {
    const { code, stdout } = letters(['check', '--format', 'sarif', 'good.letter'], { cwd });
    assert.equal(code, 0);
    const log = JSON.parse(stdout);
    assertValid(sarifValidator(), log);
    assert.deepEqual(log.runs[0].results, []);
    assert.equal(log.runs[0].invocations[0].executionSuccessful, true);
  });

  it('github: one command a finding, what has a meaning in it escaped', () => {
    const { stdout } = letters(['check', '--format', 'github', '.'], { cwd });
    const lines = stdout.trimEnd().split('\n');
    for (const line of lines)
      assert.match(line, /^::(error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+,col=\d+,title=[a-z-]+::\S/);
    const place = `line=${titleLine + 1},endLine=${titleLine + 1},col=4,title=missing-decision`;
    assert.ok(
      lines.some(line => line.startsWith(`::error file=bad%2C 100%25 sure.letter,${place}::This item`)),
      stdout,
    );
  });

  it('pretty: a frame with the place marked, no colour and no control character where it is not on a terminal', () => {
    const { code, stdout } = letters(['check', '.'], { cwd });
    assert.equal(code, 1);
    assert.ok(stdout.includes(`bad, 100% sure.letter:${titleLine + 1}:4: error: This item has no decision.`), stdout);
    const number = String(titleLine + 1);
    const gutter = ' '.repeat(number.length);
    const carets = '^'.repeat(20);
    const frame = `${gutter} |\n${number} | ## 😀 Brace for the knee\n${gutter} |    ${carets}\n`;
    assert.ok(stdout.includes(frame), stdout);
    assert.match(stdout, / {2}fix \(safe\): Close the comment/);
    assert.match(stdout, /letters explain RULE says more; here: .*missing-decision, unclosed-comment/);
    assert.match(stdout, /\n3 errors, 1 warning\b.* in 3 of 4 files\n$/);
    const control = [...stdout].filter(character => character !== '\n' && /\p{Cc}/u.test(character));
    assert.deepEqual(control, []);
  });

  it('pretty: a table by rule where it is asked for', () => {
    const { stdout } = letters(['check', '--summary', '.'], { cwd });
    const table = stdout.slice(stdout.lastIndexOf('\nrule '));
    assert.match(table, /^\nrule +error +warning .*all +files\nmissing-decision +3 +.* 3 +3\n/);
    assert.match(table, /\nunclosed-comment +1? *1 +1 +1\n/);
    assert.ok(!letters(['check', '.'], { cwd }).stdout.includes('\nrule '));
    assert.equal(letters(['check', '--summary', 'good.letter'], { cwd }).stdout, '1 file checked, nothing found\n');
  });

  it('no format repeats what identifies a person, not even beside another finding', () => {
    const text = 'Mr. Quist, SSN 321-54-9876, was seen seen today.';
    const input = letterWith(item('Knee brace').replace('The records', `${text} The records`));
    for (const format of ['pretty', 'json', 'sarif', 'github']) {
      const { stdout } = letters(['check', '-', '--format', format, '--summary'], { cwd, input });
      assert.match(stdout, /personal-identifier/);
      assert.doesNotMatch(stdout, /Quist|9876/, format);
    }
    const pretty = letters(['check', '-'], { cwd, input }).stdout;
    assert.match(pretty, /Decision rationale: \*{3} \*{5}, SSN \*{11}, was seen seen today/);
  });

  it('pretty, sarif: other places that a finding is about', () => {
    const input = letterWith(item('Knee brace'), item('Knee brace'));
    const { stdout } = letters(['check', '-'], { cwd, input });
    assert.match(stdout, /\[duplicate-item\]\n(.*\n){3} {2}see \d+:4: \S/);
    const log = JSON.parse(letters(['check', '-', '--format', 'sarif'], { cwd, input }).stdout);
    assertValid(sarifValidator(), log);
    const result = log.runs[0].results.find((each: { ruleId: string }) => each.ruleId === 'duplicate-item');
    assert.equal(result.relatedLocations[0].physicalLocation.region.startColumn, 4);
  });

  it('pretty: colour where it is asked for, and NO_COLOR wins', () => {
    const path = 'bad, 100% sure.letter';
    const colored = letters(['check', path], { cwd, env: { FORCE_COLOR: '1' } }).stdout;
    assert.ok(colored.includes('\u001b[31merror\u001b[39m'), colored);
    const plain = letters(['check', path], { cwd, env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout;
    assert.ok(!plain.includes('\u001b'), plain);
  });
});

function sarifValidator(): ValidateFunction {
  const path = join('node_modules', '@microsoft', 'jest-sarif', 'lib', 'schemas', 'sarif-2.1.0-rtm.5.json');
  const schema = JSON.parse(readFileSync(resolve(path), 'utf8')) as Record<string, unknown>;
  // It names a draft that the validator does not know, and uses nothing that later ones understand otherwise.
  delete schema['$schema'];
  delete schema['id'];
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats(ajv);
  return ajv.compile(schema);
}

function assertValid(validate: ValidateFunction, value: unknown): void {
  assert.ok(validate(value), JSON.stringify(validate.errors, null, 2));
}
