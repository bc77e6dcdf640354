import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { succeeds } from './editor';
import { useEditor } from './openEditor';
import { pdfPages } from './pdfPages';
import { linesAcrossEdges, pagesInLines } from './previewPage';

const name = 'house.letter';
const text = readFileSync('examples/2016-section-style.letter', 'utf8').replace(
  /(?<=# CLINICAL CASE SUMMARY\n\n)/,
  `- ${'A first thing to note about the knee. '.repeat(6)}\n- A *second* thing.\n- The **third** one.\n\n`,
);
const profile = {
  version: 1,
  id: 'ours',
  title: 'Ours',
  extends: 'ca-imr',
  house: {
    organisation: 'Example Review Services',
    letterhead: ['Example Review Services', '1 Example Street, Sacramento'],
    page: 'a4',
    margins: { top: 20, right: 30, bottom: 25, left: 30 },
    font: 'sans',
    size: 11,
  },
};

describe('the preview in the style of a house', function () {
  this.timeout(120_000);
  const editor = useEditor({ letter: name, text, size: { width: 1500, height: 900 } });
  const page = () => editor().webview();

  it('follows its profile, and is broken into lines and pages like the PDF', async function () {
    await editor().waitForText('Case Number:');
    await editor().runCommand('Determination Letters: Open Preview to the Side');
    await page().locator('li', { hasText: 'A second thing.' }).waitFor();
    await writeFile(join(editor().folder, 'ours.letters-profile.json'), JSON.stringify(profile));
    const letterhead = page().locator('.letterhead p', { hasText: 'Example Street' });
    // Written again until it is noticed: what watches the folder begins at some time after the window has opened.
    await editor().poll('the letterhead', async () => {
      await writeFile(join(editor().folder, 'letters.config.json'), '{ "profile": "ours.letters-profile.json" }');
      return succeeds(letterhead.waitFor({ timeout: 4000 }));
    });
    await page().locator('#desk[data-font="sans"]').waitFor();
    await editor().screenshot('preview-house');
    assert.deepEqual((await page().locator('main').evaluate(linesAcrossEdges)).edges, []);
    const printed = pdfPages(join(editor().folder, name));
    if (!printed) {
      console.log('    skipped: there is no pdftotext');
      this.skip();
    }
    const withoutBullets = printed.map(lines => lines.map(line => line.replace(/^•/, '')));
    assert.deepEqual(await page().locator('main').evaluate(pagesInLines), withoutBullets);
  });
});
