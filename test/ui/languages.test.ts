import { readFileSync } from 'node:fs';
import { useEditor } from './openEditor';
import { selectors } from './selectors';

/** A letter that lacks a decision, and has another slip. */
const letter = readFileSync('examples/2016-section-style.letter', 'utf8')
  .replace('contrast: Overturned', 'contrast')
  .replace('Priority: Standard\n', '');

describe('the editor in Spanish', function () {
  this.timeout(120_000);
  const editor = useEditor({
    letter: 'carta.letter',
    text: letter,
    language: 'es',
    settings: { 'editor.wordWrap': 'on', 'editor.lineNumbers': 'off' },
    size: { width: 1280, height: 760 },
  });
  const locator = (selector: string, hasText: string) => editor().page.locator(selector, { hasText }).first();

  it('says what is wrong, and what can be done, in Spanish', async () => {
    await editor().waitForProblems(({ errors }) => errors > 0);
    await editor().runCommand('View: Toggle Primary Side Bar Visibility');
    await editor().goToText('## MRI of the right kn');
    await locator(selectors.codeLens, 'Falta una decisión').waitFor();
    await editor().runCommand('Show or Focus Hover');
    await locator(selectors.hover, 'Este punto no tiene decisión.').waitFor();
    await editor().picture('spanish');
    await editor().press('Escape');
    await editor().runCommand('Quick Fix...');
    await locator(selectors.codeAction, 'Decidir «Upheld»').waitFor();
    await editor().press('Escape');
  });

  it('has its commands in Spanish', async () => {
    await editor().press('F1');
    const input = editor().page.locator(selectors.quickInput);
    await input.fill('>Comprobar ahora');
    await locator(selectors.quickInputRow, 'Cartas de resolución: Comprobar ahora').waitFor();
    await editor().press('Escape');
  });
});
