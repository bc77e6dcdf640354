import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { useEditor } from './openEditor';
import { selectors } from './selectors';

const settings = { 'editor.wordWrap': 'on', 'editor.lineNumbers': 'off' };
const size = { width: 1180, height: 620 };

describe('what the editor does for a letter', function () {
  this.timeout(120_000);
  const editor = useEditor({ letter: '2016-section-style.letter', settings, size });
  const locator = (selector: string, hasText: string) => editor().page.locator(selector, { hasText }).first();

  it('tells which part of a citation comes next', async () => {
    await editor().runCommand('View: Toggle Primary Side Bar Visibility');
    await editor().goToText('(ODG), Pain (Chronic)');
    await editor().goToText('MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): ');
    await editor().runCommand('Trigger Parameter Hints');
    await locator(selectors.parameterHints, 'section').waitFor();
    await editor().picture('signature-help');
    await editor().press('Escape');
  });

  it('shows the entry of a guideline', async () => {
    await editor().goToText('MAXIMUS guideline: Decision based on MTUS Knee Compl');
    await editor().runCommand('Go to Definition');
    await editor().waitForText('Knee Complaints');
    await locator(selectors.activeTab, 'Knee Complaints').waitFor();
    await editor().picture('guideline');
    await editor().runCommand('View: Close Editor');
    await editor().waitUntilOpen();
  });

  it('lists where the letter comes back to an item', async () => {
    await editor().goToText('## MRI of the right kn');
    await editor().press('Shift+F12');
    await locator(selectors.peek, 'References').waitFor();
    await locator(selectors.peekRow, 'request for MRI').waitFor();
    await editor().picture('references');
    await editor().press('Escape');
    await editor().page.locator(selectors.peek).waitFor({ state: 'hidden' });
  });

  it('says why something cannot be done to an item', async () => {
    await editor().goToText('## MRI of the right kn');
    await editor().runCommand('Refactor...');
    await locator(selectors.codeAction, 'Move this item down').waitFor();
    await locator(selectors.showDisabledActions, 'Show Disabled').click();
    await locator(selectors.anyCodeAction, 'Move this item up').waitFor();
    await editor().picture('refactorings');
    await editor().press('Escape');
  });

  it('renames the service of an item wherever the letter states it', async () => {
    await editor().goToText('## MRI of the right kn');
    await editor().press('F2');
    const box = editor().page.locator(selectors.renameInput);
    await box.waitFor();
    assert.equal(await box.inputValue(), 'MRI of the right knee without contrast');
    await editor().picture('rename');
    await box.fill('MRI arthrogram of the right knee');
    await editor().press('Enter');
    await editor().waitForText('## MRI arthrogram of the right knee: Overturned');
    const saved = await editor().save();
    assert.match(saved, /the request for MRI arthrogram of the right knee is medically necessary/);
  });

  it('writes the letter in form, and shows what it changed', async () => {
    const untidy = readFileSync('examples/2016-section-style.letter', 'utf8')
      .replace('Date of Injury: 03/14/2016\nUR Denial Date', 'date of injury:  03/14/2016   UR Denial Date')
      .replace('# HOW THE IMR', 'HOW THE IMR')
      .replace('an expert reviewer who has no connection', 'an expert reviewer  who has no\nconnection');
    const other = await editor().openLetter('untidy.letter', untidy);
    // Only a server that has read the letter formats it.
    await other.page.locator(selectors.lens, { hasText: 'items decided' }).first().waitFor();
    await other.runCommand('Format Document');
    await other.waitForText('# HOW THE IMR FINAL DETERMINATION WAS MADE');
    await other.runCommand('File: Compare Active File with Saved');
    await other.page.locator(selectors.insertedText).first().waitFor();
    await other.picture('formatting');
  });
});
