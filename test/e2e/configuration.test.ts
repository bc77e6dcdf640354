import { assert } from 'chai';
import { type CompletionList, commands, DiagnosticSeverity, type TextDocument, Uri, workspace } from 'vscode';
import { closeEditors, openLetter, waitFor } from './harness/letters';
import { behind, edit, letterWith, problemsOf, ruleOf, waitForProblem, waitUntilMended } from './harness/problems';

const title = '## Cyclobenzaprine 7.5mg #60';

describe('the configuration', () => {
  const settings = () => workspace.getConfiguration('determinationLetters');

  afterEach(async () => {
    await settings().update('rules', undefined);
    await closeEditors();
  });

  it('sets the severity of a rule in the settings, while the letter is open', async () => {
    const document = await openLetter('settings.letter', await withoutDecision());
    await waitForSeverity(document, DiagnosticSeverity.Error);
    await settings().update('rules', { 'missing-decision': 'hint' });
    await waitForSeverity(document, DiagnosticSeverity.Hint);
    await settings().update('rules', { 'missing-decision': 'off' });
    await waitUntilMended(document, 'missing-decision');
    await settings().update('rules', undefined);
    await waitForSeverity(document, DiagnosticSeverity.Error);
  });

  it("stands in a team's file beside the letters, and is followed as it changes", async () => {
    const document = await openLetter('team/team.letter', await withoutDecision());
    await waitForSeverity(document, DiagnosticSeverity.Error);
    await writeConfiguration(document, '{ "rules": { "missing-decision": "information" } }');
    await waitForSeverity(document, DiagnosticSeverity.Information);
    await writeConfiguration(document, '{ "rules": { "missing-decision": "warning" } }');
    await waitForSeverity(document, DiagnosticSeverity.Warning);
    await workspace.fs.delete(configurationOf(document));
    await waitForSeverity(document, DiagnosticSeverity.Error);
  });

  it('chooses the profile of the letters of a folder', async () => {
    const document = await openLetter('program/program.letter', await withoutDecision());
    await waitForProblem(document, 'missing-decision');
    await writeConfiguration(document, '{ "profile": "federal-external-review" }');
    await waitForProblem(document, 'missing-section');
    await waitUntilMended(document, 'missing-decision');
  });

  it('is told its own mistakes in its file, and the rest of it counts', async () => {
    const document = await openLetter('broken/broken.letter', await withoutDecision());
    await waitForSeverity(document, DiagnosticSeverity.Error);
    await writeConfiguration(document, '{ "profil": "x", "rules": { "missing-decision": "warning" } }');
    await waitForSeverity(document, DiagnosticSeverity.Warning);
    const problem = await waitFor('a problem of the file', () => problemsOf(configurationOf(document))[0]);
    assert.include(problem.message, 'profil');
    assert.equal(problem.range.start.line, 0);
    await writeConfiguration(document, '{ "rules": { "missing-decision": "warning" } }');
    await waitFor('its end', () => (problemsOf(configurationOf(document)).length === 0 ? true : undefined));
  });

  it('is completed from its schema', async () => {
    const document = await openLetter('schema/letters.config.json', '{ "rules": { "" } }');
    await waitFor('the rules', async () => {
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        behind(document, '"rules": { "'),
      );
      return items.some(({ label }) => label === 'missing-decision') ? true : undefined;
    });
  });

  it('outlives a restart of the server, which checks open letters again', async () => {
    await settings().update('rules', { 'missing-decision': 'warning' });
    const document = await openLetter('restart.letter', await withoutDecision());
    await waitForSeverity(document, DiagnosticSeverity.Warning);
    await commands.executeCommand('determinationLetters.restartServer');
    await waitForSeverity(document, DiagnosticSeverity.Warning);
    await edit({ at: behind(document, title), text: ': Upheld' });
    await waitUntilMended(document, 'missing-decision');
  });
});

function withoutDecision(): Promise<string> {
  return letterWith(`${title}: Upheld`, title);
}

function configurationOf(document: TextDocument): Uri {
  return Uri.joinPath(document.uri, '../letters.config.json');
}

async function writeConfiguration(document: TextDocument, text: string): Promise<void> {
  await workspace.fs.writeFile(configurationOf(document), new TextEncoder().encode(text));
}

/** Waits until the missing decision is reported, and so. */
async function waitForSeverity(document: TextDocument, severity: DiagnosticSeverity): Promise<void> {
  await waitFor(`a problem of severity ${DiagnosticSeverity[severity]}`, () => {
    const found = problemsOf(document.uri).find(problem => ruleOf(problem) === 'missing-decision');
    return found?.severity === severity ? true : undefined;
  });
}
