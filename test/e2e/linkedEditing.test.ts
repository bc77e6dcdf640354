import { assert } from 'chai';
import { ConfigurationTarget, commands, Selection, type TextDocument, window, workspace } from 'vscode';
import { closeEditors, openLetter, waitFor } from './harness/letters';
import { behind, cleanLetter } from './harness/problems';

describe('linked editing', () => {
  before(() => set(true));
  after(() => set(undefined));
  afterEach(closeEditors);

  it('types a date wherever the letter states it', async () => {
    const document = await openLetter('linked.letter', await cleanLetter());
    assert.equal(count(document, '03/14/2016'), 2);
    // Again, until the editor has learned of the setting and asked for the places.
    await waitFor('both dates', async () => {
      await typeBehind(document, 'Date of Injury: 03/14/2016', '9');
      const isLinked = await within(1000, () => count(document, '03/14/20169') === 2);
      if (isLinked) return true;
      await commands.executeCommand('undo');
      await waitFor('the date as it was', () => (count(document, '03/14/20169') === 0 ? true : undefined));
      return undefined;
    });
  });

  it('leaves the letter alone where the setting is off', async () => {
    await set(undefined);
    const document = await openLetter('not-linked.letter', await cleanLetter());
    await typeBehind(document, 'Date of Injury: 03/14/2016', '9');
    await typeBehind(document, 'Date of Injury: 03/14/20169', '8');
    assert.equal(count(document, '03/14/20169'), 1);
    await set(true);
  });

  async function typeBehind(document: TextDocument, words: string, key: string): Promise<void> {
    const editor = await window.showTextDocument(document);
    const at = behind(document, words);
    editor.selection = new Selection(at, at);
    await commands.executeCommand('editor.action.linkedEditing');
    await commands.executeCommand('type', { text: key });
    await waitFor('what is typed', () => (document.getText().includes(words + key) ? true : undefined));
  }
});

/** Whether something becomes so in this many milliseconds. */
async function within(time: number, isSo: () => boolean): Promise<boolean> {
  const end = Date.now() + time;
  return waitFor('an answer', () => (isSo() ? true : Date.now() > end ? false : undefined));
}

function count(document: TextDocument, words: string): number {
  return document.getText().split(words).length - 1;
}

async function set(value: true | undefined): Promise<void> {
  for (const section of ['determinationLetters', 'editor']) {
    await workspace.getConfiguration(section).update('linkedEditing', value, ConfigurationTarget.Workspace);
  }
}
