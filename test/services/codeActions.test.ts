import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseLetter } from '../../server/src/core/language/letter';
import { checkLetter } from '../../server/src/core/rules/check';
import { findingActions } from '../../server/src/core/services/codeActions';
import { applyEdits } from '../../server/src/core/text/span';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();

function check(text: string) {
  const letter = parseLetter(text, setup.profile);
  return { letter, findings: checkLetter(letter, setup) };
}

/** What can be done at the cursor, by title. */
function actionsAt(source: string) {
  const { text, cursors } = readMarked(source);
  const at = cursors[0] ?? assert.fail();
  const { letter, findings } = check(text);
  return { text, actions: findingActions(letter, findings, { start: at, end: at }) };
}

const title = '# IMR ISSUES, DECISIONS AND RATIONALES\n\n## Knee bra‸ce,: Upheld\n\nDecision rationale: None.\n';

describe('actions at a place', () => {
  it('are the fixes of its findings, then what suppresses their rules', () => {
    const { actions } = actionsAt(title);
    const kinds = actions.map(({ kind }) => kind);
    assert.deepEqual(kinds, [...kinds].sort(), 'fixes first');
    const stray = actions.filter(({ finding }) => finding.rule === 'missing-reviewer-guideline');
    assert.deepEqual(
      stray.filter(({ kind }) => kind === 'suppress').map(each => each.title),
      ['Suppress missing-reviewer-guideline here', 'Suppress missing-reviewer-guideline in this file'],
    );
    assert.ok(
      stray.filter(({ kind }) => kind === 'fix').every(({ preferred }) => !preferred),
      'these change what is said',
    );
  });

  it('prefer the first fix of a finding if it is safe', () => {
    const { actions } = actionsAt(title.replace('bra‸ce,', 'brace‸,'));
    assert.deepEqual(
      actions.filter(({ preferred }) => preferred).map(({ finding }) => finding.rule),
      ['title-punctuation'],
    );
  });

  it('are none where there is no finding', () => {
    assert.deepEqual(actionsAt(title.replace('‸', '').replace('None.', 'No‸ne.')).actions, []);
  });

  it('add to a comment that stands there already', () => {
    const { text, actions } = actionsAt(
      title.replace('## Knee', '<!-- letter-disable-next-line missing-claims-guideline: ours -->\n## Knee'),
    );
    const here = actions.find(each => each.title === 'Suppress missing-reviewer-guideline here');
    assert.ok(
      applyEdits(text, here?.edits ?? []).includes(
        '<!-- letter-disable-next-line missing-claims-guideline, missing-reviewer-guideline: ours -->\n## Knee',
      ),
    );
  });

  it('keep the line ends of the letter, and its byte-order mark', () => {
    const { text, actions } = actionsAt(`\ufeff${title.replaceAll('\n', '\r\n')}`);
    const file = actions.find(each => each.title.endsWith('in this file'));
    assert.match(applyEdits(text, file?.edits ?? []), /^\ufeff<!-- letter-disable-file [a-z-]+ -->\r\n#/);
  });

  it('go on where a rule fails to make its fixes, and tell of it once', () => {
    const { letter, findings } = check(title.replace('‸', ''));
    const broken = findings.map(finding => ({
      ...finding,
      fixes: () => (finding.rule === 'title-punctuation' ? assert.fail('slip') : finding.fixes()),
    }));
    const failures: string[] = [];
    const all = { start: 0, end: letter.source.text.length };
    const actions = findingActions(letter, broken, all, rule => failures.push(rule));
    assert.deepEqual(failures, ['title-punctuation']);
    assert.ok(actions.some(({ kind, finding }) => kind === 'fix' && finding.rule !== 'title-punctuation'));
  });

  it('do not offer to suppress what is said about comments', () => {
    const { actions } = actionsAt(
      '# CLINICAL CASE SUMMARY\n\n<!-- letter-disable-next-line no-such-ru‸le -->\nText.\n',
    );
    assert.deepEqual(
      actions.filter(({ kind }) => kind === 'suppress'),
      [],
    );
  });
});

/** Every letter with slips that the rules are tested with. */
describe('a suppression', () => {
  for (const rule of readdirSync(join('test', 'rules')).filter(name => !name.endsWith('.ts'))) {
    it(`ends ${rule}, and brings no other finding`, () => {
      const folder = join('test', 'rules', rule);
      for (const name of readdirSync(folder).filter(each => /^bad.*(?<!fixed)\.letter$/.test(each))) {
        const { text } = readMarked(readFileSync(join(folder, name), 'utf8'));
        const { letter, findings } = check(text);
        const finding = findings.find(each => each.rule === rule);
        if (!finding) continue;
        for (const action of findingActions(letter, [finding], finding.span)) {
          if (action.kind !== 'suppress') continue;
          const after = check(applyEdits(text, action.edits)).findings.map(each => each.rule);
          const before = findings.map(each => each.rule);
          assert.ok(count(after, rule) < count(before, rule), `${name}: ${action.title}`);
          const others = (rules: string[]) => rules.filter(each => each !== rule).sort();
          assert.deepEqual(others(after), others(before), `${name}: ${action.title}`);
        }
      }
    });
  }
});

function count(rules: readonly string[], rule: string): number {
  return rules.filter(each => each === rule).length;
}
