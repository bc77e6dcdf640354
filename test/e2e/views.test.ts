import { assert } from 'chai';
import { commands, extensions, Selection, type TextDocument, type TextEditor, window } from 'vscode';
import { closeEditors, extensionId, openLetter, waitFor } from './harness/letters';
import { cleanLetter, letterWith, problemsOf, ruleOf, waitForText } from './harness/problems';

const reviewersLine = 'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies.';
const physical = { guideline: 'acoem2-ch12', section: 'Physical Methods' };

describe('the views of a letter', () => {
  afterEach(closeEditors);

  it('have commands that all exist, with their titles in words', async () => {
    const extension = await waitFor('the extension', () => extensions.getExtension(extensionId));
    await extension.activate();
    const { contributes } = extension.packageJSON as Manifest;
    const known = new Set(await commands.getCommands(true));
    for (const { command, title } of contributes.commands) {
      assert(known.has(command), `${command} exists`);
      assert.notMatch(title, /^%/, command);
    }
    for (const { title } of contributes.configuration) assert.notMatch(title, /^%/);
  });

  it('are focused by their commands', async () => {
    await openLetter('focus.letter', await cleanLetter());
    await commands.executeCommand('determinationLetters.letter.focus');
    await commands.executeCommand('determinationLetters.guidelines.focus');
    await commands.executeCommand('determinationLetters.searchGuidelines', 'chapter 12');
    await commands.executeCommand('determinationLetters.showAllGuidelines');
  });

  it('lead to what is missing, one thing after the other', async () => {
    const text = (await letterWith('Priority: Standard', 'Priority: [[word]]')).replace(
      reviewersLine,
      `${reviewersLine}\n\n[[more]]`,
    );
    const document = await openLetter('missing.letter', text);
    const editor = await editorOf(document);
    editor.selection = new Selection(0, 0, 0, 0);
    for (const placeholder of ['[[word]]', '[[more]]', '[[word]]']) {
      await commands.executeCommand('determinationLetters.goToNextMissing');
      assert.equal(document.getText((await editorOf(document)).selection), placeholder);
    }
  });
});

describe('a citation from the guidelines', () => {
  afterEach(closeEditors);

  it('joins those of the line in which the cursor stands', async () => {
    const document = await openLetter('cite.letter', await cleanLetter());
    const line = document.positionAt(document.getText().indexOf(reviewersLine)).line;
    const editor = await editorOf(document);
    const end = document.lineAt(line).range.end;
    editor.selection = new Selection(end, end);
    await insert(document, 'Low Back Complaints 2004');
    assert.equal(
      document.lineAt(line).text,
      `${reviewersLine.slice(0, -1)}, and Low Back Complaints 2004, Section(s): Physical Methods.`,
    );
  });

  it('fills an empty line in the words of the letter', async () => {
    const document = await openLetter('cite-empty.letter', await letterWith(reviewersLine, 'MAXIMUS guideline:'));
    const at = document.positionAt(document.getText().indexOf('MAXIMUS guideline:') + 'MAXIMUS guideline:'.length);
    const editor = await editorOf(document);
    editor.selection = new Selection(at, at);
    await insert(document, 'Decision based on MTUS Low Back');
    const expected =
      'MAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section(s): Physical Methods.';
    await waitForText(document, expected);
    assert.equal(editor.selection.active.character, expected.length, 'the cursor stands behind it');
  });

  /** Asked again until the server, which may just be starting, has answered. */
  async function insert(document: TextDocument, words: string): Promise<void> {
    const before = document.getText();
    await waitFor('the citation', async () => {
      if (document.getText() === before) {
        await commands.executeCommand('determinationLetters.insertCitation', { citation: physical });
      }
      return document.getText().includes(words) ? true : undefined;
    });
  }
});

describe('a new letter', () => {
  afterEach(closeEditors);

  it('opens with its header and sections, the first blank selected', async () => {
    const values = { 'Case Number': 'CM16-0000009', 'Decision Date': '11/08/2016' };
    await commands.executeCommand('determinationLetters.newLetter', { values, services: ['Knee brace'] });
    const editor = await waitFor('the letter', () => window.activeTextEditor);
    const { document } = editor;
    assert.equal(document.languageId, 'determination-letter');
    assert.isTrue(document.isUntitled);
    await waitForText(document, '## Knee brace: [[');
    assert.match(document.getText(), /^Case Number: CM16-0000009\r?\nDate of Injury: \[\[mm\/dd\/yyyy\]\]/);
    assert.equal(document.getText(editor.selection), '[[mm/dd/yyyy]]');
    await waitFor('its problems', () =>
      problemsOf(document.uri).some(problem => ruleOf(problem) === 'unfilled-placeholder') ? true : undefined,
    );
  });
});

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: readonly { readonly title: string }[];
  };
}

function editorOf(document: TextDocument): Promise<TextEditor> {
  return waitFor('the editor', () => window.visibleTextEditors.find(editor => editor.document === document));
}
