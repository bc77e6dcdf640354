import { assert } from 'chai';
import {
  type CodeAction,
  CodeActionKind,
  commands,
  extensions,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import type { Activated } from '../../client/src/activate';
import type { Supervisor } from '../../client/src/supervision/supervisor';
import { answering, type Heard } from './harness/answers';
import { closeEditors, extensionId, openLetter, waitFor } from './harness/letters';
import { behind, edit, letterWith, problemsOf, ruleOf, waitForProblem, waitUntilMended } from './harness/problems';

const title = '## Cyclobenzaprine 7.5mg #60';
/** Running, as the client counts its states. */
const running = 2;

async function theSupervisor(): Promise<Supervisor> {
  const extension = await waitFor('the extension', () => extensions.getExtension<Activated>(extensionId));
  return (await extension.activate()).supervisor;
}

/** Ends the server, and waits until another one runs, or this one is given up. */
async function killAndWait({ server: { client, kill } }: Supervisor, isGivenUp = () => false): Promise<void> {
  let wasEnded = false;
  const watching = client.onDidChangeState(({ newState }) => {
    if (newState !== running) wasEnded = true;
  });
  kill();
  await waitFor('another server', () => ((wasEnded && client.isRunning()) || isGivenUp() ? true : undefined));
  watching.dispose();
}

/** Types a key or so at the end of the title, where a decision is missing. */
async function type(document: TextDocument, text: string): Promise<void> {
  const title = document.lineAt(document.positionAt(document.getText().indexOf('## Cyclobenzaprine')).line);
  await edit({ at: title.range.end, text });
}

describe('a server', () => {
  let supervisor: Supervisor;
  before(async () => {
    supervisor = await theSupervisor();
  });
  afterEach(async () => {
    await closeEditors();
    await commands.executeCommand('determinationLetters.restartServer');
  });

  it('that ends while the writer types is started again: problems come back, and no word is lost', async () => {
    const document = await openLetter('killed.letter', await letterWith(`${title}: Upheld`, title));
    await waitForProblem(document, 'missing-decision');
    await type(document, ' tab');
    supervisor.server.kill();
    await type(document, 'lets');
    assert.include(document.lineAt(behind(document, title).line).text, '#60 tablets');
    assert.isTrue(document.isDirty);
    const { client } = supervisor.server;
    await waitFor('an end', () => (problemsOf(document.uri).length === 0 ? true : undefined));
    await waitFor('another server', () => (client.isRunning() ? true : undefined));
    await waitForProblem(document, 'missing-decision');
    await type(document, ': Upheld');
    await waitUntilMended(document, 'missing-decision');
  });

  it('that ends five times in a row stays so, says that in plain words, and is restarted by a command', async () => {
    const document = await openLetter('five.letter', await letterWith(`${title}: Upheld`, title));
    await waitForProblem(document, 'missing-decision');
    const { client } = supervisor.server;
    const heard = await answering({}, async () => {
      for (let time = 1; time <= 4; time++) await killAndWait(supervisor);
      await killAndWait(supervisor, () => !client.isRunning() && client.needsStart());
      await waitFor('the end', () => (client.needsStart() ? true : undefined));
    });
    assert.equal(heard.told.length, 1);
    assert.equal(heard.told[0]?.how, 'error');
    assert.match(
      heard.told[0]?.message ?? '',
      /^Letters are not checked any more: their server stopped 5 times in a row/,
    );
    assert.deepEqual(heard.told[0]?.answers, ['Restart Server', 'Show Log']);
    await commands.executeCommand('determinationLetters.restartServer');
    await waitForProblem(document, 'missing-decision');
  });

  it('that ended five times is restarted by the answer to the message', async () => {
    const { client } = supervisor.server;
    const heard = await answering({ tell: 'Restart Server' }, async () => {
      for (let time = 1; time <= 4; time++) await killAndWait(supervisor);
      await killAndWait(supervisor);
    });
    assert.equal(heard.told.length, 1);
    assert.isTrue(client.isRunning());
  });

  it('that dies of an error is started again, and given up where it dies of the letter each time', async () => {
    const { client } = supervisor.server;
    let starts = 0;
    const watching = client.onDidChangeState(({ newState }) => {
      if (newState === running) starts++;
    });
    const heard = await answering({}, async () => {
      const document = await openLetter('deadly.letter', await letterWith(`${title}: Upheld`, `${title} deadly`));
      await waitFor('the end', () => (client.needsStart() ? true : undefined));
      const word = behind(document, ' deadly');
      await edit({ at: new Range(word.translate(0, -' deadly'.length), word), text: '' });
      await commands.executeCommand('determinationLetters.restartServer');
      await waitForProblem(document, 'missing-decision');
    });
    watching.dispose();
    assert.equal(heard.told.length, 1);
    assert.equal(starts, 5, 'four times by itself, once by the command');
  });

  it('that hangs in a rule is restarted without it, and says which one it was', async () => {
    const { heartbeat } = supervisor;
    const { patience } = heartbeat;
    heartbeat.patience = { silent: 12, rule: 6, beat: 250 };
    // What was done before may have it beat slowly still.
    heartbeat.stop();
    const heard: Heard = await answering({}, async () => {
      const broken = await letterWith(`${title}: Upheld`, `${title} never-ending`);
      const document = await openLetter('hangs.letter', broken);
      await waitForProblem(document, 'missing-decision');
      await type(document, ' course');
      assert.include(document.getText(), 'never-ending course');
      await type(document, ': Upheld');
      await waitUntilMended(document, 'missing-decision');
      assert.deepEqual(problemsOf(document.uri).map(ruleOf), []);
    });
    heartbeat.patience = patience;
    assert.deepEqual(
      heard.told.map(({ how, message }) => [how, message.split('.')[0]]),
      [['warning', 'The rule never-ending did not come to an end and is switched off until the server is restarted']],
    );
  });

  it('with a slow rule goes on without it', async () => {
    const said = 'Here is slow reading. There is slow reading too. The first ones';
    const letter = (await letterWith('The first ones', said)).replace(`${title}: Upheld`, title);
    const document = await openLetter('slow.letter', letter);
    await waitForProblem(document, 'missing-decision');
    // The rule takes more than a second over each sentence that is new: where it runs, no answer comes sooner.
    await waitFor('an answer without the slow rule', async () => {
      await edit({ at: behind(document, 'Here is slow reading.'), text: ' More slow reading.' });
      const at = behind(document, title);
      const start = performance.now();
      const actions = await commands.executeCommand<CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        new Range(at, at),
      );
      return actions.length > 0 && performance.now() - start < 1000 ? true : undefined;
    });
    await waitUntilMended(document, 'too-slow');
  });

  it('starts again from what was compiled of it, where the engine keeps that', async function () {
    const { compiledCode } = supervisor.server;
    if (compiledCode === undefined) this.skip();
    await commands.executeCommand('determinationLetters.restartServer');
    await waitFor('the compiled code of the server that ended', async () => {
      const found = await workspace.fs.readDirectory(compiledCode).then(undefined, () => []);
      return found.length > 0 ? true : undefined;
    });
  });
});

