import assert from 'node:assert/strict';
import type { CodeAction, Command } from 'vscode-languageserver/node';
import { manyCapabilities, TestClient } from './support/client';
import { goodLetter, stray, undecided } from './support/letters';
import { anyHost } from './support/server';

const uri = 'untitled:letter';
const fixAllKind = 'source.fixAll.determinationLetters';

for (const host of anyHost) {
  describe(`code actions (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    function actions(words: string, only?: string[]): Promise<CodeAction[]> {
      return client.request('textDocument/codeAction', {
        textDocument: { uri },
        range: client.rangeOf(uri, words),
        context: { diagnostics: [], ...(only ? { only } : {}) },
      });
    }
    const resolve = (action: CodeAction | undefined) => client.request<CodeAction>('codeAction/resolve', action);

    it('fix a finding, edits given when they are asked for', async () => {
      client = await TestClient.start(host);
      await client.open(uri, undecided);
      const offered = await actions('6 visits');
      const upheld = offered.find(({ title }) => title.includes('"Upheld"'));
      assert.equal(upheld?.kind, 'quickfix');
      assert.equal(upheld?.edit, undefined);
      assert.deepEqual(
        upheld?.diagnostics?.map(({ code }) => code),
        ['missing-decision'],
      );
      assert.equal(client.edited(uri, (await resolve(upheld)).edit), goodLetter);
      assert.equal((await resolve(upheld)).edit?.documentChanges?.length, 1);
    });

    it('prefer a safe fix', async () => {
      client = await TestClient.start(host);
      await client.open(uri, stray);
      const preferred = (await actions('6 visits,: Upheld', ['quickfix'])).filter(({ isPreferred }) => isPreferred);
      assert.equal(preferred.length, 1);
      assert.equal(client.edited(uri, (await resolve(preferred[0])).edit), goodLetter);
    });

    it('are refused when the letter has changed since', async () => {
      client = await TestClient.start(host);
      await client.open(uri, undecided);
      const [first] = await actions('6 visits');
      await client.typeBehind(uri, 'Priority: Standard', ' ');
      await assert.rejects(resolve(first), /changed/);
      for (const data of [undefined, null, { uri: 1 }, { uri, version: 2 }]) {
        await assert.rejects(resolve({ title: 'Nonsense', data }), /changed/);
      }
      assert.deepEqual(
        client.log.filter(line => line.includes('failed')),
        [],
      );
    });

    it('suppress a rule here or in the file', async () => {
      client = await TestClient.start(host, { settings: { quietTyping: { pause: 0 } } });
      for (const where of ['here', 'in this file']) {
        await client.open(uri, undecided);
        const suppress = (await actions('6 visits')).find(
          ({ title }) => title === `Suppress missing-decision ${where}`,
        );
        const suppressed = client.edited(uri, (await resolve(suppress)).edit);
        assert.match(suppressed, /<!-- letter-disable-(next-line|file) missing-decision -->\n/);
        await client.replaceAll(uri, suppressed);
        assert.deepEqual(await client.rules(uri), [], where);
        await client.close(uri);
      }
    });

    it('are no more than anybody reads through', async () => {
      client = await TestClient.start(host);
      const items = Array.from({ length: 250 }, (_, number) => `## Brace ${number}\n\nDecision rationale: None.\n\n`);
      await client.open(uri, goodLetter + items.join(''));
      const range = { start: { line: 0, character: 0 }, end: { line: 9999, character: 0 } };
      const params = { textDocument: { uri }, range, context: { diagnostics: [], only: ['quickfix'] } };
      assert.equal((await client.request<CodeAction[]>('textDocument/codeAction', params)).length, 200);
    });

    it('mend all that is safe at once', async () => {
      client = await TestClient.start(host);
      await client.open(uri, stray.replace('Claims Administrator guideline', 'Claims Admnistrator guideline'));
      for (const only of [['source'], ['source.fixAll'], [fixAllKind]]) {
        const [action, ...others] = await actions('Priority', only);
        assert.equal(action?.kind, fixAllKind);
        const isBroad = only[0] === 'source';
        assert.deepEqual(
          others.map(({ kind }) => kind),
          isBroad ? ['source.cleanUp.determinationLetters'] : [],
        );
        const { edit } = await resolve(action);
        assert.equal(client.edited(uri, edit), goodLetter);
        const [change] = edit?.documentChanges ?? [];
        assert.equal(change && 'edits' in change && change.edits.length, 2, 'no more is touched than differs');
      }
      assert.deepEqual(await actions('Priority', ['refactor']), []);
    });

    it('say why there is nothing to mend', async () => {
      client = await TestClient.start(host);
      await client.open(uri, undecided);
      const [action] = await actions('Priority', ['source.fixAll']);
      assert.equal(action?.disabled?.reason, 'No problem of this letter has a safe fix.');
      assert.deepEqual(await actions('Priority'), [], 'unless somebody asks for it');
    });

    it('mend all by a command', async () => {
      client = await TestClient.start(host);
      await client.open(uri, stray);
      await client.request('workspace/executeCommand', { command: 'determinationLetters.fixAll', arguments: [uri] });
      assert.equal(client.edited(uri, client.edits[0]), goodLetter);
    });

    it('come with their edits to clients that do not ask for them', async () => {
      const { codeAction, ...textDocument } = manyCapabilities.textDocument ?? {};
      const { resolveSupport: _, ...plain } = codeAction ?? {};
      const workspace = { ...manyCapabilities.workspace, workspaceEdit: {} };
      client = await TestClient.start(host, {
        capabilities: { workspace, textDocument: { ...textDocument, codeAction: plain } },
      });
      await client.open(uri, stray);
      const [fix] = await actions('6 visits,', ['quickfix']);
      assert.deepEqual(Object.keys(fix?.edit ?? {}), ['changes']);
      assert.equal(client.edited(uri, fix?.edit), goodLetter);
      const [all] = await actions('Priority', ['source.fixAll']);
      assert.equal(client.edited(uri, all?.edit), goodLetter);
    });

    it('come as commands to clients that know no others', async () => {
      const { codeAction: _, ...textDocument } = manyCapabilities.textDocument ?? {};
      client = await TestClient.start(host, { capabilities: { ...manyCapabilities, textDocument } });
      await client.open(uri, stray);
      const [fix] = (await actions('6 visits,', ['quickfix'])) as unknown as Command[];
      assert.equal(typeof fix?.command, 'string');
      await client.request('workspace/executeCommand', { command: fix?.command, arguments: fix?.arguments });
      assert.equal(client.edited(uri, client.edits[0]), goodLetter);
    });
  });
}
