import assert from 'node:assert/strict';
import { forPictures, useEditor } from './openEditor';

const title = 'MRI of the right knee without contrast';

describe('the preview', function () {
  this.timeout(120_000);
  const editor = useEditor({
    letter: '2016-section-style.letter',
    settings: { ...forPictures, 'editor.fontSize': 12 },
    size: { width: 1500, height: 900 },
  });
  const page = () => editor().webview();

  it('shows the letter beside its text as it will be sent', async () => {
    await editor().waitForText('Case Number:');
    await editor().runCommand('View: Toggle Primary Side Bar Visibility');
    await editor().runCommand('Determination Letters: Open Preview to the Side');
    await page().locator('h3', { hasText: title }).waitFor();
    await editor().picture('preview');
    assert.ok((await page().locator('.sheet').count()) > 1);
  });
});
