import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { succeeds } from './editor';
import { useEditor } from './openEditor';
import { selectors } from './selectors';

/** A letter without problems whose summary speaks of a study of the knee that no item decides yet. */
const letter = readFileSync('examples/2016-section-style.letter', 'utf8').replace(/## MRI .*?\n(?=## )/s, '');

const item = `
## MRI of the right knee: Overturned

Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.

MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.

Decision rationale: After six months of care, the knee still locked on 09/12/2016. The result decides the next step. Therefore, the request for MRI of the right knee is medically necessary.
`;

describe('a writer', function () {
  this.timeout(120_000);
  const editor = useEditor({
    letter: 'knee.letter',
    text: letter,
    size: { width: 1220, height: 600 },
  });

  it('types an item, is told what is missing, completes and fixes it until the letter is clean, and saves it', async () => {
    await editor().runCommand('View: Toggle Primary Side Bar Visibility');
    await editor().goToEnd();
    await editor().type('\n## MRI of the right knee\n');

    await editor().waitForProblems(({ errors }) => errors === 4);
    const told = (await editor().problems()).join('\n');
    for (const rule of ['decision', 'claims-guideline', 'reviewer-guideline', 'rationale']) {
      assert.match(told, new RegExp(`missing-${rule}\\b`));
    }
    await editor().screenshot('1-told-what-is-missing');
    await editor().press('ControlOrMeta+J');

    // The lines above items move the end down when they come, and out of sight nothing is proposed.
    const lacks = editor().page.locator(selectors.codeLens, { hasText: 'lacks' });
    await editor().poll('the line above the item', async () => {
      await editor().goToEnd();
      return succeeds(lacks.waitFor({ timeout: 2000 }));
    });
    await editor().press('ArrowUp');
    await editor().press('End');
    await editor().type(':');
    await editor().waitForFirst('Upheld');
    await editor().screenshot('2-decision');
    await editor().complete('Overturned');
    await editor().waitForText('## MRI of the right knee: Overturned');
    await editor().waitForProblems(({ errors }) => errors === 3);

    await editor().quickFix('Add "Claims Administrator guideline:" (nothing cited)');
    await editor().waitForProblems(({ errors }) => errors === 2);

    await editor().goToEnd();
    await editor().type('\n');
    await editor().complete('MAXIMUS guideline');
    await editor().takeFirst('Decision based on MTUS');
    await editor().waitForFirst('Knee Complaints 2004, Section(s): Special Studies');
    await editor().showDetails('Special Studies');
    await editor().picture('completion');
    await editor().takeFirst('Knee Complaints 2004, Section(s): Special Studies');
    await editor().waitForProblems(({ errors }) => errors === 1);

    await editor().type('\n\n');
    await editor().complete('Decision rationale');
    await editor().type(
      'After six months of care, the knee still locked on 09/12/2016. The result decides the next step. ',
    );
    await editor().takeFirst('Therefore, the request for MRI of the right knee is medically necessary.');
    await editor().type('\n');
    await editor().waitUntilClean();

    assert.equal(await editor().save(), letter + item);
    await editor().page.locator(selectors.codeLens, { hasText: 'lacks' }).waitFor({ state: 'hidden' });
    await editor().screenshot('3-clean-and-saved');
  });

  it('inserts a snippet by its prefix and fills its blanks', async () => {
    await editor().goToEnd();
    await editor().type('\nitem');
    await editor().takeFirst('item');
    await editor().waitForText('## [[the service in dispute]]: Upheld');
    await editor().type('Brace for the right knee');
    await editor().press('Tab');
    await editor().waitForText('## Brace for the right knee: Upheld');
    await editor().complete('Overturned');
    await editor().waitForText('## Brace for the right knee: Overturned');
  });
});
