import assert from 'node:assert/strict';
import { manyCapabilities, pushCapabilities, TestClient } from './support/client';
import { goodLetter } from './support/letters';
import { anyHost } from './support/server';

const uri = 'untitled:letter';
/** Nothing in a test lasts as long. */
const never = { quietTyping: { pause: 60_000 } };
const newItem = '\n## Massage therapy for the neck, 6 visits';

for (const host of anyHost) {
  describe(`quiet typing (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    /** Types a title that has no decision yet, as the last line of the letter. */
    async function typeTitle(): Promise<number> {
      await client.open(uri, goodLetter);
      await client.rules(uri);
      await client.typeBehind(uri, goodLetter, newItem);
      return client.positionBehind(uri, newItem).line;
    }

    it('flags nothing on the line being typed', async () => {
      client = await TestClient.start(host, { settings: never });
      await typeTitle();
      assert.deepEqual(await client.rules(uri), []);
    });

    it('flags it after a pause', async () => {
      client = await TestClient.start(host, { settings: { quietTyping: { pause: 50 } } });
      await typeTitle();
      await client.rulesBecome(uri, rules => rules.includes('missing-decision'));
    });

    it('flags it after a pause where diagnostics are published', async () => {
      client = await TestClient.start(host, {
        capabilities: pushCapabilities,
        settings: { quietTyping: { pause: 50 } },
      });
      await client.open(uri, goodLetter);
      await client.publishedFor(uri, () => true);
      await client.typeBehind(uri, goodLetter, newItem);
      await client.publishedFor(uri, diagnostics => diagnostics.some(({ code }) => code === 'missing-decision'));
    });

    it('flags it when another line is edited', async () => {
      client = await TestClient.start(host, { settings: never });
      await typeTitle();
      await client.typeBehind(uri, 'Priority: Standard', ' ');
      assert.ok((await client.rules(uri)).includes('missing-decision'));
    });

    it('flags it when the cursor leaves it, and not before', async () => {
      client = await TestClient.start(host, { settings: never });
      const line = await typeTitle();
      await client.connection.sendNotification('determinationLetters/cursorLine', { uri, line });
      assert.deepEqual(await client.rules(uri), []);
      await client.connection.sendNotification('determinationLetters/cursorLine', { uri, line: line - 1 });
      await client.until(() => client.refreshes > 0);
      assert.ok((await client.rules(uri)).includes('missing-decision'));
    });

    it('flags it when the letter is saved', async () => {
      client = await TestClient.start(host, { settings: never });
      await typeTitle();
      assert.deepEqual(await client.rules(uri), []);
      await client.save(uri);
      await client.until(() => client.refreshes > 0);
      assert.ok((await client.rules(uri)).includes('missing-decision'));
    });

    it('flags it when a fix is asked for, but not for the light bulb', async () => {
      client = await TestClient.start(host, { settings: never });
      await typeTitle();
      const range = client.rangeOf(uri, newItem.slice(1));
      const ask = (triggerKind: number) =>
        client.request<{ title: string }[]>('textDocument/codeAction', {
          textDocument: { uri },
          range,
          context: { diagnostics: [], triggerKind },
        });
      assert.deepEqual(await ask(2), []);
      assert.deepEqual(await client.rules(uri), []);
      assert.ok((await ask(1)).some(({ title }) => title.includes('Upheld')));
      assert.ok((await client.rules(uri)).includes('missing-decision'));
    });

    it('flags it on demand', async () => {
      client = await TestClient.start(host, { settings: never });
      await typeTitle();
      assert.deepEqual(await client.rules(uri), []);
      await client.request('workspace/executeCommand', { command: 'determinationLetters.checkNow', arguments: [uri] });
      await client.until(() => client.refreshes > 0);
      assert.ok((await client.rules(uri)).includes('missing-decision'));
    });

    const twoAges = goodLetter
      .replace('a 47-year-old man', 'a 4-year-old man')
      .replace(
        'Decision rationale: The worker had',
        'Decision rationale: The injured worker is a 47-year-old man.\nHe had',
      );

    it('looks again at what the letter says elsewhere as soon as the keys rest', async () => {
      client = await TestClient.start(host, { settings: never });
      await client.open(uri, twoAges);
      assert.ok((await client.rules(uri)).includes('age-conflict'));
      await client.typeBehind(uri, 'a 4', '7');
      await client.rulesBecome(uri, rules => !rules.includes('age-conflict'));
    });

    it('looks again there where diagnostics are published', async () => {
      client = await TestClient.start(host, { capabilities: pushCapabilities, settings: never });
      await client.open(uri, twoAges);
      await client.publishedFor(uri, diagnostics => diagnostics.some(({ code }) => code === 'age-conflict'));
      await client.typeBehind(uri, 'a 4', '7');
      await client.publishedFor(uri, diagnostics => diagnostics.every(({ code }) => code !== 'age-conflict'));
    });

    it('is off where the client could not be told later', async () => {
      const { diagnostics: _, ...workspace } = manyCapabilities.workspace ?? {};
      client = await TestClient.start(host, { capabilities: { ...manyCapabilities, workspace }, settings: never });
      await typeTitle();
      assert.ok((await client.rules(uri)).includes('missing-decision'));
    });
  });
}
