import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { useEditor } from './openEditor';
import { selectors } from './selectors';

/** What became of the example: a decision, a citation, the quantity of a drug and a day of the summary are others. */
const text = readFileSync('examples/2016-section-style.letter', 'utf8')
  .replace('is: Upheld', 'is: Overturned')
  .replace(
    'remaining 6 sessions of physical therapy for the right knee is not',
    'remaining 6 sessions of physical therapy for the right knee is',
  )
  .replace('Cyclobenzaprine 7.5mg #60: Upheld', 'Cyclobenzaprine 7.5mg #30: Upheld')
  .replace(/(MAXIMUS guideline: .*Knee Complaints 2004, Section\(s\): )Special Studies/, '$1Physical Methods')
  .replace('since 05/02/2016, and', 'since 05/03/2016, and');

describe('comparing letters', function () {
  this.timeout(120_000);
  const editor = useEditor({
    letter: 'newer.letter',
    text,
    size: { width: 1500, height: 760 },
  });

  it('by the keyboard alone shows the texts, and beside them what is decided otherwise', async () => {
    const { page } = editor();
    await editor().goTo(1);
    await editor().press('ControlOrMeta+k');
    await editor().press('Shift+D');
    await page.locator(selectors.quickInput).fill('2016-section');
    await page.locator(selectors.quickInputRow, { hasText: '2016-section-style.letter' }).first().waitFor();
    await editor().press('Enter');
    const comparison = page.locator(selectors.lines, { hasText: 'compared' });
    await comparison.first().waitFor();
    const shown = (await comparison.first().innerText()).replaceAll('\u00a0', ' ');
    assert.match(shown, /## Item 2: Physical therapy/);
    assert.match(shown, /! Decision: Upheld → Overturned/);
    await page.locator(selectors.link, { hasText: 'line' }).first().waitFor();
    await editor().picture('compare');
  });
});
