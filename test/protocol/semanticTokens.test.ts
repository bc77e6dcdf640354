import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SemanticTokensLegend,
} from 'vscode-languageserver/node';
import { TestClient } from './support/client';
import { goodLetter } from './support/letters';
import { anyHost } from './support/server';

const uri = 'untitled:letter';
const textDocument = { uri };

for (const host of anyHost) {
  describe(`semantic tokens (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    const full = () => client.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    const delta = (previousResultId = '') =>
      client.request<SemanticTokens | SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
        textDocument,
        previousResultId,
      });

    function legend(): SemanticTokensLegend {
      return client.initialized.capabilities.semanticTokensProvider?.legend ?? assert.fail();
    }

    /** The words of each token, with its type and modifiers. */
    function read(data: readonly number[]): string[] {
      const { tokenTypes, tokenModifiers } = legend();
      const document = client.document(uri);
      const found: string[] = [];
      let line = 0;
      let character = 0;
      for (let i = 0; i < data.length; i += 5) {
        const [lines = 0, characters = 0, length = 0, type = 0, bits = 0] = data.slice(i, i + 5);
        character = lines === 0 ? character + characters : characters;
        line += lines;
        const words = document.getText({
          start: { line, character },
          end: { line, character: character + length },
        });
        const modifiers = tokenModifiers.filter((_, bit) => bits & (1 << bit));
        found.push(`${words} | ${[tokenTypes[type], ...modifiers].join('.')}`);
      }
      return found;
    }

    function applied(before: readonly number[], answer: SemanticTokens | SemanticTokensDelta): number[] {
      if (!('edits' in answer)) return answer.data;
      const data = [...before];
      for (const edit of answer.edits.toReversed()) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
      return data;
    }

    it('tell what the words of the letter are', async () => {
      client = await TestClient.start(host);
      await client.open(uri, goodLetter.replaceAll('Physical therapy', '😀 Physical therapy'));
      const tokens = read((await full()).data);
      for (const one of [
        'Date of Injury | property',
        '03/14/2016 | number',
        'CLINICAL CASE SUMMARY | namespace',
        '😀 Physical therapy for the neck, 6 visits | class',
        'Upheld | keyword.uphold',
        'Decision rationale | property',
      ]) {
        assert.ok(tokens.includes(one), `${one} in\n${tokens.join('\n')}`);
      }
    });

    it('are sent as small changes', async () => {
      client = await TestClient.start(host);
      await client.open(uri, goodLetter);
      const first = await full();
      const same = await delta(first.resultId);
      assert.deepEqual('edits' in same && same.edits, []);
      await client.typeBehind(uri, 'exercises at home', ' from 11/01/2016');
      const second = await delta(same.resultId);
      assert.ok('edits' in second);
      assert.deepEqual(
        second.edits.map(({ deleteCount, data = [] }) => [deleteCount, data.length]),
        [[0, 5]],
      );
      const data = applied(first.data, second);
      assert.deepEqual(data, (await full()).data);
      assert.ok(read(data).includes('11/01/2016 | number'));
    });

    it('are sent whole where what the client has is not known', async () => {
      client = await TestClient.start(host);
      await client.open(uri, goodLetter);
      await full();
      const answer = await delta('of another server');
      assert.ok('data' in answer && answer.data.length > 0);
    });

    it('are told of a range', async () => {
      client = await TestClient.start(host);
      await client.open(uri, goodLetter);
      const range = client.rangeOf(uri, 'Priority: Standard');
      const { data } = await client.request<SemanticTokens>('textDocument/semanticTokens/range', {
        textDocument,
        range,
      });
      assert.deepEqual(read(data), ['Priority | property']);
    });

    it('leave what was sent as it was when a request is cancelled', async () => {
      let answerSettings = (_: unknown): void => {};
      const settings = new Promise(resolve => {
        answerSettings = resolve;
      });
      client = await TestClient.start(host, { settings });
      await client.open(uri, goodLetter);
      const source = new CancellationTokenSource();
      const cancelled = client.connection.sendRequest(
        'textDocument/semanticTokens/full',
        { textDocument },
        source.token,
      );
      source.cancel();
      answerSettings({});
      await assert.rejects(cancelled);
      const first = await full();
      assert.ok(first.data.length > 0);
      const next = await delta(first.resultId);
      assert.deepEqual('edits' in next && next.edits, []);
    });

    it('are there for clients that say nothing of them, in the standard types', async () => {
      client = await TestClient.start(host, { capabilities: {} });
      await client.open(uri, goodLetter);
      assert.ok((await full()).data.length > 0);
      const standard = ['namespace', 'class', 'property', 'keyword', 'type', 'number', 'comment'];
      assert.deepEqual(
        standard.filter(type => !legend().tokenTypes.includes(type)),
        [],
      );
    });

    it('are none of a letter that is not open', async () => {
      client = await TestClient.start(host);
      assert.deepEqual((await full()).data, []);
    });
  });
}
