import assert from 'node:assert/strict';
import { useEditor } from './openEditor';

describe('the second reader', function () {
  this.timeout(60_000);
  const editor = useEditor({
    letter: 'second-reader.letter',
    size: { width: 1220, height: 680 },
  });

  it('shows where the letter contradicts itself', async () => {
    await editor().waitForText('Case Number: CM16-0000005');
    await editor().waitForProblems(({ errors }) => errors > 0);
    await editor().runCommand('View: Toggle Primary Side Bar Visibility');
    const problems = (await editor().problems()).join('\n');
    for (const rule of ['reviewer-identity', 'age-conflict', 'date-conflict']) {
      assert.ok(problems.includes(rule), problems);
    }
    assert.ok(!problems.includes('G54321') && !problems.includes('010-7788'), 'no message repeats an identifier');
    await editor().goToText('a 25-year-old woman');
    await editor().waitForSquiggle('error');
    await editor().picture('second-reader');
  });

  it('looks again when the keys rest, and is satisfied with what was corrected', async () => {
    await editor().goToText('without contrast: Upheld');
    await editor().press('End');
    for (const _ of 'Upheld') await editor().press('Backspace');
    await editor().type('Overturned');
    await editor().waitForProblems(({ errors }) => errors < 5);
  });
});
