import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateLetter } from '../bench/letterGenerator';
import { useEditor } from './openEditor';

const name = 'long.letter';
const samples = 6;
const mark = 'Here is typed';
const text = withMark(generateLetter(100_000));

/** The letter with some words of their own in the middle of it, behind which the test types. */
function withMark(letter: string): string {
  const middle = letter.indexOf('\n\n## ', letter.length / 2);
  return `${letter.slice(0, middle)}\n\n${mark}${letter.slice(middle)}`;
}

describe('the speed of the preview', function () {
  this.timeout(240_000);
  const editor = useEditor({
    letter: name,
    text,
    settings: { 'editor.minimap.enabled': false, 'editor.quickSuggestions': { other: 'off' } },
    size: { width: 1400, height: 800 },
  });

  it('is no less than that of the Markdown preview, from the key to the text', async () => {
    await editor().waitForText('Case Number:');
    await editor().runCommand('Determination Letters: Open Preview to the Side');
    const ours = median(await measure());
    await editor().save();
    await editor().runCommand('View: Close All Editors');
    await copyFile(join(editor().folder, name), join(editor().folder, 'long.md'));
    await editor().press('ControlOrMeta+P');
    await editor().page.keyboard.type('long.md');
    await editor().page.locator('.quick-input-widget .monaco-list-row', { hasText: 'long.md' }).first().click();
    await editor().page.locator('.tab.active', { hasText: 'long.md' }).waitFor();
    await editor().runCommand('Markdown: Open Preview to the Side');
    const markdown = median(await measure());
    console.log(`    key to text at 100 KB: preview ${ours.toFixed(0)} ms, Markdown's ${markdown.toFixed(0)} ms`);
    assert.ok(ours <= markdown, `${ours} ms, not ${markdown} ms`);
  });

  /** Milliseconds from each of so many keys until a preview shows what was typed. */
  async function measure(): Promise<number[]> {
    const page = editor().webview();
    await page.locator('p', { hasText: mark }).first().waitFor({ state: 'attached' });
    await editor().runCommand('View: Focus First Editor Group');
    await editor().goToText(mark);
    await editor().page.evaluate(() => {
      addEventListener(
        'keydown',
        () => {
          (globalThis as { pressed?: number }).pressed = performance.timeOrigin + performance.now();
        },
        true,
      );
    });
    const times: number[] = [];
    let typed = mark;
    // The first one warms up.
    for (let index = 0; index <= samples; index++) {
      const key = String.fromCharCode('a'.charCodeAt(0) + (index % 26));
      typed += key;
      const shown = page.locator('body').evaluate(
        (body, words) =>
          new Promise<number>(resolve => {
            const look = () => {
              if (!(body.textContent ?? '').includes(words)) return;
              observer.disconnect();
              // What was changed is seen with the next frame.
              requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
            };
            const observer = new MutationObserver(look);
            observer.observe(body, { subtree: true, childList: true, characterData: true });
            body.dataset['watched'] = words;
          }),
        typed,
      );
      await page.locator(`body[data-watched=${JSON.stringify(typed)}]`).waitFor({ state: 'attached' });
      await editor().page.keyboard.press(key);
      const pressed = await editor().page.evaluate(() => (globalThis as { pressed?: number }).pressed ?? 0);
      times.push((await shown) - pressed);
    }
    return times.slice(1);
  }
});

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? assert.fail('Nothing was measured');
}
