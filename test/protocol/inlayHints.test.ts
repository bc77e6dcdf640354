import assert from 'node:assert/strict';
import { CancellationTokenSource, type InlayHint, type MarkupContent } from 'vscode-languageserver/node';
import { manyCapabilities, TestClient } from './support/client';
import { goodLetter } from './support/letters';
import { anyHost } from './support/server';

const uri = 'untitled:letter';
const letter = goodLetter.replace(
  'MTUS Neck and Upper Back Complaints 2004',
  'MTUS Chronic Pain Medical Treatment 2009',
);

/** Also what is asked of a client for hints. */
const capabilities = {
  ...manyCapabilities,
  workspace: { ...manyCapabilities.workspace, inlayHint: { refreshSupport: true } },
  textDocument: {
    ...manyCapabilities.textDocument,
    inlayHint: { resolveSupport: { properties: ['tooltip'] } },
  },
};

for (const host of anyHost) {
  describe(`inlay hints (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    const wholeLetter = () => ({
      textDocument: { uri },
      range: { start: { line: 0, character: 0 }, end: client.document(uri).positionAt(letter.length * 2) },
    });
    const ask = () => client.request<InlayHint[] | null>('textDocument/inlayHint', wholeLetter());

    it('stand behind what they are about', async () => {
      client = await TestClient.start(host, { capabilities });
      await client.open(uri, letter);
      const hints = (await ask()) ?? [];
      assert.deepEqual(
        hints.map(({ label, position }) => [label, position]),
        [
          ['+203 days', client.positionBehind(uri, 'On 10/03/2016')],
          ['edition superseded', client.positionBehind(uri, 'Medical Treatment 2009, Section(s): Physical Methods')],
        ],
      );
    });

    it('say more when they are pointed at', async () => {
      client = await TestClient.start(host, { capabilities });
      await client.open(uri, letter);
      const [days] = (await ask()) ?? [];
      assert.equal(days?.tooltip, undefined);
      const resolved = await client.request<InlayHint>('inlayHint/resolve', days);
      assert.match((resolved.tooltip as MarkupContent).value, /\*\*203 days after the injury\*\*/);
      await client.typeBehind(uri, 'Priority: Standard', ' ');
      const late = await client.request<InlayHint>('inlayHint/resolve', days);
      assert.equal(late.tooltip, undefined, 'of a letter that has changed nothing is said');
      const strange = await client.request<InlayHint>('inlayHint/resolve', { ...days, data: { uri: 7 } });
      assert.equal(strange.label, days?.label);
      assert.deepEqual(
        client.log.filter(line => line.includes('failed')),
        [],
      );
    });

    it('say it at once, in plain text, to clients that cannot ask later', async () => {
      client = await TestClient.start(host, { capabilities: {} });
      await client.open(uri, letter);
      const [days] = (await ask()) ?? [];
      assert.deepEqual(days?.tooltip, {
        kind: 'plaintext',
        value: '203 days after the injury\nAbout 7 months.\nDate of Injury: 03/14/2016',
      });
      assert.equal(client.initialized.capabilities.inlayHintProvider instanceof Object, true);
    });

    it('follow the settings, and are asked for again when these change', async () => {
      const setup = { capabilities, settings: {} as unknown };
      client = await TestClient.start(host, setup);
      await client.open(uri, letter);
      assert.equal((await ask())?.length, 2);
      const refreshed = new Promise<void>(resolve => {
        client.connection.onRequest('workspace/inlayHint/refresh', () => {
          resolve();
          return null;
        });
      });
      setup.settings = { inlayHints: { daysSinceInjury: false } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await refreshed;
      assert.deepEqual(
        (await ask())?.map(({ label }) => label),
        ['edition superseded'],
      );
    });

    it('are right after a request that was cancelled', async () => {
      let answerSettings = (_: unknown): void => {};
      const settings = new Promise(resolve => {
        answerSettings = resolve;
      });
      client = await TestClient.start(host, { capabilities, settings });
      await client.open(uri, letter);
      const source = new CancellationTokenSource();
      const cancelled = client.connection.sendRequest('textDocument/inlayHint', wholeLetter(), source.token);
      source.cancel();
      answerSettings({});
      // Cancelled or answered: either is allowed.
      await cancelled.catch(() => {});
      assert.equal((await ask())?.length, 2);
    });
  });
}
