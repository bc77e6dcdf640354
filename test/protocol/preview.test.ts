import assert from 'node:assert/strict';
import { CancellationTokenSource, type CodeLens } from 'vscode-languageserver/node';
import type { PreviewResult } from '../../server/src/lsp/previewMessages';
import { TestClient } from './support/client';
import { goodLetter } from './support/letters';
import { anyHost } from './support/server';

const uri = 'untitled:letter';
const method = 'determinationLetters/preview';
const title = 'Physical therapy for the neck, 6 visits';

for (const host of anyHost) {
  describe(`the preview (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    const start = async (initializationOptions: object = {}) => {
      client = await TestClient.start(host, { initializationOptions });
      await client.open(uri, goodLetter);
    };
    const ask = (previousResultId?: string) =>
      client.request<PreviewResult | null>(method, { uri, ...(previousResultId && { previousResultId }) });
    const whole = async () => (await ask()) ?? assert.fail();

    it('is the letter in blocks, with the lines they print', async () => {
      await start();
      const { isWhole, blocks, house, language, caseNumber, version } = await whole();
      assert.ok(isWhole);
      assert.equal(version, 1);
      assert.equal(house.page, 'letter');
      assert.equal(language, 'en-US');
      assert.match(caseNumber, /^CM/);
      assert.match(blocks[0]?.html ?? '', /^<table /);
      const block = blocks.find(({ html }) => html.includes(title));
      assert.match(block?.html ?? '', /^<h3 .*<span class="letter-decision">Upheld<\/span>/);
      const { line } = client.rangeOf(uri, title).start;
      assert.deepEqual([block?.first, block?.last], [line, line]);
    });

    it('is what changed since the answer before', async () => {
      await start();
      const { resultId, blocks } = await whole();
      await client.typeBehind(uri, title, '.');
      const change = (await ask(resultId)) ?? assert.fail();
      assert.equal(change.isWhole, false);
      assert.deepEqual([change.deleted, change.blocks.length, change.lineShift], [1, 1, 0]);
      assert.equal(
        blocks.findIndex(({ html }) => html.includes(title)),
        change.start,
      );
      await client.typeBehind(uri, 'Case Number', '\n\n');
      const moved = (await ask(change.resultId)) ?? assert.fail();
      assert.equal(moved.lineShift, 2);
      assert.ok(moved.blocks.length < blocks.length / 2);
      const same = (await ask(moved.resultId)) ?? assert.fail();
      assert.deepEqual([same.deleted, same.blocks], [0, []]);
    });

    it('is whole for one who has another answer than the last', async () => {
      await start();
      const { resultId } = await whole();
      await ask();
      assert.ok((await ask(resultId))?.isWhole);
      assert.ok((await ask('nonsense'))?.isWhole);
    });

    it('is null for a letter that is not open, and for what makes no sense', async () => {
      await start();
      await client.close(uri);
      for (const params of [{ uri }, null, {}, { uri: 1 }, [uri], { uri, previousResultId: {} }]) {
        assert.equal(await client.request(method, params), null, JSON.stringify(params));
      }
      assert.deepEqual(
        client.log.filter(line => line.includes('failed')),
        [],
      );
    });

    it('escapes whatever the letter holds', async () => {
      await start();
      const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)><style>*{}</style></body>"\'`\0\ud800';
      await client.typeBehind(uri, title, hostile);
      const text = (await whole()).blocks.map(({ html }) => html).join('');
      assert.ok(text.includes('&lt;script&gt;alert(1)'), text);
      assert.ok(!/<(?:script|img|style|\/body)|\0|[\ud800-\udfff]/.test(text), text);
    });

    it('is right when the request before was cancelled', async () => {
      await start();
      const { resultId } = await whole();
      await client.typeBehind(uri, title, '!');
      const source = new CancellationTokenSource();
      const params = { uri, previousResultId: resultId };
      const cancelled = client.connection.sendRequest(method, params, source.token).catch(() => null);
      source.cancel();
      await cancelled;
      const { isWhole, blocks, start: from, deleted } = (await ask(resultId)) ?? assert.fail();
      // The answer that was cancelled may have been given: then nobody has it, and all is needed.
      assert.ok(isWhole ? blocks.length > 1 : blocks.length === 1 && deleted === 1 && from > 0);
      assert.ok(blocks.some(({ html }) => html.includes(`${title}!`)));
    });

    it('is opened by a line above the letter, for clients that show one', async () => {
      const titles = async () => {
        const params = { textDocument: { uri } };
        const lenses = await client.request<CodeLens[] | null>('textDocument/codeLens', params);
        return lenses?.map(({ command }) => [command?.title, command?.command]);
      };
      await start({ previewCommand: 'test.preview' });
      assert.deepEqual((await titles())?.[0], ['Preview', 'test.preview']);
      await client.stop();
      await start();
      assert.ok(!(await titles())?.some(([words]) => words === 'Preview'));
    });

    it('is to be asked for again when the settings change, by clients that show one', async () => {
      const setup = { settings: {} as unknown, initializationOptions: { previewCommand: 'test.preview' } };
      client = await TestClient.start(host, setup);
      await client.open(uri, goodLetter);
      await whole();
      const told = new Promise<void>(done => {
        client.connection.onNotification('determinationLetters/previewsChanged', () => done());
      });
      setup.settings = { profile: 'federal-external-review' };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await told;
    });
  });
}
