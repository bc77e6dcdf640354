import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { CompareResult } from '../../server/src/lsp/compareMessages';
import { mostText } from '../../server/src/lsp/messages';
import { TestClient } from './support/client';
import { goodLetter, undecided } from './support/letters';
import { anyHost } from './support/server';

const uri = 'untitled:letter';
const other = 'untitled:other';
const method = 'determinationLetters/compare';
const overturned = goodLetter.replace('6 visits: Upheld', '6 visits: Overturned');

for (const host of anyHost) {
  describe(`comparing letters (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    // Nothing that a client can do is needed.
    beforeEach(async () => {
      client = await TestClient.start(host, { capabilities: {} });
    });
    afterEach(() => client.stop());
    const compare = (params: unknown) => client.request<CompareResult | null>(method, params);
    const told = (result: CompareResult | null) =>
      result?.groups.flatMap(({ part, changes }) => changes.map(({ kind, nature }) => `${part}: ${kind} ${nature}`));

    it('of texts that are given, with the places of both', async () => {
      await client.open(other, overturned);
      const result = await compare({ before: { uri, text: goodLetter }, after: { uri: other, text: overturned } });
      assert.deepEqual(told(result), ['item: decision changed']);
      const [change] = result?.groups[0]?.changes ?? [];
      assert.equal(change?.before?.text, 'Upheld');
      assert.deepEqual(change?.after?.range, client.rangeOf(other, 'Overturned'));
      assert.equal(change?.weight, 'decision');
    });

    it('of letters that are open, as they stand', async () => {
      await client.open(uri, goodLetter);
      await client.open(other, goodLetter);
      const params = { before: { uri }, after: { uri: other } };
      assert.deepEqual(await compare(params), { groups: [] });
      await client.change(other, { range: client.rangeOf(other, 'Standard'), text: 'Expedited' });
      assert.deepEqual(told(await compare(params)), ['header: header changed']);
      assert.deepEqual(told(await compare({ before: { uri, text: undecided }, after: { uri } })), [
        'item: decision added',
      ]);
    });

    it('is null for a letter that is neither given nor open, and for what makes no sense', async () => {
      await client.open(uri, goodLetter);
      const senseless: unknown[] = [
        null,
        {},
        [],
        { before: { uri } },
        { before: uri, after: uri },
        { before: { uri }, after: { uri: other } },
        { before: { uri: 1 }, after: { uri } },
        { before: { uri }, after: { uri, text: 7 } },
        { before: { uri }, after: { uri, text: 'x'.repeat(mostText + 1) } },
      ];
      for (const params of senseless) assert.equal(await compare(params), null, JSON.stringify(params).slice(0, 200));
      assert.notEqual(await compare({ before: { uri }, after: { uri } }), null);
      assert.deepEqual(
        client.log.filter(line => line.includes('failed')),
        [],
      );
    });

    it('is right when the request before was cancelled', async () => {
      const params = { before: { uri, text: goodLetter }, after: { uri, text: overturned } };
      const source = new CancellationTokenSource();
      const cancelled = client.connection.sendRequest(method, params, source.token).catch(() => null);
      source.cancel();
      await cancelled;
      assert.deepEqual(told(await compare(params)), ['item: decision changed']);
    });
  });
}
