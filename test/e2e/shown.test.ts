import { assert } from 'chai';
import {
  type CodeLens,
  commands,
  type InlayHint,
  Position,
  Range,
  type SemanticTokens,
  type SemanticTokensLegend,
  type SignatureHelp,
  type TextDocument,
  type WorkspaceEdit,
  workspace,
} from 'vscode';
import { closeEditors, openLetter, waitFor } from './harness/letters';
import { behind, cleanLetter, letterWith } from './harness/problems';

describe('what is shown in the text of a letter', () => {
  afterEach(closeEditors);

  it('tells the words of the letter apart', async () => {
    const document = await openLetter('tokens.letter', await cleanLetter());
    const legend = await waitFor('a legend', async () =>
      commands.executeCommand<SemanticTokensLegend | undefined>(
        'vscode.provideDocumentSemanticTokensLegend',
        document.uri,
      ),
    );
    const { data } = await waitFor('tokens', async () => {
      const found = await commands.executeCommand<SemanticTokens | undefined>(
        'vscode.provideDocumentSemanticTokens',
        document.uri,
      );
      return found && found.data.length > 0 ? found : undefined;
    });
    const tokens = read(document, legend, data);
    assert.include(tokens, 'Overturned keyword.overturn');
    assert.include(tokens, '03/14/2016 number');
    assert.include(tokens, 'CLINICAL CASE SUMMARY namespace');
  });

  it('has hints behind dates and citations', async () => {
    const text = await letterWith('Chronic Pain Medical Treatment 2016', 'Chronic Pain Medical Treatment 2009');
    const document = await openLetter('hints.letter', text);
    const hints = await waitFor('hints', async () => {
      const whole = new Range(new Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
      const found = await commands.executeCommand<InlayHint[] | undefined>(
        'vscode.executeInlayHintProvider',
        document.uri,
        whole,
      );
      return found && found.length > 0 ? found : undefined;
    });
    const labels = hints.map(({ label }) => String(label));
    assert.include(labels, '+203 days');
    assert.include(labels, 'edition superseded');
  });

  it('says above each item whether it is decided and complete', async () => {
    const text = await letterWith('without contrast: Overturned', 'without contrast');
    const document = await openLetter('lenses.letter', text);
    const lenses = await waitFor('code lenses', async () => {
      const found = await commands.executeCommand<CodeLens[] | undefined>(
        'vscode.executeCodeLensProvider',
        document.uri,
        100,
      );
      return found && found.length > 0 ? found : undefined;
    });
    const titles = lenses.map(({ command }) => command?.title);
    assert.include(titles, '2 of 3 items decided and complete');
    assert.include(titles, 'Lacks a decision');
    assert.include(titles, 'Decided, complete');
    const lacking = lenses.find(({ command }) => command?.title === 'Lacks a decision')?.command;
    assert(lacking);
    await commands.executeCommand(lacking.command, ...(lacking.arguments ?? []));
  });

  it('tells which part of a citation comes next', async () => {
    const document = await openLetter('signature.letter', await cleanLetter());
    const citation = 'MAXIMUS guideline: Decision based on MTUS Knee Complaints 2004,';
    const help = await waitFor('signature help', async () =>
      commands.executeCommand<SignatureHelp | undefined>(
        'vscode.executeSignatureHelpProvider',
        document.uri,
        behind(document, citation),
        ',',
      ),
    );
    assert.equal(help.activeParameter, 2);
    assert.include(help.signatures[help.activeSignature]?.label, 'Section(s):');
  });

  it('renames a fact wherever the letter states it, and says why it cannot', async () => {
    const document = await openLetter('rename.letter', await cleanLetter());
    const edit = await waitFor<WorkspaceEdit>('a rename', async () => {
      const place = behind(document, 'Date of Injury: 03/14');
      const made = commands.executeCommand<WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        document.uri,
        place,
        '03/13/2016',
      );
      // Before the server has started, nobody can rename.
      return made.then(undefined, () => undefined);
    });
    assert.isTrue(await workspace.applyEdit(edit));
    const text = document.getText();
    assert.include(text, 'Date of Injury: 03/13/2016');
    assert.include(text, 'twisted her right knee on 03/13/2016');
    const why = await reason(() => commands.executeCommand('vscode.prepareRename', document.uri, new Position(0, 2)));
    assert.match(why, /label is the same in every letter/);
  });
});

function read(
  document: TextDocument,
  { tokenTypes, tokenModifiers }: SemanticTokensLegend,
  data: Uint32Array,
): string[] {
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const words = document.getText(new Range(line, character, line, character + length));
    const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
    found.push(`${words} ${[tokenTypes[type], ...modifiers].join('.')}`);
  }
  return found;
}

/** The message with which a command fails. */
async function reason(run: () => Thenable<unknown>): Promise<string> {
  try {
    await run();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('The command did not fail');
}
