import { assert } from 'chai';
import { commands, type DocumentLink, TabInputTextDiff, type TextDocument, Uri, window, workspace } from 'vscode';
import { type Answers, answering, type Heard } from './harness/answers';
import { closeEditors, openLetter, waitFor, writeLetter } from './harness/letters';
import { cleanLetter, edit, letterWith } from './harness/problems';

const title = 'MRI of the right knee without contrast: ';
const scheme = 'determination-letters-comparison';

describe('comparing letters', () => {
  afterEach(closeEditors);

  it('of two that are selected shows their texts, and beside them what is decided otherwise', async () => {
    const before = await writeLetter('compare-a.letter', await cleanLetter());
    const after = await writeLetter('compare-b.letter', await letterWith(`${title}Overturned`, `${title}Upheld`));
    await compare(after, [before, after]);
    const comparison = await comparisonThatSays('compare-b', '- ! Decision: Overturned → Upheld (line ');
    assert.equal(comparison.lineAt(0).text, '# "compare-b.letter" compared with "compare-a.letter"');
    assert.match(comparison.getText(), /^1 difference, 1 in what is decided/m);
    const diff = await waitFor('the text diff', () => diffs()[0]);
    assert.equal(diff.original.toString(), before.toString());
    assert.equal(diff.modified.toString(), after.toString());
    assert.deepEqual(
      window.visibleTextEditors.map(({ document }) => document.uri.scheme).filter(each => each === scheme),
      [scheme],
      'both can be seen',
    );
  });

  it('leads from each difference to its place', async () => {
    const text = await letterWith(`${title}Overturned`, `${title}Upheld`);
    const before = await writeLetter('compare-links-a.letter', await cleanLetter());
    const after = await writeLetter('compare-links-b.letter', text);
    await compare(after, [before, after]);
    const comparison = await comparisonThatSays('compare-links-b', 'Decision: Overturned → Upheld');
    await waitFor('the text diff', () => diffs()[0]);
    const links = await waitFor('the links', async () => {
      const found = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', comparison.uri);
      return found.length >= 2 ? found : undefined;
    });
    assert.deepEqual(
      links.map(({ range }) => comparison.getText(range).replace(/\d+/, 'N')),
      ['line N', 'line N'],
    );
    const [command, query] = [links[1]?.target?.path ?? '', links[1]?.target?.query ?? '[]'];
    await commands.executeCommand(command, ...(JSON.parse(query) as unknown[]));
    const editor = await waitFor('the letter', () =>
      window.activeTextEditor?.document.uri.toString() === after.toString() ? window.activeTextEditor : undefined,
    );
    assert.equal(editor.document.getText(editor.selection), 'Upheld');
  });

  it('with a letter that is picked, or a file that is looked for', async () => {
    const other = await writeLetter(
      'compare-older.letter',
      await letterWith('Priority: Standard', 'Priority: Expedited'),
    );
    const document = await openLetter('compare-newer.letter', await cleanLetter());
    await compare(undefined, undefined, { pick: ['compare-older.letter'] });
    await comparisonThatSays('compare-newer', '- Priority: Expedited → Standard');
    await closeEditors();
    await window.showTextDocument(document);
    await compare(undefined, undefined, { pick: ['Other File…'], open: [other] });
    await waitFor('the text diff', () => diffs()[0]);
  });

  it('says so where they say the same, or cannot be compared', async () => {
    const before = await writeLetter('compare-same-a.letter', await cleanLetter());
    const after = await writeLetter('compare-same-b.letter', (await cleanLetter()).replaceAll('\n', '\r\n'));
    await compare(after, [before, after]);
    await comparisonThatSays('compare-same-b', 'They say the same.');
    const three = await compare(after, [before, after, after]);
    assert.deepEqual(
      three.told.map(({ message }) => message),
      ['Select two letters to compare them, or one.'],
    );
    const missing = await compare(after, [Uri.joinPath(before, '..', 'compare-missing.letter'), after]);
    assert.deepEqual(
      missing.told.map(({ message }) => message),
      ['"compare-missing.letter" cannot be read.'],
    );
    await closeEditors();
    const nothing = await compare(undefined, undefined);
    assert.deepEqual(
      nothing.told.map(({ message }) => message),
      ['Open a letter first.'],
    );
  });

  it('with what is saved', async () => {
    const document = await openLetter('compare-saved.letter', await cleanLetter());
    const at = document.positionAt(document.getText().indexOf('Standard'));
    await edit({ at, text: 'Not ' });
    const heard = await answering({}, () => commands.executeCommand('determinationLetters.compareWithSaved'));
    assert.deepEqual(heard.told, []);
    const comparison = await comparisonThatSays('compare-saved', '- Priority: Standard → Not Standard');
    assert.equal(comparison.lineAt(0).text, '# "compare-saved.letter" compared with "compare-saved.letter (saved)"');
    const diff = await waitFor('the text diff', () => diffs()[0]);
    assert.equal(diff.modified.toString(), document.uri.toString());
    const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', comparison.uri);
    assert.equal(links.length, 1, 'only what is open has places');
  });

  it('has nothing to compare a new letter with', async () => {
    const document = await workspace.openTextDocument({
      language: 'determination-letter',
      content: 'Priority: Standard',
    });
    await window.showTextDocument(document);
    const { told } = await answering({}, () => commands.executeCommand('determinationLetters.compareWithSaved'));
    assert.match(told[0]?.message ?? '', /^"Untitled-\d+" is not saved yet\.$/);
  });
});

function compare(clicked?: Uri, selected?: readonly Uri[], answers: Answers = {}): Promise<Heard> {
  return answering(answers, () => commands.executeCommand('determinationLetters.compareWith', clicked, selected));
}

/** The comparison of a letter of this name; VS Code holds those of other tests for minutes. */
function comparisonThatSays(name: string, words: string): Promise<TextDocument> {
  return waitFor(`a comparison that says ${words}`, () =>
    workspace.textDocuments.find(({ uri, getText }) => {
      return uri.scheme === scheme && uri.path.includes(name) && getText().includes(words);
    }),
  );
}

function diffs(): TabInputTextDiff[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs.map(({ input }) => input))
    .filter(input => input instanceof TabInputTextDiff);
}
