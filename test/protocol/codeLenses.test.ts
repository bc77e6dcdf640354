import assert from 'node:assert/strict';
import { CancellationTokenSource, type CodeLens } from 'vscode-languageserver/node';
import { manyCapabilities, TestClient } from './support/client';
import { goodLetter, undecided } from './support/letters';
import { anyHost } from './support/server';

const folder = 'file:///letters';
const uri = `${folder}/own.letter`;
const textDocument = { uri };
const initializationOptions = {
  showPlaceCommand: 'test.showPlace',
  showPlacesCommand: 'test.showPlaces',
  listsLetters: true,
};

for (const host of anyHost) {
  describe(`code lenses (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    const ask = () => client.request<CodeLens[] | null>('textDocument/codeLens', { textDocument });
    const words = (lenses: readonly CodeLens[] | null) => lenses?.flatMap(({ command }) => command?.title ?? []);
    const aboutCitation = async () => (await ask())?.find(({ command }) => !command) ?? assert.fail();
    const resolve = (lens: CodeLens) => client.request<CodeLens>('codeLens/resolve', lens);

    /** A client in a workspace with these letters beside its own. */
    async function startWith(letters: Readonly<Record<string, string>>): Promise<void> {
      const files = new Map(Object.entries(letters).map(([name, text]) => [`${folder}/${name}`, text]));
      const setup = { folders: [folder], files, initializationOptions };
      client = await TestClient.start(host, setup);
      client.connection.onRequest('determinationLetters/listLetters', () => ({ uris: [...files.keys()] }));
    }

    it('say what is decided and complete, and lead to what is lacking', async () => {
      client = await TestClient.start(host, { initializationOptions });
      await client.open(uri, undecided);
      const lenses = await ask();
      assert.deepEqual(words(lenses), ['0 of 1 item decided and complete', 'Lacks a decision']);
      const title = client.rangeOf(uri, 'Physical therapy for the neck, 6 visits');
      assert.deepEqual(lenses?.[1]?.range, title);
      assert.deepEqual(lenses?.[1]?.command, {
        title: 'Lacks a decision',
        command: 'test.showPlace',
        arguments: [uri, title],
      });
      await client.typeBehind(uri, '6 visits', ': Upheld');
      assert.deepEqual(words(await ask()), ['1 of 1 item decided and complete', 'Decided, complete']);
    });

    it('are words alone to clients without commands to show places', async () => {
      client = await TestClient.start(host, { capabilities: {} });
      await client.open(uri, undecided);
      const [first, second] = (await ask()) ?? [];
      assert.deepEqual(first?.command, { title: '0 of 1 item decided and complete', command: '' });
      assert.deepEqual(second?.command, { title: 'Lacks a decision', command: '' });
      const lens = await resolve(await aboutCitation());
      assert.deepEqual(lens.command, { title: 'Cited in no other letter', command: '' });
    });

    it('count the other letters of the workspace that cite the same guideline', async () => {
      await startWith({ 'own.letter': goodLetter, 'a.letter': goodLetter, 'b.letter': goodLetter, 'c.letter': '' });
      await client.open(uri, goodLetter);
      const lens = await resolve(await aboutCitation());
      assert.equal(lens.command?.title, 'Cited in 2 other letters');
      assert.equal(lens.command?.command, 'test.showPlaces');
      const [from, position, places] = lens.command?.arguments ?? [];
      assert.deepEqual([from, position], [uri, lens.range.start]);
      assert.equal(places.length, 4, 'two lines in each of the two');
    });

    it('are as they were where what they carry is not understood', async () => {
      client = await TestClient.start(host);
      await client.open(uri, goodLetter);
      const lens = await resolve({ ...(await aboutCitation()), data: { uri: 1 } });
      assert.deepEqual(lens.command, { title: '', command: '' });
      assert.deepEqual(
        client.log.filter(line => line.includes('failed')),
        [],
      );
    });

    it('follow the settings, and are asked for again when these change', async () => {
      const capabilities = {
        ...manyCapabilities,
        workspace: { ...manyCapabilities.workspace, codeLens: { refreshSupport: true } },
      };
      const setup = { capabilities, settings: {} as unknown };
      client = await TestClient.start(host, setup);
      await client.open(uri, goodLetter);
      assert.equal((await ask())?.length, 4);
      const refreshed = new Promise<void>(done => {
        client.connection.onRequest('workspace/codeLens/refresh', () => {
          done();
          return null;
        });
      });
      setup.settings = { codeLenses: { citations: false, completeness: false } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await refreshed;
      assert.deepEqual(await ask(), []);
    });

    it('are right after a request that was cancelled', async () => {
      await startWith({ 'a.letter': goodLetter });
      await client.open(uri, goodLetter);
      const lens = await aboutCitation();
      const source = new CancellationTokenSource();
      const cancelled = client.connection.sendRequest('codeLens/resolve', lens, source.token);
      source.cancel();
      // Cancelled or answered: either is allowed.
      await cancelled.catch(() => {});
      assert.equal((await resolve(lens)).command?.title, 'Cited in 1 other letter');
    });
  });
}
