import assert from 'node:assert/strict';
import { TestClient } from './support/client';
import { buildFaultyServers, hangs, slow } from './support/faulty';
import { undecided } from './support/letters';
import { hosts } from './support/server';

const uri = 'untitled:letter';

for (const host of hosts) {
  describe(`rules that do harm (${host})`, function () {
    this.timeout(60_000);
    let folder: string;
    let client: TestClient;
    before(async () => {
      folder = await buildFaultyServers();
    });
    afterEach(() => client.stop());

    const start = async (initializationOptions: object = {}) => {
      client = await TestClient.start(host, { server: { folder, ipc: true }, initializationOptions });
      return client;
    };
    const slowFindings = (rules: unknown[]) => rules.filter(rule => rule === 'too-slow').length;

    it('one that does not end is named before it runs, and can be done without', async () => {
      await start({ notesRules: true });
      let running: unknown;
      let isAnswered = false;
      const named = new Promise<void>(resolve => {
        client.connection.onNotification('determinationLetters/ruleRuns', ({ rule }: { rule: unknown }) => {
          running = rule;
          if (rule === 'never-ending') resolve();
        });
      });
      await client.request('determinationLetters/alive', undefined);
      await client.open(uri, hangs);
      client.pull(uri).catch(() => {});
      await named;
      client.request('determinationLetters/alive', undefined).then(
        () => {
          isAnswered = true;
        },
        () => {},
      );
      // Another server starts and answers: time enough for this one to do so, if it could.
      const hung = client;
      after(() => hung.stop());
      await start({ withoutRules: ['never-ending', 'no-such-rule', 7] });
      await client.open(uri, undecided + hangs);
      assert.ok((await client.rules(uri)).includes('missing-decision'));
      assert.equal(running, 'never-ending', 'it came to no end');
      assert.equal(isAnswered, false);
    });

    it('is not noted for who does not ask for it', async () => {
      await start();
      let notes = 0;
      client.connection.onNotification('determinationLetters/ruleRuns', () => {
        notes++;
      });
      await client.open(uri, undecided);
      assert.deepEqual(await client.rules(uri), ['missing-decision']);
      assert.equal(notes, 0);
    });

    it('one that is slow is named in the log, told of once, and switched off for the letter', async () => {
      await start();
      await client.open(uri, slow);
      await client.rulesBecome(uri, rules => slowFindings(rules) === 0);
      const logged = () => client.log.filter(line => line.includes('The rule too-slow took '));
      assert.equal(logged().length, 1);
      assert.match(client.shown.join('\n'), /^The rule too-slow takes too long over a letter/);
      const other = 'untitled:other';
      await client.open(other, `${undecided}\n${slow.slice(slow.indexOf('## '))}`);
      assert.ok((await client.rules(other)).includes('missing-decision'), 'all other rules go on');
      await client.typeBehind(uri, '6 visits', ' at home');
      assert.equal(slowFindings(await client.rules(uri)), 0);
      assert.equal(logged().length, 1);
    });

    // What a letter goes without does not depend on the host.
    if (host === 'node') {
      it('one that is slow comes back with another configuration, and when the letter is opened again', async () => {
        await start();
        await client.open(uri, slow);
        await client.rulesBecome(uri, rules => slowFindings(rules) === 0);
        (client.setup as { settings?: unknown }).settings = { rules: { 'missing-credentials': 'off' } };
        await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
        await client.rulesBecome(uri, rules => slowFindings(rules) === 2);
        await client.rulesBecome(uri, rules => slowFindings(rules) === 0);
        assert.equal(client.shown.length, 1, 'it is told of once');
        await client.close(uri);
        await client.open(uri, slow);
        assert.equal(slowFindings(await client.rules(uri)), 2);
      });
    }
  });
}
