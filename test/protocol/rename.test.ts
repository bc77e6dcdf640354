import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  LSPErrorCodes,
  type Range,
  type ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { manyCapabilities, TestClient } from './support/client';
import { goodLetter } from './support/letters';
import { anyHost } from './support/server';

const uri = 'untitled:letter';
const capabilities = {
  ...manyCapabilities,
  textDocument: { ...manyCapabilities.textDocument, rename: { prepareSupport: true } },
};

for (const host of anyHost) {
  describe(`rename (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    const behind = (words: string) => ({ textDocument: { uri }, position: client.positionBehind(uri, words) });
    const rename = (words: string, newName: string) =>
      client.request<WorkspaceEdit>('textDocument/rename', { ...behind(words), newName });

    it('starts from the words at the cursor', async () => {
      client = await TestClient.start(host, { capabilities });
      assert.deepEqual(client.initialized.capabilities.renameProvider, { prepareProvider: true });
      await client.open(uri, goodLetter);
      const prepared = await client.request<{ range: Range; placeholder: string }>(
        'textDocument/prepareRename',
        behind('## Physical'),
      );
      assert.deepEqual(prepared, {
        range: client.rangeOf(uri, 'Physical therapy for the neck, 6 visits'),
        placeholder: 'Physical therapy for the neck, 6 visits',
      });
    });

    it('edits title and conclusion at once', async () => {
      client = await TestClient.start(host, { capabilities });
      await client.open(uri, goodLetter);
      const edit = await rename('## Physical', 'Aquatic therapy, 4 visits');
      assert.deepEqual(
        edit.documentChanges?.map(change => 'textDocument' in change && change.textDocument.version),
        [1],
      );
      assert.equal(
        client.edited(uri, edit),
        goodLetter
          .replace('## Physical therapy for the neck, 6 visits', '## Aquatic therapy, 4 visits')
          .replace('request for physical therapy for the neck, 6 visits', 'request for aquatic therapy, 4 visits'),
      );
    });

    it('edits header and summary at once', async () => {
      client = await TestClient.start(host, { capabilities });
      await client.open(uri, goodLetter);
      const edit = await rename('Date of Injury: 03/14', '03/15/2016');
      assert.equal(client.edited(uri, edit), goodLetter.replaceAll('03/14/2016', '03/15/2016'));
    });

    it('says why it cannot be, in plain words', async () => {
      client = await TestClient.start(host, { capabilities });
      await client.open(uri, goodLetter);
      const isRefused = (reason: RegExp) => (error: ResponseError<unknown>) => {
        assert.equal(error.code, LSPErrorCodes.RequestFailed);
        assert.match(error.message, reason);
        return true;
      };
      const prepared = client.request('textDocument/prepareRename', behind('6 visits: Upheld'));
      await assert.rejects(prepared, isRefused(/A decision is no name/));
      await assert.rejects(rename('47', 'old'), isRefused(/in years/));
      assert.deepEqual(client.log, [], 'a refusal is no failure');
    });

    it('edits without versions, and without being prepared, for clients that know neither', async () => {
      client = await TestClient.start(host, { capabilities: {} });
      assert.equal(client.initialized.capabilities.renameProvider, true);
      await client.open(uri, goodLetter);
      const edit = await rename('is a 47', '48');
      assert.equal(edit.documentChanges, undefined);
      assert.equal(client.edited(uri, edit), goodLetter.replace('47-year-old', '48-year-old'));
      await assert.rejects(rename('Priority', 'x'), /A label is the same/);
    });

    it('is right after a request that was cancelled', async () => {
      client = await TestClient.start(host, { capabilities });
      await client.open(uri, goodLetter);
      const source = new CancellationTokenSource();
      const params = { ...behind('is a 47'), newName: '48' };
      const cancelled = client.connection.sendRequest('textDocument/rename', params, source.token);
      source.cancel();
      // Cancelled or answered: either is allowed.
      await cancelled.catch(() => {});
      assert.match(client.edited(uri, await rename('is a 47', '49')), /a 49-year-old/);
    });
  });
}
