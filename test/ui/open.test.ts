import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { useEditor } from './openEditor';

describe('the served editor', function () {
  this.timeout(60_000);
  const editor = useEditor({ letter: 'problems.letter' });

  it('opens with a letter', async () => {
    const [firstLine = ''] = (await editor().savedText()).split('\n');
    await editor().waitForText(firstLine);
    await editor().screenshot('letter');
    const png = await readFile('.build/screenshots/letter.png');
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
  });

  it('keeps what is typed once it is saved, and not before', async () => {
    const before = await editor().savedText();
    await editor().goToEnd();
    await editor().type('Typed.');
    await editor().waitForText('Typed.');
    assert.equal(await editor().savedText(), before);
    assert.equal(await editor().save(), `${before}Typed.`);
  });
});
