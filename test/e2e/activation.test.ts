import { assert } from 'chai';
import { extensions } from 'vscode';
import { closeEditors, extensionId, openLetter, waitFor } from './harness/letters';

describe('activation', () => {
  afterEach(closeEditors);

  it('gives a letter its language and starts the extension', async () => {
    const document = await openLetter('activation.letter', 'DETERMINATION\n');
    await waitFor('the language', () => (document.languageId === 'determination-letter' ? true : undefined));
    const extension = await waitFor('the extension', () => extensions.getExtension(extensionId));
    await waitFor('its activation', () => (extension.isActive ? true : undefined));
    // An extension that failed to start counts as active, too: this fails as it did.
    await extension.activate();
    assert.isTrue(extension.isActive);
  });
});
