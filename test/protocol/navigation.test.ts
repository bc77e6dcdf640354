import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type DocumentHighlight,
  type DocumentLink,
  type LinkedEditingRanges,
  type SelectionRange,
} from 'vscode-languageserver/node';
import { manyCapabilities, TestClient } from './support/client';
import { goodLetter } from './support/letters';
import { hosts } from './support/server';

const uri = 'untitled:letter';

for (const host of hosts) {
  describe(`navigation in a letter (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    it('grows the selection at each cursor', async () => {
      client = await TestClient.start(host, { capabilities: {} });
      await client.open(uri, goodLetter);
      assert.equal(client.initialized.capabilities.selectionRangeProvider, true);
      const positions = ['exercises at', '47-year'].map(words => client.positionBehind(uri, words));
      const params = { textDocument: { uri }, positions };
      const source = new CancellationTokenSource();
      const cancelled = client.connection.sendRequest('textDocument/selectionRange', params, source.token);
      source.cancel();
      await cancelled.catch(() => null);
      const ranges = await client.request<SelectionRange[]>('textDocument/selectionRange', params);
      const steps = ranges.map(range => [...around(range)].map(each => client.document(uri).getText(each)));
      assert.deepEqual(
        steps.map(([first]) => first),
        ['at', 'year'],
      );
      for (const each of steps) assert.equal(each.at(-1), goodLetter);
      assert.ok(steps[0]?.includes('The guideline supports a short course that turns into exercises at home.'));
    });

    it('leads to laws and web sources, with a word on each where the client shows one', async () => {
      const text = goodLetter.replace('is not medically necessary.', 'fails Labor Code 4610.5 (www.example.org/knee).');
      const { documentLink: _, ...textDocument } = manyCapabilities.textDocument ?? {};
      for (const [capabilities, tooltip] of [
        [{ ...manyCapabilities, textDocument: { ...textDocument, documentLink: { tooltipSupport: true } } }, true],
        [{ ...manyCapabilities, textDocument }, false],
      ] as const) {
        client = await TestClient.start(host, { capabilities });
        await client.open(uri, text);
        const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
        assert.deepEqual(
          links.map(({ range, target }) => [client.document(uri).getText(range), target?.split('?')[0]]),
          [
            ['Labor Code 4610.5', 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml'],
            ['www.example.org/knee', 'https://www.example.org/knee'],
          ],
        );
        assert.deepEqual(
          links.map(link => link.tooltip),
          [tooltip ? 'California Labor Code, section 4610.5' : undefined, undefined],
        );
        if (tooltip) await client.stop();
      }
    });

    it('highlights a fact wherever it stands, and leaves the rest to the editor', async () => {
      client = await TestClient.start(host, { capabilities: {} });
      await client.open(uri, goodLetter);
      const ask = (words: string) =>
        client.request<DocumentHighlight[] | null>('textDocument/documentHighlight', {
          textDocument: { uri },
          position: client.rangeOf(uri, words).start,
        });
      const found = (await ask('03/14/2016')) ?? assert.fail();
      assert.deepEqual(
        found.map(({ range, kind }) => [client.document(uri).getText(range), kind]),
        [
          ['03/14/2016', 3],
          ['03/14/2016', 3],
        ],
      );
      assert.equal(await ask('active practice'), null);
    });

    it('types the same fact in all its places, where that is asked for', async () => {
      const settings: { linkedEditing?: boolean } = {};
      client = await TestClient.start(host, { settings });
      await client.open(uri, goodLetter);
      const ask = () =>
        client.request<LinkedEditingRanges | null>('textDocument/linkedEditingRange', {
          textDocument: { uri },
          position: client.rangeOf(uri, '03/14/2016').start,
        });
      assert.equal(await ask(), null);
      settings.linkedEditing = true;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      const first = client.rangeOf(uri, '03/14/2016');
      let linked = await ask();
      while (!linked) linked = await ask();
      assert.equal(linked.ranges.length, 2);
      assert.deepEqual(linked.ranges[0], first);
      assert.ok(new RegExp(`^${linked.wordPattern}$`).test('03/14/2016'));
    });
  });
}

function* around(range: SelectionRange): Generator<SelectionRange['range']> {
  for (let each: SelectionRange | undefined = range; each; each = each.parent) yield each.range;
}
