import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useEditor } from './openEditor';
import { pdfPages } from './pdfPages';
import { firstInView, linesAcrossEdges, pagesInLines, placeOf } from './previewPage';
import { selectors } from './selectors';

const name = 'preview.letter';
const title = 'MRI of the right knee without contrast';
const letter = readFileSync('examples/2016-section-style.letter', 'utf8')
  .replace('Priority: Standard\n', 'Priority: [[standard or expedited]]\n')
  .replace(`${title}: Overturned`, title);
const lineOf = (text: string) => letter.slice(0, letter.indexOf(text)).split('\n').length;

describe('the preview', function () {
  this.timeout(120_000);
  const editor = useEditor({
    letter: name,
    text: letter,
    settings: { 'editor.fontSize': 12, 'editor.codeLens': false, 'editor.inlayHints.enabled': 'off' },
    size: { width: 1500, height: 900 },
  });
  const page = () => editor().webview();
  const cursorAt = (position: RegExp) =>
    editor().page.locator(selectors.cursorInStatusBar, { hasText: position }).waitFor();
  /** From the top of the preview's window. */
  const topOf = (text: string) =>
    page()
      .locator('.block', { hasText: text })
      .first()
      .evaluate(block => block.getBoundingClientRect().top);
  const until = async (what: string, isSo: () => Promise<boolean>) => {
    for (let tries = 0; tries < 200; tries++) {
      if (await isSo()) return;
      await editor().page.waitForTimeout(50);
    }
    assert.fail(`In vain waited for ${what}`);
  };

  it('shows the letter beside its text as it will be sent', async () => {
    await editor().waitForText('Case Number:');
    await editor().runCommand('View: Toggle Primary Side Bar Visibility');
    await editor().press('ControlOrMeta+k');
    await editor().press('Shift+V');
    await page().locator('h3', { hasText: title }).waitFor();
    await page()
      .locator('.sheet', { hasText: /^Case CM16-0000001 · Page 1 of \d$/ })
      .waitFor();
    assert.match(await page().locator('th').first().innerText(), /^Case Number:/);
    assert.equal(await page().locator('.letter-placeholder').innerText(), '[[standard or expedited]]');
    assert.equal(await page().locator('main').getAttribute('lang'), 'en-US');
    await page().locator('button.problem.error').first().waitFor();
    await editor().picture('preview');
  });

  it('shows where a page ends, at the place of the letter that the editor shows', async () => {
    await editor().goTo(letter.split('\n').length);
    await editor().goTo(lineOf('Decision rationale'));
    const second = page().locator('.sheet').nth(1);
    const inView = () => second.evaluate(sheet => sheet.getBoundingClientRect().top < innerHeight / 2);
    await until('the second page', inView);
    await editor().picture('preview-pages');
  });

  it('puts no line on the edge of a page, and holds every word', async () => {
    const { edges, pages } = await page().locator('main').evaluate(linesAcrossEdges);
    assert.deepEqual(edges, []);
    assert.ok(pages > 1);
    const shown = (await page().locator('main').innerText()).replace(/\s+/g, '');
    const words = letter.replace(/^#+ /gm, '').replace(/\s+/g, '');
    for (let at = 0; at + 20 <= words.length; at += 20) {
      assert.ok(shown.includes(words.slice(at, at + 20)), words.slice(at, at + 20));
    }
  });

  it('breaks lines and pages where the PDF does', async function () {
    const printed = pdfPages(join(editor().folder, name));
    if (!printed) {
      console.log('    skipped: there is no pdftotext');
      this.skip();
    }
    assert.deepEqual(await page().locator('main').evaluate(pagesInLines), printed);
  });

  it('leads from a problem in its margin to the letter', async () => {
    const problem = page().locator('.block', { hasText: title }).locator('button.problem.error').first();
    assert.match((await problem.getAttribute('aria-label')) ?? '', /^Error: .*decision/i);
    // Until the window knows that the preview has the focus.
    await problem.focus();
    await editor().page.locator(selectors.titleButton('Switch the Preview')).waitFor();
    await problem.press('Enter');
    await cursorAt(new RegExp(`^Ln ${lineOf(title)},`));
  });

  it('leads from a word to the same word of the letter', async () => {
    const frame = await editor().page.locator(selectors.webviewOuter).boundingBox();
    const { x, y } = await page().locator('main').evaluate(placeOf, 'loading dock');
    await editor().page.mouse.dblclick((frame?.x ?? 0) + x, (frame?.y ?? 0) + y);
    const line = letter.split('\n')[lineOf('loading dock') - 1] ?? '';
    await cursorAt(new RegExp(`^Ln ${lineOf('loading dock')}, Col ${line.indexOf('loading dock') + 1}\\b`));
  });

  it('is gone through by the keyboard', async () => {
    // The one that was clicked last.
    await page().locator('.block[tabindex="0"]').focus();
    await editor().press('ArrowDown');
    await editor().press('ArrowUp');
    await editor().press('ArrowDown');
    await editor().press('Enter');
    await cursorAt(new RegExp(`^Ln ${lineOf('On 09/12/2016')},`));
  });

  it('scrolls with the editor, and the editor with it', async () => {
    await editor().goTo(letter.split('\n').length);
    await until('the end of the letter', async () => (await topOf(title)) < 0);
    await page().locator('html').hover();
    for (const _ of 'to the top') await editor().page.mouse.wheel(0, -1000);
    await until('the top of the page', async () => (await topOf('Case Number')) > 0);
    await editor().waitForText('Case Number:');
  });

  it('follows what is typed, while what is above stays in its place', async () => {
    await editor().goToText('stepped down from a loading dock');
    const before = await topOf('CLINICAL CASE SUMMARY');
    const sheets = await page().locator('.sheet').count();
    await editor().type(' and further');
    await page().locator('p', { hasText: 'loading dock and further' }).waitFor();
    assert.ok(Math.abs((await topOf('CLINICAL CASE SUMMARY')) - before) < 2);
    await editor().insert(` ${'The knee was sore. '.repeat(300)}`);
    await until('more pages', async () => (await page().locator('.sheet').count()) > sheets);
    assert.deepEqual((await page().locator('main').evaluate(linesAcrossEdges)).edges, []);
    await editor().press('ControlOrMeta+a');
    await editor().insert(letter);
    await until('fewer pages', async () => (await page().locator('.sheet').count()) === sheets);
  });

  it('can have the colors of the editor', async () => {
    await page().locator('h2').first().click();
    const button = editor().page.locator(selectors.titleButton('Switch the Preview'));
    await button.click();
    await page().locator('body[data-appearance="theme"]').waitFor();
    await editor().screenshot('preview-theme');
    await button.click();
    await page().locator('body[data-appearance="paper"]').waitFor();
  });

  it('comes back when the window is loaded again', async () => {
    await editor().runCommand('View: Focus First Editor Group');
    await editor().save();
    // Without the letter that the test told the window to open: that alone would be opened.
    const url = new URL(editor().page.url());
    url.searchParams.delete('payload');
    await editor().page.goto(url.href);
    await page().locator('h3', { hasText: title }).waitFor();
  });

  it('keeps its place when the letter changes above it, without an editor', async () => {
    await editor().runCommand('View: Focus First Editor Group');
    // A window that is loaded again right after saving may still take the text for unsaved.
    await editor().runCommand('File: Revert File');
    await editor().runCommand('View: Close Editor');
    await page()
      .locator('html')
      .evaluate(html => html.scrollTo(0, 900));
    const first = await page().locator('main').evaluate(firstInView);
    const more = letter.replace('# CLINICAL CASE', `${'One more paragraph.\n\n'.repeat(5)}# CLINICAL CASE`);
    await writeFile(join(editor().folder, name), more);
    await page().locator('p', { hasText: 'One more paragraph.' }).first().waitFor({ state: 'attached' });
    const top = await topOf(first.text);
    assert.ok(first.text !== '' && Math.abs(top - first.top) < 2, `${first.text}: ${first.top} before, ${top} after`);
  });

  it('says that the letter is gone, and shows it when it is back', async () => {
    await rm(join(editor().folder, name));
    await page().getByRole('status').filter({ hasText: 'This letter is gone' }).waitFor();
    await writeFile(join(editor().folder, name), letter);
    await page().getByRole('status').waitFor({ state: 'hidden' });
  });
});
