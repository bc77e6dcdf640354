import { assert } from 'chai';
import { commands, Selection, type TextDocument, type TextEdit, WorkspaceEdit, window, workspace } from 'vscode';
import { closeEditors, openLetter, waitFor } from './harness/letters';
import { cleanLetter, letterWith } from './harness/problems';

const options = { tabSize: 4, insertSpaces: true };

describe('formatting', () => {
  afterEach(closeEditors);

  it('writes the letter in form, and has nothing to do the second time', async () => {
    const clean = await cleanLetter();
    const document = await openLetter(
      'format.letter',
      clean.replace('\n\nMAXIMUS', '\nMAXIMUS').replace('# CLIN', '#  CLIN'),
    );
    const edits = await waitFor('the edits', async () => {
      const found = await formatting(document);
      return found.length > 0 ? found : undefined;
    });
    const change = new WorkspaceEdit();
    change.set(document.uri, edits);
    assert.isTrue(await workspace.applyEdit(change));
    assert.equal(document.getText(), clean);
    assert.deepEqual(await formatting(document), []);
  });

  async function formatting(document: TextDocument): Promise<TextEdit[]> {
    return (await commands.executeCommand('vscode.executeFormatDocumentProvider', document.uri, options)) ?? [];
  }
});

describe('writing', () => {
  afterEach(closeEditors);

  it('cleans up the letter by a command', async () => {
    const document = await openLetter('clean.letter', await letterWith('The injured worker', 'The\ninjured   worker'));
    await waitFor('the letter to be cleaned up', async () => {
      await commands.executeCommand('determinationLetters.cleanUp');
      return document.getText() === (await cleanLetter()) || undefined;
    });
  });

  it('moves an item by a command', async () => {
    const text = await cleanLetter();
    const document = await openLetter('move.letter', text);
    const titles = () => [...document.getText().matchAll(/^## (.*)$/gm)].map(([, title = '']) => title);
    const [first = '', second = '', ...others] = titles();
    const editor = await waitFor('the editor', () => window.activeTextEditor);
    const at = document.positionAt(text.indexOf(`## ${second}`) + 5);
    editor.selection = new Selection(at, at);
    await waitFor('the item to be moved', async () => {
      if (titles()[0] === first) await commands.executeCommand('determinationLetters.moveItemUp');
      return titles()[0] === second || undefined;
    });
    assert.deepEqual(titles(), [second, first, ...others]);
    assert.include(document.lineAt(editor.selection.active.line).text, second, 'the cursor stays in the item');
  });
});
