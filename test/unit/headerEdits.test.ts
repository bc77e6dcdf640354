import assert from 'node:assert/strict';
import { editLetter, parseLetter } from '../../server/src/core/language/letter';
import { checkLetter, checkWhileTyping } from '../../server/src/core/rules/check';
import { applyEdits } from '../../server/src/core/text/span';
import { testSetup } from '../support/setup';

const setup = testSetup();
const header = 'Case Number: CM16-0000001\nDate of Injury: 03/14/2016\n\n';
const summary = '# CLINICAL CASE SUMMARY\n\nThe worker sustained an industrial injury on 3/4/2016.\n';

function conflict(findings: ReturnType<typeof checkLetter>) {
  return findings.find(({ rule }) => rule === 'date-conflict');
}

describe('a fix of the header, reported by a rule that looks at another part', () => {
  it('changes the value of the field', () => {
    const text = header + summary;
    const fix = conflict(checkLetter(parseLetter(text, setup.profile), setup))?.fixes()[1];
    assert.ok(fix);
    assert.equal(applyEdits(text, fix.edits), text.replace('03/14/2016', '03/04/2016'));
  });

  it('finds the field where it is by now', () => {
    const text = header + summary;
    const letter = parseLetter(text, setup.profile);
    checkLetter(letter, setup);
    const more = `Provider: Someone\n${text}`;
    const edited = editLetter(letter, { start: 0, end: 0 }, 'Provider: Someone\n', more);
    for (const check of [checkWhileTyping, checkLetter]) {
      const fix = conflict(check(edited, setup))?.fixes()[1];
      assert.ok(fix);
      assert.equal(applyEdits(more, fix.edits), more.replace('03/14/2016', '03/04/2016'));
    }
  });
});
