import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { useEditor } from './openEditor';
import { selectors } from './selectors';

/** A letter that lacks a header field, a decision and a guideline line. */
const letter = readFileSync('examples/2016-section-style.letter', 'utf8')
  .replace('Priority: Standard\n', '')
  .replace('contrast: Overturned', 'contrast')
  .replace(/(?<=# IMR [\s\S]*?)MAXIMUS guideline: .*\n\n/, 'MAXIMUS guideline: [[citation]]\n\n');

describe('the views', function () {
  this.timeout(120_000);
  const editor = useEditor({
    letter: 'views.letter',
    text: letter,
    size: { width: 1280, height: 760 },
  });
  const row = (view: string, hasText: string) => editor().page.locator(selectors.viewRow(view), { hasText }).first();
  const chord = async (second: string) => {
    await editor().press('ControlOrMeta+k');
    await editor().press(second);
  };

  it('show what the letter still lacks, and lead there', async () => {
    await editor().waitForProblems(({ errors }) => errors > 0);
    await chord('Shift+L');
    await row('Letter', 'Missing: the decision').waitFor();
    const header = await row('Letter', 'Header of the letter').getAttribute('aria-label');
    assert.match(header ?? '', /^Header of the letter, lacks 1 thing, 1 error/);
    await editor().picture('letter-view');
    await row('Letter', 'Missing: the decision').click();
    await editor()
      .page.locator(selectors.cursorInStatusBar, { hasText: /^Ln 2\d, Col \d+ \(/ })
      .waitFor();
  });

  it('find a guideline, and cite it where the letter lacks it, by the keyboard alone', async () => {
    await chord('Shift+M');
    await editor().page.locator(selectors.cursorInStatusBar, { hasText: '(12 selected)' }).waitFor();
    await chord('Shift+G');
    await editor().page.locator(selectors.quickInput).fill('knee x-ray');
    await editor().press('Enter');
    await row('Guidelines', 'Special Studies').waitFor();
    await editor().picture('guidelines-view');
    await editor().press('ArrowDown');
    await editor().press('Space');
    await chord('Shift+I');
    await editor().waitForText(
      'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.',
    );
    await row('Letter', 'To be filled in: citation').waitFor({ state: 'detached' });
  });

  it('are told of by the status of the language', async () => {
    await editor().page.locator(selectors.languageStatus).hover();
    const status = editor().page.locator(selectors.hover, { hasText: '2 of 3 items complete' });
    await status.waitFor();
    assert.match((await status.innerText()).replace(/\s+/g, ' '), /Check Now.*cites by section/);
  });

  it('begin with a letter whose facts are asked for, one after the other, and back', async () => {
    const input = editor().page.locator(selectors.quickInput);
    const box = (hasText: string) => editor().page.locator(selectors.quickInputBox, { hasText }).waitFor();
    await chord('Shift+N');
    await box('(1/10)');
    await input.fill('CM16-0000009');
    await editor().press('Enter');
    await box('(2/10)');
    await input.fill('02/30/2016');
    await box('does not hold a date');
    await editor().picture('new-letter');
    await editor().press('Enter');
    await input.fill('March 14, 2016');
    await editor().press('Enter');
    await box('(3/10)');
    await editor().page.locator(selectors.quickInputBack).click();
    await box('(2/10)');
    assert.equal(await input.inputValue(), '03/14/2016');
    await editor().press('Escape');
    await input.waitFor({ state: 'hidden' });
  });
});
