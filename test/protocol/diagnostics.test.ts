import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type Diagnostic,
  LSPErrorCodes,
  type ResponseError,
} from 'vscode-languageserver/node';
import { pushCapabilities, rulesOf, TestClient } from './support/client';
import { goodItem, goodLetter, undecided } from './support/letters';
import { anyHost, hosts } from './support/server';

const uri = 'untitled:letter';
/** Nothing is held back. */
const loud = { quietTyping: { pause: 0 } };
const rulePages = 'https://example.org/rules/';

for (const host of anyHost) {
  describe(`diagnostics (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    it('carry rule, severity, place, source and the page of the rule', async () => {
      client = await TestClient.start(host, { initializationOptions: { rulePages } });
      await client.open(uri, undecided);
      const report = await client.pull(uri);
      assert.equal(report.kind, 'full');
      const [diagnostic] = report.kind === 'full' ? report.items : [];
      const { message, ...rest } = diagnostic as Diagnostic;
      assert.deepEqual(rest, {
        range: client.rangeOf(uri, 'Physical therapy for the neck, 6 visits'),
        severity: 1,
        code: 'missing-decision',
        codeDescription: { href: `${rulePages}missing-decision.md` },
        source: 'letter',
      });
      assert.match(String(message), /decision/);
    });

    it('have related places where a rule knows one', async () => {
      client = await TestClient.start(host);
      await client.open(uri, `${goodLetter}\n${goodItem}`);
      const report = await client.pull(uri);
      const twice = report.kind === 'full' ? report.items.find(({ code }) => code === 'duplicate-item') : undefined;
      assert.deepEqual(
        twice?.relatedInformation?.map(({ location }) => location.uri),
        [uri],
      );
    });

    it('are unchanged for as long as they are', async () => {
      client = await TestClient.start(host, { settings: loud });
      await client.open(uri, undecided);
      const first = await client.pull(uri);
      const id = first.resultId ?? '';
      assert.notEqual(id, '');
      assert.deepEqual(await client.pull(uri, id), { kind: 'unchanged', resultId: id });
      // Another line, behind the finding: it stays where it was.
      await client.typeBehind(uri, 'exercises at home', ' and in the water');
      assert.deepEqual(await client.pull(uri, id), { kind: 'unchanged', resultId: id });
      // Of an answer that was not this one, nothing is known.
      assert.equal((await client.pull(uri, 'of another server')).kind, 'full');
      await client.typeBehind(uri, '6 visits', ': Upheld');
      const last = await client.pull(uri, id);
      assert.deepEqual(rulesOf(last), []);
      assert.notEqual(last.resultId, id);
    });

    it('follow every kind of edit', async () => {
      client = await TestClient.start(host, { settings: loud });
      await client.open(uri, undecided);
      await client.typeBehind(uri, '6 visits', ': Upheld');
      assert.deepEqual(await client.rules(uri), []);
      // Two edits in one change, and an emoji, whose two halves count.
      const title = client.rangeOf(uri, ': Upheld');
      const priority = client.rangeOf(uri, 'Priority: Standard');
      await client.change(uri, { range: title, text: ' 😀' }, { range: priority, text: 'Priority: Standard' });
      const report = await client.pull(uri);
      assert.deepEqual(rulesOf(report), ['missing-decision']);
      assert.deepEqual(
        report.kind === 'full' && report.items[0]?.range,
        client.rangeOf(uri, 'Physical therapy for the neck, 6 visits 😀'),
      );
      await client.replaceAll(uri, goodLetter);
      assert.deepEqual(await client.rules(uri), []);
      const wholeItem = client.rangeOf(uri, goodItem);
      await client.change(uri, { range: wholeItem, text: '' });
      assert.deepEqual(await client.rules(uri), ['missing-items']);
    });

    it('are no more than a thousand', async () => {
      client = await TestClient.start(host);
      const items = Array.from({ length: 1500 }, (_, index) => `## Item ${index}\n\nDecision rationale: None.\n\n`);
      await client.open(uri, goodLetter + items.join(''));
      const report = await client.pull(uri);
      assert.equal(report.kind === 'full' && report.items.length, 1000);
      const last = report.kind === 'full' ? report.items.at(-1) : undefined;
      assert.equal(last?.code, 'too-many-problems');
      assert.match(String(last?.message), /^\d+ more problems/);
    });
  });
}

for (const host of hosts) {
  describe(`when diagnostics come (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    it('are asked for again, and never empty, when the request is cancelled', async () => {
      let answerSettings = (_: unknown): void => {};
      const settings = new Promise(resolve => {
        answerSettings = resolve;
      });
      client = await TestClient.start(host, { settings });
      await client.open(uri, undecided);
      // The answer must wait for the settings, so that the cancellation comes in time.
      const source = new CancellationTokenSource();
      const answer = client.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } }, source.token);
      source.cancel();
      answerSettings({});
      await assert.rejects(answer, (error: ResponseError<unknown>) => {
        assert.equal(error.code, LSPErrorCodes.ServerCancelled);
        assert.deepEqual(error.data, { retriggerRequest: true });
        return true;
      });
      assert.deepEqual(await client.rules(uri), ['missing-decision']);
    });

    it('are published to clients that wait for them, with the version', async () => {
      client = await TestClient.start(host, { capabilities: pushCapabilities, settings: loud });
      await client.open(uri, undecided);
      const first = await client.publishedFor(uri, (_, version) => version === 1);
      assert.deepEqual(
        first.map(({ code }) => code),
        ['missing-decision'],
      );
      await client.typeBehind(uri, '6 visits', ': Upheld');
      assert.deepEqual(await client.publishedFor(uri, (_, version) => version === 2), []);
      await client.close(uri);
      await client.publishedFor(uri, (_, version) => version === undefined);
    });

    it('are computed once for a burst of keys', async () => {
      client = await TestClient.start(host, { capabilities: pushCapabilities, settings: loud });
      await client.open(uri, undecided);
      await client.publishedFor(uri, () => true);
      const before = client.publications(uri).length;
      await Promise.all(Array.from({ length: 30 }, () => client.typeBehind(uri, '6 visits', 'x')));
      await client.publishedFor(uri, (_, version) => version === 31);
      const computed = client.publications(uri).length - before;
      assert.ok(computed <= 3, `${computed} times`);
    });
  });
}
