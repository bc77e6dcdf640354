import { assert } from 'chai';
import { type CodeAction, CodeActionKind, commands, type Range, type TextDocument, window, workspace } from 'vscode';
import { closeEditors, openLetter, waitFor } from './harness/letters';
import { letterWith, waitForProblem, waitForText, waitUntilMended } from './harness/problems';

const right = 'Claims Administrator guideline: Decision';
const misspelt = 'Claim Administrator guidline: Decision';

describe('fixes', () => {
  afterEach(closeEditors);

  it('are offered for a problem, and mend it', async () => {
    const title = '## Cyclobenzaprine 7.5mg #60';
    const document = await openLetter('fix.letter', await letterWith(`${title}: Upheld`, title));
    const { range } = await waitForProblem(document, 'missing-decision');
    const action = await waitForAction(document, range, 'Decide "Overturned"');
    assert.equal(action.kind?.value, CodeActionKind.QuickFix.value);
    await apply(action);
    await waitForText(document, `${title}: Overturned`);
    await waitUntilMended(document, 'missing-decision');
  });

  it('switch a rule off in one place by a comment', async () => {
    const document = await openLetter('suppress.letter', await letterWith(right, misspelt));
    const { range } = await waitForProblem(document, 'label-spelling');
    await apply(await waitForAction(document, range, 'Suppress label-spelling here'));
    await waitUntilMended(document, 'label-spelling');
    assert.include(document.getText(), '<!-- letter-disable-next-line label-spelling -->\nClaim Administrator');
  });

  it('are made all at once by the code action source.fixAll', async () => {
    const document = await openLetter('all.letter', await letterWith(right, misspelt));
    const { range } = await waitForProblem(document, 'label-spelling');
    const action = await waitForAction(document, range, 'Fix all safe problems', CodeActionKind.SourceFixAll);
    await apply(action);
    await waitForText(document, right);
    await waitUntilMended(document, 'label-spelling');
  });

  it('are made all at once by the command', async () => {
    const document = await openLetter('command.letter', await letterWith(right, misspelt));
    await waitForProblem(document, 'label-spelling');
    await commands.executeCommand('determinationLetters.fixAll');
    await waitForText(document, right);
  });

  it('are made when the letter is saved, where the settings say so', async () => {
    const settings = workspace.getConfiguration('editor', { languageId: 'determination-letter' });
    await settings.update('codeActionsOnSave', { 'source.fixAll': 'explicit' }, false, true);
    try {
      const document = await openLetter('save.letter', await letterWith(right, misspelt));
      await waitForProblem(document, 'label-spelling');
      const editor = window.activeTextEditor;
      await editor?.edit(builder => builder.insert(document.positionAt(document.getText().length), '\n'));
      assert.isTrue(await document.save());
      const saved = new TextDecoder().decode(await workspace.fs.readFile(document.uri));
      assert.include(saved, right);
      assert.notInclude(saved, misspelt);
    } finally {
      await settings.update('codeActionsOnSave', undefined, false, true);
    }
  });
});

/** Asks for the code actions of a place until this one is among them. */
function waitForAction(
  document: TextDocument,
  range: Range,
  title: string,
  kind = CodeActionKind.QuickFix,
): Promise<CodeAction> {
  return waitFor(`the action ${title}`, async () => {
    const most = 50;
    const actions = await commands.executeCommand<CodeAction[] | undefined>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
      kind.value,
      most,
    );
    return actions?.find(action => action.title === title);
  });
}

async function apply(action: CodeAction): Promise<void> {
  assert.isDefined(action.edit, 'The action brings its edit');
  assert.isTrue(await workspace.applyEdit(action.edit));
}
