import { assert } from 'chai';
import {
  commands,
  type DocumentHighlight,
  type DocumentLink,
  Location,
  type LocationLink,
  type Position,
  type SelectionRange,
  type SymbolInformation,
  type TextDocument,
  type Uri,
  workspace,
} from 'vscode';
import { closeEditors, openLetter, waitFor, writeLetter } from './harness/letters';
import { behind, cleanLetter, letterWith, problemsOf, ruleOf } from './harness/problems';

const citation = 'MAXIMUS guideline: Decision based on MTUS Knee Compl';

describe('navigation', () => {
  afterEach(closeEditors);

  it('grows the selection from a word to the letter', async () => {
    const document = await openLetter('selection.letter', await cleanLetter());
    const steps = await waitFor('ranges', async () => {
      const [range] = await commands.executeCommand<SelectionRange[]>(
        'vscode.executeSelectionRangeProvider',
        document.uri,
        [behind(document, 'The knee ch')],
      );
      const found: string[] = [];
      for (let each = range; each; each = each.parent) found.push(document.getText(each.range));
      // Until the server runs, only VS Code itself answers, which knows words and lines.
      return found.some(step => step.startsWith('## MRI of the right knee')) ? found : undefined;
    });
    assert.equal(steps[0], 'chapter');
    assert.isTrue(steps.some(step => step.startsWith('The knee chapter') && step.endsWith('the next step.')));
  });

  it('links the laws and the sources on the web', async () => {
    const text = await letterWith(
      'The knee chapter of',
      'By Labor Code 4610.5 and www.example.org, the knee chapter of',
    );
    const document = await openLetter('links.letter', text);
    const targets = await waitFor('links', async () => {
      const links = await commands.executeCommand<DocumentLink[]>('vscode.executeLinkProvider', document.uri);
      const found = links.map(({ target }) => target?.toString(true) ?? '');
      return found.some(target => target.includes('4610.5')) ? found : undefined;
    });
    assert.isTrue(targets.some(target => target.startsWith('https://www.example.org')));
  });

  it('shows the catalogue entry of a citation as a document', async () => {
    const document = await openLetter('definition.letter', await cleanLetter());
    const [found] = await definitions(document, behind(document, citation));
    assert(found);
    const uri = found instanceof Location ? found.uri : found.targetUri;
    assert.equal(uri.scheme, 'letters-guideline');
    const shown = await workspace.openTextDocument(uri);
    assert.match(shown.getText(), /^# Knee Complaints/);
    assert.include(shown.getText(), '**In force:**');
  });

  it('goes from a fact of a rationale to where the summary states it', async () => {
    const document = await openLetter('facts.letter', await cleanLetter());
    const [found] = await definitions(
      document,
      behind(document, 'The worker has taken this muscle relaxant since 05/0'),
    );
    assert(found);
    const range = found instanceof Location ? found.range : (found.targetSelectionRange ?? found.targetRange);
    assert.equal(document.getText(range), '05/02/2016');
    assert.isTrue(range.start.isBefore(behind(document, 'IMR ISSUES')));
  });

  it('finds the letters of the workspace that cite a guideline', async () => {
    await openLetter('cited/other.letter', await cleanLetter());
    await closeEditors();
    const document = await openLetter('cited/this.letter', await cleanLetter());
    await waitFor('the other letter', async () => {
      const found = await commands.executeCommand<Location[]>(
        'vscode.executeReferenceProvider',
        document.uri,
        behind(document, citation),
      );
      return found.some(({ uri }) => uri.path.endsWith('/cited/other.letter')) ? found : undefined;
    });
  });

  it('highlights a date wherever it stands', async () => {
    const document = await openLetter('highlights.letter', await cleanLetter());
    const found = await filled('highlights', () =>
      commands.executeCommand<DocumentHighlight[] | undefined>(
        'vscode.executeDocumentHighlights',
        document.uri,
        behind(document, 'Date of Injury: 03'),
      ),
    );
    assert.deepEqual(
      found.map(({ range }) => document.getText(range)),
      ['03/14/2016', '03/14/2016'],
    );
  });

  it('finds items and letters of the workspace', async () => {
    const text = await letterWith('Cyclobenzaprine 7.5mg #60: Upheld', 'Trigger point unicorns: Upheld');
    await openLetter('symbols/unicorns.letter', text);
    await closeEditors();
    const found = await waitFor('symbols', async () => {
      const all = await commands.executeCommand<SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        'unicorns',
      );
      return all.find(({ name }) => name === 'Trigger point unicorns: Upheld');
    });
    assert.match(found.location.uri.path, /\/symbols\/unicorns\.letter$/);
  });
});

describe('the problems of the workspace', () => {
  const settings = () => workspace.getConfiguration('determinationLetters');

  // What the command asks for is asked for until the server ends.
  after(() => commands.executeCommand('determinationLetters.restartServer'));

  afterEach(async () => {
    await settings().update('workspaceDiagnostics', undefined);
    await closeEditors();
  });

  it('are those of letters that are not open too, where that is switched on, and follow their files', async () => {
    const undecided = await letterWith('#60: Upheld', '#60');
    const uri = await writeLetter('all/closed.letter', undecided);
    // Something else must be open: without a letter the extension need not run.
    await openLetter('all/open.letter', await cleanLetter());
    assert.isFalse(hasProblem(uri));
    await settings().update('workspaceDiagnostics', 'on');
    await waitFor('a problem of a letter that is not open', () => hasProblem(uri) || undefined);
    await workspace.fs.writeFile(uri, new TextEncoder().encode(await cleanLetter()));
    await waitFor('its end', () => !hasProblem(uri) || undefined);
    await workspace.fs.writeFile(uri, new TextEncoder().encode(undecided));
    await waitFor('the problem again', () => hasProblem(uri) || undefined);
    await settings().update('workspaceDiagnostics', undefined);
    await waitFor('an end of all of them', () => !hasProblem(uri) || undefined);
    // VS Code asks again only some seconds after each answer.
  }).timeout(60_000);

  it('come by a command as well', async () => {
    const uri = await writeLetter('command/closed.letter', await letterWith('#60: Upheld', '#60'));
    await openLetter('command/open.letter', await cleanLetter());
    assert.include(await commands.getCommands(), 'determinationLetters.checkWorkspace');
    await commands.executeCommand('determinationLetters.checkWorkspace');
    await waitFor('a problem of a letter that is not open', () => hasProblem(uri) || undefined);
  });
});

function hasProblem(uri: Uri): boolean {
  return problemsOf(uri).some(problem => ruleOf(problem) === 'missing-decision');
}

function definitions(document: TextDocument, position: Position): Promise<(Location | LocationLink)[]> {
  return filled('a definition', () =>
    commands.executeCommand<(Location | LocationLink)[] | undefined>(
      'vscode.executeDefinitionProvider',
      document.uri,
      position,
    ),
  );
}

/** Waits for an answer that is not empty. */
function filled<T>(what: string, ask: () => Thenable<T[] | undefined>): Promise<T[]> {
  return waitFor(what, async () => {
    const found = await ask();
    return found && found.length > 0 ? found : undefined;
  });
}
