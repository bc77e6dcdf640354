import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLetter } from '../../server/src/core/language/letter';
import { checkLetter } from '../../server/src/core/rules/check';
import { rules } from '../../server/src/core/rules/index';
import type { Finding, Rule } from '../../server/src/core/rules/rule';
import type { RuleSetting, Setup } from '../../server/src/core/setup';
import { applyEdits } from '../../server/src/core/text/span';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

/*
 * The fixtures of a rule: `bad-*.letter`, what must be flagged marked with ⟪ and ⟫, and `good-*.letter`, in which the
 * rule finds nothing. Beside one may stand `NAME.fixed.letter`, the letter after every finding's first fix, and
 * `NAME.json`, a `Sidecar`.
 */

interface Sidecar {
  readonly profile?: string;
  readonly setting?: RuleSetting;
  /** For each finding, in order: words its message must hold. */
  readonly messages?: readonly string[];
  readonly severities?: readonly string[];
  /** For each finding, in order: the titles of its fixes. */
  readonly fixes?: readonly (readonly string[])[];
  /** For each finding, in order: the text its related places stand on. */
  readonly related?: readonly (readonly string[])[];
  /** Line ends of the letter. */
  readonly lineEnd?: 'crlf' | 'cr';
}

const root = join('test', 'rules');

for (const rule of rules) {
  describe(`rule ${rule.id}`, () => {
    const folder = join(root, rule.id);
    const names = existsSync(folder) ? readdirSync(folder) : [];
    const letters = names.filter(name => name.endsWith('.letter') && !name.endsWith('.fixed.letter'));

    it('has letters that it flags and letters that it does not', () => {
      assert.ok(letters.some(name => name.startsWith('bad')), `${folder} needs a bad*.letter`);
      assert.ok(letters.some(name => name.startsWith('good')), `${folder} needs a good*.letter`);
    });

    for (const name of letters) {
      it(name, () => checkFixture(rule, join(folder, name.replace(/\.letter$/, ''))));
    }
  });
}

function checkFixture(rule: Rule, base: string): void {
  const sidecar = readSidecar(`${base}.json`);
  const marked = readMarked(withLineEnds(readFileSync(`${base}.letter`, 'utf8'), sidecar.lineEnd));
  const setup = only(rule, sidecar);
  const findings = check(marked.text, setup, rule);
  assert.deepEqual(
    findings.map(f => ({ ...f.span, text: marked.text.slice(f.span.start, f.span.end) })),
    marked.ranges.map(r => ({ ...r, text: marked.text.slice(r.start, r.end) })),
    findings.map(f => f.message).join('\n'),
  );
  assert.equal(findings.length > 0, /[\\/]bad[^\\/]*$/.test(base), 'a bad letter has findings, a good one has none');
  for (const [index, words] of (sidecar.messages ?? []).entries()) {
    assert.ok(findings[index]?.message.includes(words), `${findings[index]?.message} should say: ${words}`);
  }
  if (sidecar.severities) assert.deepEqual(findings.map(f => f.severity), sidecar.severities);
  if (sidecar.fixes) assert.deepEqual(findings.map(f => f.fixes().map(fix => fix.title)), sidecar.fixes);
  if (sidecar.related) {
    assert.deepEqual(
      findings.map(f => f.related.map(r => marked.text.slice(r.span.start, r.span.end))),
      sidecar.related,
    );
  }
  checkFixes(rule, setup, marked.text, `${base}.fixed.letter`, sidecar);
}

/** Safe fixes must end their finding; where the expected text stands beside the letter, all fixes together make it. */
function checkFixes(rule: Rule, setup: Setup, text: string, expectedPath: string, sidecar: Sidecar): void {
  const fixable = check(text, setup, rule).filter(f => f.fixes().length > 0);
  if (rule.fix === 'none') assert.equal(fixable.length, 0, `${rule.id} says that it has no fixes`);
  if (rule.fix !== 'safe') {
    assert.ok(fixable.every(f => f.fixes().every(fix => !fix.safe)), `${rule.id} says that its fixes are not safe`);
  }
  for (const finding of fixable) {
    for (const fix of finding.fixes().filter(f => f.safe)) {
      const after = check(applyEdits(text, fix.edits), setup, rule);
      const before = check(text, setup, rule);
      assert.ok(after.length < before.length, `the safe fix "${fix.title}" must end its finding`);
    }
  }
  if (!existsSync(expectedPath)) return;
  let fixed = text;
  for (let round = 0; round < 50; round++) {
    const fix = check(fixed, setup, rule).flatMap(f => f.fixes().slice(0, 1))[0];
    if (!fix) break;
    fixed = applyEdits(fixed, fix.edits);
  }
  assert.equal(fixed, withLineEnds(readFileSync(expectedPath, 'utf8'), sidecar.lineEnd));
}

function check(text: string, setup: Setup, rule: Rule): Finding[] {
  const letter = parseLetter(text, setup.profile);
  const all = checkLetter(letter, setup, (id, error) => {
    throw new Error(`${id} failed`, { cause: error });
  });
  return all.filter(f => f.rule === rule.id);
}

/** The rule as it is by default, on even where it is off by default; all others off. */
function only(rule: Rule, sidecar: Sidecar): Setup {
  const others = rule.id === 'suppression' ? [] : rules.filter(r => r.id !== rule.id).map(r => [r.id, 'off'] as const);
  const setting = sidecar.setting ?? (rule.severity === 'off' ? 'warning' : undefined);
  return testSetup({ ...Object.fromEntries(others), ...(setting ? { [rule.id]: setting } : {}) }, sidecar.profile);
}

function readSidecar(path: string): Sidecar {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Sidecar) : {};
}

function withLineEnds(text: string, lineEnd: Sidecar['lineEnd']): string {
  if (lineEnd === 'crlf') return text.replace(/\n/g, '\r\n');
  return lineEnd === 'cr' ? text.replace(/\n/g, '\r') : text;
}
