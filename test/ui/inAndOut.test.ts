import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useEditor } from './openEditor';
import { selectors } from './selectors';

describe('a writer who exports', function () {
  this.timeout(120_000);
  const editor = useEditor({ letter: 'problems.letter' });
  before(() => editor().waitForProblems(({ errors }) => errors > 0));

  it('is told what the letter lacks, and gets the file at the place suggested', async () => {
    const { page } = editor();
    await editor().goTo(1);
    await editor().press('ControlOrMeta+K');
    await editor().press('Shift+E');
    const pdf = page.locator(selectors.quickInputRow, { hasText: 'PDF' });
    await pdf.waitFor();
    await editor().screenshot('export-format');
    await pdf.click();
    const question = page.locator(selectors.modal);
    await question.waitFor();
    await editor().screenshot('export-unfinished');
    assert.match(await question.innerText(), /"problems\.letter" is not finished: \d+ errors?/);
    assert.match(await question.innerText(), /Line \d+: /);
    assert.deepEqual(await readdir(editor().folder).then(names => names.filter(name => name.endsWith('.pdf'))), []);
    await page.locator(selectors.modalButton, { hasText: 'Export Anyway' }).click();
    const path = page.locator(selectors.quickInput);
    await path.waitFor();
    await page.waitForFunction(
      selector => document.querySelector<HTMLInputElement>(selector)?.value.endsWith('/problems.pdf'),
      selectors.quickInput,
    );
    await editor().press('Enter');
    await page.locator(selectors.notification, { hasText: 'Exported "problems.pdf".' }).waitFor();
    await editor().screenshot('export-done');
    const bytes = await readFile(join(editor().folder, 'problems.pdf'));
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-');
  });
});

describe('a writer who pastes a file', function () {
  this.timeout(120_000);
  const editor = useEditor({ letter: 'empty.letter', text: '' });

  it('gets it imported into the empty letter', async () => {
    const { page, folder } = editor();
    // Till the server has started, files are pasted as the editor does it.
    await editor().type('# NOTHING');
    await editor().waitForProblems(({ errors }) => errors > 0);
    await editor().press('ControlOrMeta+A');
    await editor().press('Delete');
    const text = await readFile(join(folder, '2016-section-style.letter'), 'utf8');
    await page.evaluate(content => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'posted.txt', { type: 'text/plain' }));
      const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(event);
    }, text);
    await editor().waitForText('a gradual reduction');
    assert.equal(await editor().save(), text);
  });
});

describe('a writer who imports', function () {
  this.timeout(120_000);
  const editor = useEditor({ letter: 'problems.letter' });

  it('gets a new letter of a file that is picked, with a report', async () => {
    const { page, folder } = editor();
    const text = await readFile(join(folder, '2016-section-style.letter'), 'utf8');
    await writeFile(
      join(folder, 'old.txt'),
      text.replace('# CLINICAL', '# SOMETHING ELSE\n\nStray words.\n\n# CLINICAL'),
    );
    await editor().waitForProblems(({ errors }) => errors > 0);
    await editor().press('ControlOrMeta+K');
    await editor().press('Shift+T');
    await page.locator(selectors.quickInputRow, { hasText: 'old.txt' }).click();
    const told = page.locator(selectors.notification, { hasText: '"old.txt" was imported as a new letter.' });
    await told.waitFor();
    await editor().screenshot('import-done');
    await told.getByText('Show Report').click();
    await editor().waitForText('a heading that letters of this program do not have: SOMETHING ELSE');
    await editor().screenshot('import-report');
  });
});
