import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { fillTemplate } from '../../server/src/core/profile/template';
import { checkLetter } from '../../server/src/core/rules/check';
import { applyEdits } from '../../server/src/core/text/span';
import { testSetup } from '../support/setup';

/*
 * The text that the fixes of missing-section add is the profile's, which may be reworded at any time: these tests look
 * for it in the profile, where fixtures would have to repeat it.
 */

const setup = testSetup();
const { profile } = setup.profile;
const title = '## Lumbar support brace: Upheld';
const sections = profile.sections.map(s => `# ${s.heading}\n\nWords of the writer.`);
const whole = ['Priority: Standard', ...sections, title, ''].join('\n\n');

describe('fixes of missing-section', () => {
  for (const [lost, section] of profile.sections.entries()) {
    for (const [name, eol] of Object.entries({ lf: '\n', crlf: '\r\n', cr: '\r' })) {
      it(`put back "${section.heading}" (${name})`, () => {
        const text = whole.replace(`${sections[lost]}\n\n`, '').replace(/\n/g, eol);
        const fixed = applyFix(text, 0, `Add the section "${section.heading}"`);
        assert.deepEqual(headings(fixed), [...profile.sections.map(s => s.heading)]);
        const [above, below] = [
          `# ${section.heading}${eol}${eol}`,
          fillTemplate(section.leadIn, { organisation: profile.organisation }),
        ];
        assert.ok(fixed.includes(eol + eol + above + below + eol), fixed);
        assert.ok(!/[\r\n]/.test(fixed.replaceAll(eol, '')), 'no line end of another kind');
        assert.ok(fixed.indexOf(title) > fixed.indexOf('IMR ISSUES'), 'the item stands in the section of the items');
        assert.deepEqual(missing(fixed), []);
      });
    }
  }

  it('add all of them below a header', () => {
    const fixed = applyFix('Priority: Standard\n', 1, 'Add all 3 missing sections');
    assert.ok(fixed.startsWith(`Priority: Standard\n\n# ${profile.sections[0]?.heading}\n`));
    assert.deepEqual(
      headings(fixed),
      profile.sections.map(s => s.heading),
    );
  });

  it('put headings above items that stand alone, the one of the items first', () => {
    const all = applyFix(`${title}\n`, 0, 'Add all 3 missing sections');
    assert.deepEqual(
      headings(all),
      profile.sections.map(s => s.heading),
    );
    assert.ok(all.endsWith(`\n\n${title}\n`));
    assert.equal(parseLetter(all, setup.profile).items.length, 1);
    for (const index of [1, 2]) {
      const fixed = applyFix(`${title}\n`, index, `Add the section "${profile.sections[index]?.heading}"`);
      assert.ok(fixed.startsWith(`# ${profile.sections[index]?.heading}\n`) && fixed.endsWith(`\n\n${title}\n`));
      assert.equal(parseLetter(fixed, setup.profile).items.length, 1);
    }
  });

  it('never put the first section right above items, which it would swallow', () => {
    const [finding] = missing(`${title}\n`);
    assert.deepEqual(
      finding?.fixes().map(f => f.title),
      ['Add all 3 missing sections'],
    );
  });

  it('leave out the mark where the letter has none', () => {
    const plain = whole.replace(`${sections[1]}\n\n`, '').replace(/^#+ /gm, '');
    const fixed = applyFix(plain, 0, `Add the section "${profile.sections[1]?.heading}"`);
    assert.ok(fixed.includes(`\n\n${profile.sections[1]?.heading}\n\n`));
  });

  it('stay behind a byte-order mark', () => {
    const fixed = applyFix(`\ufeff${sections[1]}\n`, 0, `Add the section "${profile.sections[0]?.heading}"`);
    assert.ok(fixed.startsWith(`\ufeff# ${profile.sections[0]?.heading}\n`));
  });
});

function missing(text: string) {
  return checkLetter(parseLetter(text, setup.profile), setup).filter(f => f.rule === 'missing-section');
}

function applyFix(text: string, finding: number, fixTitle: string): string {
  const fix = missing(text)
    [finding]?.fixes()
    .find(f => f.title === fixTitle);
  assert.ok(fix, `no fix "${fixTitle}"`);
  return applyEdits(text, fix.edits);
}

function headings(text: string): string[] {
  return parseLetter(text, setup.profile).sections.map(s => s.part.heading.title);
}
