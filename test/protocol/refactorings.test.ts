import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type CodeAction,
  type Command,
  CreateFile,
  TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { manyCapabilities, TestClient } from './support/client';
import { goodItem, goodLetter } from './support/letters';
import { anyHost } from './support/server';

const folder = 'file:///letters';
const uri = `${folder}/one.letter`;
const snippetsUri = `${folder}/.vscode/letters.code-snippets`;
const second = goodItem.replace('Physical therapy for the neck, 6 visits: Upheld', 'Massage of the neck: Upheld');
const two = `${goodLetter}\n${second}`;
const moved = goodLetter.replace(goodItem, `${second}\n${goodItem}`);

const without = (...names: string[]) => ({
  ...manyCapabilities,
  workspace: { ...manyCapabilities.workspace, workspaceEdit: names.includes('edits') ? {} : creating },
  textDocument: {
    ...manyCapabilities.textDocument,
    codeAction: Object.fromEntries(
      Object.entries(manyCapabilities.textDocument?.codeAction ?? {}).filter(([name]) => !names.includes(name)),
    ),
  },
});
const creating = { documentChanges: true, resourceOperations: ['create' as const] };
const able = without();

for (const host of anyHost) {
  describe(`refactorings (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    async function start(setup: Parameters<typeof TestClient.start>[1] = {}): Promise<void> {
      client = await TestClient.start(host, { capabilities: able, folders: [folder], files: new Map(), ...setup });
      await client.open(uri, two);
    }
    function actions(words: string, only?: string[], triggerKind?: 1 | 2): Promise<CodeAction[]> {
      return client.request('textDocument/codeAction', {
        textDocument: { uri },
        range: client.rangeOf(uri, words),
        context: { diagnostics: [], ...(only && { only }), ...(triggerKind && { triggerKind }) },
      });
    }
    const resolve = (action: CodeAction | undefined) => client.request<CodeAction>('codeAction/resolve', action);
    const named = (found: CodeAction[], title: string) => found.find(each => each.title.startsWith(title));

    it('move an item, and say why it cannot be moved further', async () => {
      await start();
      const found = await actions('Massage of the neck', ['refactor']);
      const up = named(found, 'Move this item up');
      assert.deepEqual([up?.kind, up?.edit, up?.disabled], ['refactor.move.up', undefined, undefined]);
      assert.equal(client.edited(uri, (await resolve(up)).edit), moved);
      assert.deepEqual(named(found, 'Move this item down')?.disabled, { reason: 'This is the last item.' });
      await assert.rejects(resolve(named(found, 'Move this item down')), /changed/);
    });

    it('are kept from clients that do not show reasons, and given whole to those that do not resolve', async () => {
      await start({ capabilities: without('disabledSupport', 'resolveSupport') });
      const found = await actions('Massage of the neck', ['refactor.move']);
      assert.deepEqual(
        found.map(({ title }) => title),
        ['Move this item up'],
      );
      assert.equal(client.edited(uri, found[0]?.edit), moved);
    });

    it('are commands for clients that know no more, with plain edits', async () => {
      await start({ capabilities: without('codeActionLiteralSupport', 'edits') });
      const found = (await actions('Massage of the neck')) as unknown as Command[];
      const up = found.find(({ title }) => title === 'Move this item up');
      assert.equal(typeof up?.command, 'string');
      await client.request('workspace/executeCommand', { command: up?.command, arguments: up?.arguments });
      assert.equal(client.edits[0]?.documentChanges, undefined);
      assert.equal(client.edited(uri, client.edits[0]), moved);
    });

    it('save a repeated paragraph in a new file, or in the one there is', async () => {
      const files = new Map<string, string>();
      await start({ files });
      const save = named(await actions('no record shows', ['refactor.extract']), 'Save this paragraph');
      const [create, change] = (await resolve(save)).edit?.documentChanges ?? [];
      assert.ok(CreateFile.is(create) && create.uri === snippetsUri);
      assert.ok(TextDocumentEdit.is(change) && change.textDocument.uri === snippetsUri);
      const made = String((change.edits[0] as TextEdit).newText);
      assert.equal(Object.values(JSON.parse(made) as object).length, 1);
      files.set(snippetsUri, '{\n  // ours\n  "Mine": { "prefix": "m", "body": ["x"] }\n}\n');
      const [added] = (await resolve(save)).edit?.documentChanges ?? [];
      assert.ok(TextDocumentEdit.is(added));
      const file = TextDocument.create(snippetsUri, 'jsonc', 0, files.get(snippetsUri) ?? '');
      const after = TextDocument.applyEdits(file, added.edits as TextEdit[]);
      assert.deepEqual(Object.keys(JSON.parse(after.replace('// ours', '')) as object).length, 2);
    });

    it('say why a snippet cannot be saved', async () => {
      await start({
        capabilities: { ...able, workspace: { ...able.workspace, workspaceEdit: { documentChanges: true } } },
      });
      const save = named(await actions('no record shows', ['refactor']), 'Save this paragraph');
      assert.deepEqual(save?.disabled, { reason: 'This editor cannot create the file of the snippet.' });
    });

    it('clean up the letter, by action and by command', async () => {
      await start();
      await client.replaceAll(uri, goodLetter.replace('18 visits of', '18\nvisits   of'));
      const [clean] = await actions('visits   of', ['source.cleanUp']);
      assert.equal(clean?.title, 'Clean up text pasted from a PDF');
      assert.equal(client.edited(uri, (await resolve(clean)).edit), goodLetter);
      await client.request('workspace/executeCommand', { command: 'determinationLetters.cleanUp', arguments: [uri] });
      assert.equal(client.edited(uri, client.edits[0]), goodLetter);
      await client.replaceAll(uri, goodLetter);
      assert.equal(
        (await actions('18 visits', ['source.cleanUp']))[0]?.disabled?.reason,
        'There is nothing to clean up.',
      );
    });

    it('leave the light bulb dark where nothing is about the very place', async () => {
      await start();
      const quiet = await actions('no record shows', undefined, 2);
      assert.ok(quiet.every(({ title }) => !title.startsWith('Move') && !title.startsWith('Clean')));
    });

    it('answer rightly after a request that was cancelled, and refuse a letter that has changed', async () => {
      await start();
      const source = new CancellationTokenSource();
      const range = client.rangeOf(uri, 'Massage');
      const params = { textDocument: { uri }, range, context: { diagnostics: [], only: ['refactor'] } };
      const cancelled = client.connection
        .sendRequest('textDocument/codeAction', params, source.token)
        .catch(() => null);
      source.cancel();
      await cancelled;
      const up = named(await actions('Massage of the neck', ['refactor']), 'Move this item up');
      assert.equal(client.edited(uri, (await resolve(up)).edit), moved);
      await client.typeBehind(uri, 'Priority: Standard', ' ');
      await assert.rejects(resolve(up), /changed/);
    });
  });

  describe(`pasting (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    const paste = (params: unknown) => client.request<unknown>('determinationLetters/cleanPaste', params);

    it('makes markup of what is pasted', async () => {
      client = await TestClient.start(host, { capabilities: {} });
      await client.open(uri, goodLetter);
      const range = client.rangeOf(uri, 'no record');
      const text = 'the neck-\nline   was\nsore\f';
      assert.deepEqual(await paste({ uri, range, text }), { text: 'the neck-line was sore' });
      assert.deepEqual(await paste({ uri, range, text: 'one line' }), { text: null });
    });

    it('leaves everything as it is where it is not understood', async () => {
      client = await TestClient.start(host);
      await client.open(uri, goodLetter);
      for (const params of [
        null,
        {},
        { uri, text: 'a\nb' },
        { uri: 'untitled:other', range: client.rangeOf(uri, 'no'), text: 'a\nb' },
        { uri, range: client.rangeOf(uri, 'no'), text: 'a\nb'.repeat(400_000) },
      ]) {
        assert.deepEqual(await paste(params), { text: null });
      }
      assert.deepEqual(
        client.log.filter(line => line.includes('failed')),
        [],
      );
    });
  });
}
