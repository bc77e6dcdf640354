import assert from 'node:assert/strict';
import { parseLetter } from '../../../server/src/core/language/letter';
import { checkLetter } from '../../../server/src/core/rules/check';
import type { Finding } from '../../../server/src/core/rules/rule';
import { fixAll } from '../../../server/src/core/services/fixAll';
import type { Setup } from '../../../server/src/core/setup';
import { applyEdits } from '../../../server/src/core/text/span';
import { rethrow } from './edits';
import { assertApart } from './formatting';

/** Their fixes make text of what was a comment, in which others may be found. */
const uncovering: ReadonlySet<string> = new Set(['unclosed-comment']);

/**
 * Every safe fix that is offered ends its finding, and brings out no error or warning, unless a label that is in form makes
 * other lines known as a title. What had the wrong form may be found to have a smaller slip as well, once it is in form.
 */
export function assertSafeFixes(text: string, setup: Setup): void {
  const before = check(text, setup);
  for (const finding of before) {
    for (const { title, safe, edits } of finding.fixes()) {
      const sorted = [...edits].sort((a, b) => a.span.start - b.span.start);
      assertApart(sorted, text.length);
      if (!safe) continue;
      const fixed = applyEdits(text, edits);
      const after = check(fixed, setup);
      const isSame = ({ rule, message }: Finding) => rule === finding.rule && message === finding.message;
      const ended = before.filter(isSame).length - after.filter(isSame).length;
      assert.ok(ended > 0, `${finding.rule}: "${title}" does not end its finding`);
      if (uncovering.has(finding.rule)) continue;
      if (finding.rule === 'label-spelling' && titlesOf(fixed, setup) !== titlesOf(text, setup)) continue;
      assert.deepEqual(addedRules(before, after), [], `${finding.rule}: "${title}" brings out others`);
    }
  }
}

function titlesOf(text: string, setup: Setup): string {
  const { parts } = parseLetter(text, setup.profile);
  return parts.flatMap(({ part }) => (part.kind === 'item' ? [JSON.stringify(part.title)] : [])).join('\n');
}

/** Fixing everything leaves no safe fix, and its edits make its text. */
export function assertFixAll(text: string, setup: Setup): void {
  const fixed = fixAll(parseLetter(text, setup.profile), setup, rethrow);
  assertApart(fixed.edits, text.length);
  assert.equal(applyEdits(text, fixed.edits), fixed.text);
  const left = check(fixed.text, setup).filter(({ fixes }) => fixes().some(fix => fix.safe));
  assert.deepEqual(
    left.map(({ rule }) => rule),
    [],
  );
  const again = fixAll(parseLetter(fixed.text, setup.profile), setup, rethrow);
  assert.equal(again.text, fixed.text);
}

function check(text: string, setup: Setup): Finding[] {
  return checkLetter(parseLetter(text, setup.profile), setup, rethrow);
}

function countOf(findings: readonly Finding[], rule: string): number {
  return findings.filter(finding => finding.rule === rule).length;
}

/** The rules that have more errors or warnings than before. */
function addedRules(before: readonly Finding[], after: readonly Finding[]): string[] {
  const isGrave = ({ severity }: Finding) => severity === 'error' || severity === 'warning';
  const grave = after.filter(isGrave);
  const rules = new Set(grave.map(({ rule }) => rule));
  return [...rules].filter(rule => countOf(grave, rule) > countOf(before.filter(isGrave), rule));
}
