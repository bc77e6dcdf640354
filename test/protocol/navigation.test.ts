import assert from 'node:assert/strict';
import { CancellationTokenSource, type SelectionRange } from 'vscode-languageserver/node';
import { TestClient } from './support/client';
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
  });
}

function* around(range: SelectionRange): Generator<SelectionRange['range']> {
  for (let each: SelectionRange | undefined = range; each; each = each.parent) yield each.range;
}
