import assert from 'node:assert/strict';
import { useEditor } from './openEditor';

const misspelt = 'Claim Administrator guidline: Decision based on MTUS Chronic Pain';
const corrected = 'Claims Administrator guideline: Decision based on MTUS Chronic Pain';

describe('the editor that npm start serves', function () {
  this.timeout(60_000);
  const editor = useEditor({ letter: 'problems.letter', size: { width: 1220, height: 680 } });

  it('opens with a letter that shows its problems', async () => {
    await editor().waitForText('Case Number: CM16-0000002');
    await editor().waitForProblems(({ errors, warnings }) => errors > 0 && warnings > 0);
    await editor().runCommand('View: Toggle Primary Side Bar Visibility');
    const problems = (await editor().problems()).join('\n');
    // The first of them: the others are to be scrolled to.
    for (const rule of ['unfilled-placeholder', 'missing-decision', 'title-punctuation']) {
      assert.ok(problems.includes(rule), problems);
    }
    await editor().goToText('12 sessions: Modified');
    await editor().waitForSquiggle('error');
    await editor().waitForSquiggle('warning');
    await editor().waitForLightBulb();
    await editor().picture('problems');
  });

  it('tells of a citation in a hover', async () => {
    await editor().goToText('MAXIMUS guideline: Decision based on MTUS Low Back');
    const text = await editor().hover('Edition:');
    assert.match(text, /Low Back Complaints/);
    await editor().screenshot('hover');
    await editor().press('Escape');
  });

  it('lists sections and items in the outline', async () => {
    const outline = await editor().outline();
    for (const name of ['IMR ISSUES, DECISIONS AND RATIONALES', 'MRI of the right knee']) {
      assert.ok(
        outline.some(row => row.includes(name)),
        outline.join('\n'),
      );
    }
    await editor().screenshot('outline');
  });

  it('opens the page of the rule whose problem the cursor stands on', async () => {
    await editor().goToText('Claim Administrator');
    await editor().runCommand('Determination Letters: Open Rule Page');
    await editor().webview().locator('h1', { hasText: 'label-spelling' }).waitFor();
    await editor().screenshot('rule-page');
    await editor().runCommand('View: Close Editor');
    await editor().waitForText(misspelt);
  });

  it('corrects a misspelt label by fixing all safe problems', async () => {
    await editor().goToText(misspelt);
    await editor().runCommand('Determination Letters: Fix All Safe Problems');
    await editor().waitForText(corrected);
    const saved = await editor().save();
    assert.ok(saved.includes(corrected));
    assert.ok(saved.includes('## MRI of the right knee without contrast: Overturned'));
  });

  it('keeps what is typed once it is saved, and not before', async () => {
    const before = await editor().savedText();
    await editor().goToEnd();
    await editor().type('Typed.');
    await editor().waitForText('Typed.');
    assert.equal(await editor().savedText(), before);
    assert.equal(await editor().save(), `${before}Typed.`);
  });
});
