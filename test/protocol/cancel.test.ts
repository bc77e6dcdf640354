import assert from 'node:assert/strict';
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from 'vscode-languageserver/node';
import { manyCapabilities, TestClient } from './support/client';
import { type Ask, type FeatureRequest, letter, placesIn, requests, settings, uri } from './support/requests';
import { hosts } from './support/server';

/** With what a server may answer a request that nobody waits for any more, besides with its result. */
const ends: readonly number[] = [
  LSPErrorCodes.RequestCancelled,
  LSPErrorCodes.ServerCancelled,
  LSPErrorCodes.ContentModified,
];

/** Names of results and lists, which count up with every answer. */
const counters: readonly string[] = ['resultId', 'previousResultId', 'list'];

function withoutCounters(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutCounters);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([name]) => !counters.includes(name));
  return Object.fromEntries(fields.map(([name, each]) => [name, withoutCounters(each)]));
}

for (const host of hosts) {
  describe(`a request that is cancelled at once (${host})`, function () {
    this.timeout(60_000);
    let client: TestClient;
    let fresh: TestClient;

    const start = async () => {
      const started = await TestClient.start(host, { capabilities: manyCapabilities, settings });
      await started.open(uri, letter);
      return started;
    };
    before(async () => {
      client = await start();
      fresh = await start();
    });
    after(async () => {
      await client.stop();
      await fresh.stop();
    });

    async function cancel(method: string, params: unknown): Promise<void> {
      const source = new CancellationTokenSource();
      const answer = client.connection.sendRequest(method, params, source.token);
      source.cancel();
      await answer.catch(error => {
        assert.ok(error instanceof ResponseError && ends.includes(error.code), String(error));
      });
    }

    async function answer(of: TestClient, { method, params, followUp }: FeatureRequest): Promise<unknown> {
      const ask: Ask = (then, value) => of.request(then, value);
      const first = await of.request<never>(method, params(placesIn(of)));
      return withoutCounters([first, followUp && first ? await followUp(first, ask) : null]);
    }

    for (const request of requests) {
      it(`${request.name}: the next one is right`, async () => {
        const expected = await answer(fresh, request);
        await cancel(request.method, request.params(placesIn(client)));
        assert.deepEqual(await answer(client, request), expected);
      });
    }

    for (const request of requests.filter(({ followUp }) => followUp)) {
      it(`${request.name}: what is asked with its answer is right when that was cancelled once`, async () => {
        const expected = await answer(fresh, request);
        const first = await client.request<never>(request.method, request.params(placesIn(client)));
        const cancelling: Ask = async (method, params) => {
          await cancel(method, params);
          return client.request(method, params);
        };
        const then = request.followUp ? await request.followUp(first, cancelling) : null;
        assert.deepEqual(withoutCounters([first, then]), expected);
      });
    }

    it('diagnostics: the next ones are right', async () => {
      const params = { textDocument: { uri } };
      await cancel('textDocument/diagnostic', params);
      assert.deepEqual(withoutCounters(await client.pull(uri)), withoutCounters(await fresh.pull(uri)));
    });

    it('all at once, and the letter edited meanwhile: what comes next is that of the letter as it is', async () => {
      const typed = async (of: TestClient) => of.typeBehind(uri, 'exercises at home', ' soon');
      const cancelled = requests.map(({ method, params }) => cancel(method, params(placesIn(client))));
      await typed(client);
      await Promise.all(cancelled);
      await typed(fresh);
      for (const request of requests) {
        assert.deepEqual(await answer(client, request), await answer(fresh, request), request.name);
      }
      assert.deepEqual(await client.rules(uri), await fresh.rules(uri));
    });

    it('leaves no word of a failure', () => {
      assert.deepEqual(
        client.log.filter(line => line.includes('failed')),
        [],
      );
    });
  });
}
