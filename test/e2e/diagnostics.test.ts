import { assert } from 'chai';
import { commands, DiagnosticSeverity, languages, Selection, Uri, window, workspace } from 'vscode';
import { closeEditors, openLetter, waitFor } from './harness/letters';
import { behind, edit, letterWith, problemsOf, ruleOf, waitForProblem, waitUntilMended } from './harness/problems';

const title = '## Cyclobenzaprine 7.5mg #60';

describe('problems', () => {
  afterEach(closeEditors);

  it('appear when a letter is opened, with their rule, severity, place and page', async () => {
    const document = await openLetter('appear.letter', await letterWith(`${title}: Upheld`, title));
    const problem = await waitForProblem(document, 'missing-decision');
    assert.equal(problem.severity, DiagnosticSeverity.Error);
    assert.equal(document.getText(problem.range), 'Cyclobenzaprine 7.5mg #60');
    assert(typeof problem.code === 'object');
    assert.match(problem.code.target.path, /\/docs\/rules\/missing-decision\.md$/);
    assert.deepEqual(problemsOf(document.uri).map(ruleOf), ['missing-decision']);
  });

  it('go when they are mended and come back when they are made again', async () => {
    const document = await openLetter('go.letter', await letterWith(`${title}: Upheld`, title));
    await waitForProblem(document, 'missing-decision');
    const end = behind(document, title);
    await edit({ at: end, text: ': Upheld' });
    await waitUntilMended(document, 'missing-decision');
    await commands.executeCommand('undo');
    await waitForProblem(document, 'missing-decision');
  });

  it('wait on the line that is typed until the cursor leaves it', async () => {
    const document = await openLetter('quiet.letter', await letterWith(`${title}: Upheld`, title));
    await workspace.getConfiguration('determinationLetters').update('quietTyping.pause', 60_000);
    try {
      await waitForProblem(document, 'missing-decision');
      const end = behind(document, title);
      const editor = window.activeTextEditor;
      assert(editor);
      editor.selection = new Selection(end, end);
      await edit({ at: end, text: ' tablets' });
      await waitUntilMended(document, 'missing-decision');
      const above = end.translate(-1).with({ character: 0 });
      editor.selection = new Selection(above, above);
      await waitForProblem(document, 'missing-decision');
    } finally {
      await workspace.getConfiguration('determinationLetters').update('quietTyping.pause', undefined);
    }
  });

  it('are shown at once on the line that is typed by Check Now', async () => {
    await workspace.getConfiguration('determinationLetters').update('quietTyping.pause', 60_000);
    try {
      const document = await openLetter('now.letter', await letterWith(`${title}: Upheld`, title));
      await waitForProblem(document, 'missing-decision');
      await edit({ at: behind(document, title), text: ' tablets' });
      await waitUntilMended(document, 'missing-decision');
      await commands.executeCommand('determinationLetters.checkNow');
      await waitForProblem(document, 'missing-decision');
    } finally {
      await workspace.getConfiguration('determinationLetters').update('quietTyping.pause', undefined);
    }
  });

  it('are found in a letter that is no file yet', async () => {
    const content = await letterWith(`${title}: Upheld`, title);
    const document = await workspace.openTextDocument({ language: 'determination-letter', content });
    await window.showTextDocument(document);
    assert.equal(document.uri.scheme, 'untitled');
    await waitForProblem(document, 'missing-decision');
  });

  it('go from the list when the letter is closed', async () => {
    const document = await openLetter('closed.letter', await letterWith(`${title}: Upheld`, title));
    await waitForProblem(document, 'missing-decision');
    await closeEditors();
    await waitFor('an empty list', () => (languages.getDiagnostics(document.uri).length === 0 ? true : undefined));
  });

  it('leave texts of other languages alone', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert(folder);
    const uri = Uri.joinPath(folder.uri, 'notes.txt');
    await workspace.fs.writeFile(uri, new TextEncoder().encode('MRI: Uphled\n'));
    await window.showTextDocument(await workspace.openTextDocument(uri));
    // A letter opened later is checked: by then the notes would have been, too.
    const document = await openLetter('after-notes.letter', await letterWith(`${title}: Upheld`, title));
    await waitForProblem(document, 'missing-decision');
    assert.deepEqual(problemsOf(uri), []);
  });
});