describe('a snippet that cannot be saved', () => {
  afterEach(closeEditors);

  it('leaves the letter as it is', async () => {
    const [folder] = workspace.workspaceFolders ?? [];
    assert(folder);
    // Nothing can be written where a folder stands.
    const inTheWay = Uri.joinPath(folder.uri, '.vscode', 'letters.code-snippets');
    await workspace.fs.createDirectory(inTheWay);
    try {
      const said = 'What is decided here is about the medical necessity of the item as it was requested.';
      const plain = await letterWith(`${title}: Upheld`, `${said}\n\n${title}`);
      const text = `${plain.trimEnd()}\n\n${said}\n`;
      const document = await openLetter('snippet.letter', text);
      await waitForProblem(document, 'missing-decision');
      const start = document.positionAt(text.indexOf(said));
      const range = new Range(start, document.lineAt(start.line).range.end);
      const save = await waitFor('the action', async () => {
        const actions = await commands.executeCommand<CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          range,
          CodeActionKind.RefactorExtract.value,
          9,
        );
        return actions.find(({ edit: made }) => made !== undefined);
      });
      assert(save.edit);
      assert.isFalse(await workspace.applyEdit(save.edit));
      assert.equal(document.getText(), text);
      assert.isFalse(document.isDirty);
      assert.isEmpty(await workspace.fs.readDirectory(inTheWay));
    } finally {
      await workspace.fs.delete(inTheWay, { recursive: true });
    }
  });
});
