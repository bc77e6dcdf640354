import assert from 'node:assert/strict';
import { useEditor } from './openEditor';
import { selectors } from './selectors';

describe('the walkthrough', function () {
  this.timeout(180_000);
  // The pictures stand beside the steps where there is room for them.
  const editor = useEditor({ letter: '2016-section-style.letter', size: { width: 1700, height: 900 } });

  it('has five steps, each with its picture', async () => {
    const { page } = editor();
    await editor().runCommand('Welcome: Open Walkthrough...', 'Write Your First Determination Letter');
    const steps = page.locator(selectors.walkthroughStep);
    await steps.nth(4).waitFor();
    assert.equal(await steps.count(), 5);
    const seen = new Set<string>();
    for (let index = 0; index < 5; index++) {
      await steps.nth(index).click();
      await page.locator(selectors.walkthroughOpenStep, { hasText: titles[index] ?? '?' }).waitFor();
      // The pictures are drawings in a page of their own.
      const picture = editor().webview().locator('svg').first();
      await picture.waitFor();
      const drawn = await editor().poll('another picture', async () => {
        const source = await picture.innerHTML();
        return seen.has(source) ? undefined : source;
      });
      seen.add(drawn);
    }
    await editor().screenshot('walkthrough');
    assert.equal(seen.size, 5);
  });
});

const titles = [
  'Begin with the facts of the case',
  'Cite a guideline with its page',
  'Mend what is found while you write',
  'See whether it is ready',
  'Set it up for your program',
];
