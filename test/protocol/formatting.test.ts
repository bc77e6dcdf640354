import assert from 'node:assert/strict';
import { CancellationTokenSource, type TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient } from './support/client';
import { goodLetter } from './support/letters';
import { anyHost } from './support/server';

const uri = 'untitled:letter';
const loose = goodLetter
  .replace('# CLINICAL CASE SUMMARY\n', '\nCLINICAL  CASE SUMMARY')
  .replace('Decision rationale: The worker', 'decision rationale:\nThe worker')
  .replace('18 visits of', '18 visits\nof');
const options = { tabSize: 4, insertSpaces: true };
const textDocument = { uri };

for (const host of anyHost) {
  describe(`formatting (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    const format = () => client.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
    const changed = (edits: TextEdit[]) => TextDocument.applyEdits(client.document(uri), edits);

    it('writes the letter in form, whatever the client can do', async () => {
      for (const capabilities of [undefined, {}]) {
        client = await TestClient.start(host, { ...(capabilities && { capabilities }) });
        await client.open(uri, loose);
        assert.equal(changed(await format()), goodLetter);
        await client.replaceAll(uri, goodLetter);
        assert.deepEqual(await format(), []);
        if (!capabilities) await client.stop();
      }
    });

    it('formats a range alone', async () => {
      client = await TestClient.start(host);
      await client.open(uri, loose);
      const range = client.rangeOf(uri, 'CLINICAL  CASE SUMMARY');
      const edits = await client.request<TextEdit[]>('textDocument/rangeFormatting', { textDocument, range, options });
      assert.equal(changed(edits), loose.replace('\nCLINICAL  CASE SUMMARY', '\n# CLINICAL CASE SUMMARY\n'));
    });

    it('breaks lines as configured', async () => {
      client = await TestClient.start(host, { settings: { format: { wrap: 80 } } });
      await client.open(uri, loose);
      const lines = changed(await format()).split('\n');
      const long = lines.filter(line => line.length > 80 && !line.startsWith('#'));
      assert.deepEqual(long, []);
    });

    it('puts a label right when its colon is typed', async () => {
      client = await TestClient.start(host);
      await client.open(uri, loose);
      const position = client.positionBehind(uri, 'decision rationale:');
      const params = { textDocument, position, ch: ':', options };
      const edits = await client.request<TextEdit[]>('textDocument/onTypeFormatting', params);
      assert.deepEqual(
        edits.map(({ newText }) => newText),
        ['Decision rationale'],
      );
    });

    it('answers rightly after a request that was cancelled', async () => {
      client = await TestClient.start(host);
      await client.open(uri, loose);
      const source = new CancellationTokenSource();
      const cancelled = client.connection
        .sendRequest('textDocument/formatting', { textDocument, options }, source.token)
        .catch(() => null);
      source.cancel();
      await cancelled;
      assert.equal(changed(await format()), goodLetter);
    });

    it('has nothing to say about a letter that is not open', async () => {
      client = await TestClient.start(host);
      assert.equal(await format(), null);
    });
  });
}
