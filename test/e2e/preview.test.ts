import { assert } from 'chai';
import { ConfigurationTarget, commands, Range, type Tab, TabInputWebview, Uri, window, workspace } from 'vscode';
import { closeEditors, openLetter, waitFor } from './harness/letters';
import { cleanLetter, edit } from './harness/problems';

const open = (uri?: Uri) => commands.executeCommand('determinationLetters.openPreviewToSide', uri);
const setting = 'determinationLetters.preview.appearance';

describe('the preview of a letter', () => {
  afterEach(async () => {
    await closeEditors();
    await workspace.getConfiguration().update(setting, undefined, ConfigurationTarget.Global);
  });

  it('is shown beside the letter, and again after an edit', async () => {
    const document = await openLetter('shown.letter', await cleanLetter());
    // Ends when the page has the letter, as it stands, on it.
    await open();
    assert.equal(previews()[0]?.label, 'Preview shown.letter');
    assert.equal(window.activeTextEditor?.document, document, 'the letter keeps the focus');
    await edit({ at: new Range(0, 0, 0, 0), text: '\n' });
    await open();
    assert.lengthOf(previews(), 1, 'a letter has one');
  });

  it('is one of each letter', async () => {
    await openLetter('one.letter', await cleanLetter());
    await open();
    await openLetter('two.letter', await cleanLetter());
    await open();
    assert.sameMembers(
      previews().map(({ label }) => label),
      ['Preview one.letter', 'Preview two.letter'],
    );
  });

  it('is there for a letter that is not saved, or in no editor', async () => {
    const document = await workspace.openTextDocument({ language: 'determination-letter', content: '# A heading\n' });
    await window.showTextDocument(document);
    await open();
    assert.lengthOf(previews(), 1);
    const [folder] = workspace.workspaceFolders ?? [];
    assert(folder);
    await commands.executeCommand(
      'determinationLetters.openPreview',
      Uri.joinPath(folder.uri, '2016-section-style.letter'),
    );
    assert.lengthOf(previews(), 2);
  });

  it('leads to its letter', async () => {
    const document = await openLetter('source.letter', await cleanLetter());
    await commands.executeCommand('determinationLetters.openPreview', document.uri);
    await waitFor('the preview to be active', async () =>
      window.tabGroups.activeTabGroup.activeTab?.input instanceof TabInputWebview ? true : undefined,
    );
    await commands.executeCommand('determinationLetters.showPreviewSource');
    await waitFor('the letter', async () => (window.activeTextEditor?.document === document ? true : undefined));
  });

  it('changes its colors by a command', async () => {
    const document = await openLetter('colors.letter', await cleanLetter());
    await commands.executeCommand('determinationLetters.openPreview', document.uri);
    const appearance = () => workspace.getConfiguration().get<string>(setting);
    assert.equal(appearance(), 'paper');
    await commands.executeCommand('determinationLetters.switchPreviewAppearance');
    await waitFor('the other colors', () => (appearance() === 'theme' ? true : undefined));
  });

  it('ends where there is no letter', async () => {
    await open();
    const [folder] = workspace.workspaceFolders ?? [];
    assert(folder);
    await open(Uri.joinPath(folder.uri, 'no-such.letter'));
    assert.lengthOf(previews(), 1, 'which says so');
  });
});

function previews(): Tab[] {
  const all = window.tabGroups.all.flatMap(({ tabs }) => tabs);
  return all.filter(
    ({ input }) => input instanceof TabInputWebview && input.viewType.endsWith('determinationLetters.preview'),
  );
}
