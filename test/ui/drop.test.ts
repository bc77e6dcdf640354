import { readFileSync } from 'node:fs';
import { useEditor } from './openEditor';
import { selectors } from './selectors';

const line = 'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.';

describe('a citation that is dragged into the letter', function () {
  this.timeout(120_000);
  const editor = useEditor({
    letter: 'drop.letter',
    text: readFileSync('examples/2016-section-style.letter', 'utf8').replace(line, 'MAXIMUS guideline: '),
    size: { width: 1280, height: 900 },
  });

  it('is cited where it is dropped, in the words of its line', async () => {
    const { page } = editor();
    await editor().waitForProblems(({ errors }) => errors > 0);
    await editor().goToText('MAXIMUS guideline: ');
    await editor().press('ControlOrMeta+k');
    await editor().press('Shift+G');
    await page.locator(selectors.quickInput).fill('knee x-ray');
    await editor().press('Enter');
    const entry = page.locator(selectors.viewRow('Guidelines'), { hasText: 'Special Studies' }).first();
    await entry.waitFor();
    const target = page.locator(selectors.line, { hasText: /^MAXIMUS\sguideline:\s*$/ }).first();
    await entry.hover();
    await page.mouse.down();
    // Shift drops into the text; without it the editor would open what is dropped.
    await page.keyboard.down('Shift');
    const box = await target.boundingBox();
    if (!box) throw new Error('The line is not on the screen');
    // More than one move: the editor takes a drag for one only when it goes on.
    await page.mouse.move(box.x + 300, box.y - 60, { steps: 5 });
    await page.mouse.move(box.x + 400, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await editor().waitForText(line);
  });
});
