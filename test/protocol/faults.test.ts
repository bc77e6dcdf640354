import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { pushCapabilities, TestClient } from './support/client';
import { goodItem, goodLetter, undecided } from './support/letters';
import { letter as fullLetter, uri as fullUri, placesIn, requests, settings } from './support/requests';
import { hosts, startServer } from './support/server';

const uri = 'untitled:letter';
const folder = 'vscode-vfs://github/team/letters';
const configFile = `${folder}/letters.config.json`;

for (const host of hosts) {
  describe(`faults (${host})`, function () {
    this.timeout(60_000);
    let client: TestClient;
    afterEach(() => client.stop());

    const say = (method: string, params: unknown) => client.connection.sendNotification(method, params as object);
    const noFailure = () =>
      assert.deepEqual(
        client.log.filter(line => line.includes('failed')),
        [],
      );

    it('edits and ends of letters that are not open change nothing', async () => {
      client = await TestClient.start(host);
      const gone = { uri: 'untitled:gone', version: 3 };
      const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
      await say('textDocument/didChange', { textDocument: gone, contentChanges: [{ range, text: 'x' }] });
      await say('textDocument/didSave', { textDocument: gone });
      await say('textDocument/didClose', { textDocument: gone });
      await client.open(uri, undecided);
      await client.close(uri);
      await say('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ range, text: '' }] });
      await say('textDocument/didClose', { textDocument: { uri } });
      assert.deepEqual(await client.pull(uri), { kind: 'full', items: [] });
      await client.open(uri, undecided);
      assert.deepEqual(await client.rules(uri), ['missing-decision']);
      noFailure();
    });

    it('a letter that is opened twice is the second one', async () => {
      client = await TestClient.start(host);
      await client.open(uri, undecided);
      await client.rules(uri);
      await client.open(uri, goodLetter);
      assert.deepEqual(await client.rules(uri), []);
      await client.typeBehind(uri, '6 visits: Upheld', ' or not');
      await client.close(uri);
      assert.deepEqual(await client.pull(uri), { kind: 'full', items: [] });
      noFailure();
    });

    it('versions that go backwards or stand still are edits like others', async () => {
      client = await TestClient.start(host, { settings: { quietTyping: { pause: 0 } } });
      await client.open(uri, goodLetter);
      const end = client.positionBehind(uri, '6 visits: Upheld');
      const start = { ...end, character: end.character - ': Upheld'.length };
      const edit = (version: number, text: string, range = { start, end }) =>
        say('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text }] });
      await edit(-5, '');
      assert.deepEqual(await client.rules(uri), ['missing-decision']);
      await edit(-5, ': Upheld', { start, end: start });
      assert.deepEqual(await client.rules(uri), []);
      await edit(-9, '');
      assert.deepEqual(await client.rules(uri), ['missing-decision']);
      noFailure();
    });

    it('edits far outside of the text are taken at its ends', async () => {
      client = await TestClient.start(host, { settings: { quietTyping: { pause: 0 } } });
      await client.open(uri, goodLetter);
      assert.deepEqual(await client.rules(uri), []);
      const far = { line: 9_999_999, character: 9_999_999 };
      const before = { line: -7, character: -7 };
      await say('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [
          { range: { start: far, end: far }, text: `\n${goodItem.replace(': Upheld', '')}` },
          { range: { start: before, end: before }, text: '' },
        ],
      });
      assert.deepEqual(await client.rules(uri), ['duplicate-item', 'missing-decision']);
      await say('textDocument/didChange', {
        textDocument: { uri, version: 3 },
        contentChanges: [{ range: { start: far, end: before }, text: goodLetter }],
      });
      assert.deepEqual(await client.rules(uri), []);
      await say('textDocument/didChange', {
        textDocument: { uri, version: 4 },
        contentChanges: [{ range: { start: far, end: before }, text: undecided }],
      });
      assert.deepEqual(await client.rules(uri), ['missing-decision']);
      noFailure();
    });

    it('requests before the introduction are refused, and a second introduction serves on', async () => {
      client = await TestClient.start(host);
      const early = startServer(host);
      const { createProtocolConnection } = await import('vscode-languageserver/node');
      const connection = createProtocolConnection(early.reader, early.writer);
      connection.listen();
      const textDocument = { uri };
      await assert.rejects(connection.sendRequest('textDocument/hover', { textDocument, position: {} }));
      await assert.rejects(connection.sendRequest('determinationLetters/readiness', { uri, today: 'soon' }));
      connection.dispose();
      await early.stop();
      await client.open(uri, undecided);
      await client.request('initialize', { processId: null, rootUri: null, capabilities: {} }).catch(() => {});
      await client.request('determinationLetters/alive', undefined);
    });

    it('a thousand requests that are cancelled leave the next ones right, and soon', async () => {
      client = await TestClient.start(host, { settings });
      await client.open(fullUri, fullLetter);
      await client.pull(fullUri);
      const storm: Promise<unknown>[] = [];
      const places = placesIn(client);
      const start = performance.now();
      for (let k = 0; k < 1000; k++) {
        const { method, params } = requests[k % requests.length] ?? assert.fail();
        const source = new CancellationTokenSource();
        storm.push(client.connection.sendRequest(method, params(places), source.token).catch(() => {}));
        source.cancel();
      }
      const next = await client.request('determinationLetters/alive', undefined);
      assert.equal(next, null);
      await Promise.all(storm);
      const took = performance.now() - start;
      assert.ok(took < 20_000, `${Math.round(took)} ms`);
      const fresh = await TestClient.start(host, { settings });
      try {
        await fresh.open(fullUri, fullLetter);
        assert.deepEqual(await client.rules(fullUri), await fresh.rules(fullUri));
      } finally {
        await fresh.stop();
      }
      noFailure();
    });

    it('a hundred letters that are opened at once all get their problems, in memory that is bounded', async () => {
      client = await TestClient.start(host, { capabilities: pushCapabilities, folders: [folder], files: new Map() });
      const uris = Array.from({ length: 100 }, (_, k) => `${folder}/${k}.letter`);
      // None is like the other.
      const text = (k: number) => undecided + Array.from({ length: 4 }, (_, n) => otherItem(k * 4 + n)).join('');
      await Promise.all(uris.map((each, k) => client.open(each, text(k))));
      for (const each of uris) {
        const found = await client.publishedFor(each, diagnostics => diagnostics.length > 0);
        assert.ok(found.some(({ code }) => code === 'missing-decision'));
      }
      const { pid } = client.server;
      if (pid !== null && process.platform !== 'win32') {
        const kilobytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
        assert.ok(kilobytes < 500_000, `${kilobytes} KB`);
      }
      for (const each of uris) await client.close(each);
      await client.open(uri, undecided);
      await client.publishedFor(uri, diagnostics => diagnostics.length > 0);
      noFailure();
    });

    it('files that are slow to read hold up no problem of an open letter, and count when they are there', async () => {
      let read = () => {};
      const reads = new Promise<void>(resolve => {
        read = resolve;
      });
      const files = new Map([[configFile, JSON.stringify({ rules: { 'missing-decision': 'off' } })]]);
      client = await TestClient.start(host, { folders: [folder], files, reads });
      const letter = `${folder}/one.letter`;
      await client.open(letter, undecided);
      assert.deepEqual(await client.rules(letter), ['missing-decision']);
      await client.typeBehind(letter, 'hurt his neck', ' again');
      assert.deepEqual(await client.rules(letter), ['missing-decision']);
      read();
      await client.rulesBecome(letter, rules => rules.length === 0);
      noFailure();
    });

    for (const [what, file, name] of [
      ['a configuration', configFile, 'letters.config.json'],
      ['a catalogue', `${folder}/house.letters-catalogue.json`, 'catalogues'],
      ['a vocabulary', `${folder}/house.letters-vocabulary.json`, 'vocabularies'],
    ] as const) {
      it(`${what} that is broken, mended, taken away and brought back while letters are written`, async () => {
        const config = JSON.stringify({
          rules: { 'missing-credentials': 'off' },
          ...(name === 'letters.config.json' ? {} : { [name]: [file.slice(folder.length + 1)] }),
        });
        const content: Record<string, object> = {
          catalogues: { version: 1, id: 'house', title: 'House', guidelines: [] },
          vocabularies: { version: 1, abbreviations: [] },
        };
        const good = name === 'letters.config.json' ? config : JSON.stringify(content[name]);
        const files = new Map([
          [configFile, config],
          [file, good],
        ]);
        client = await TestClient.start(host, { folders: [folder], files });
        const letter = `${folder}/one.letter`;
        await client.open(letter, undecided);
        assert.ok((await client.rules(letter)).includes('missing-decision'));
        const write = async (text: string | null) => {
          if (text === null) files.delete(file);
          else files.set(file, text);
          await say('workspace/didChangeWatchedFiles', { changes: [{ uri: file, type: text === null ? 3 : 2 }] });
        };
        for (const broken of [
          '',
          '{',
          '[]',
          'null',
          '7',
          '{"version":99}',
          '\u0000\uffff',
          '{"__proto__":{"x":1}',
          good.slice(0, -1),
        ]) {
          await write(broken);
          await client.typeBehind(letter, 'hurt his neck', ' x');
          await client.publishedFor(file, problems => problems.length > 0);
          assert.ok((await client.rules(letter)).includes('missing-decision'), JSON.stringify(broken));
          await write(good);
          await client.publishedFor(file, problems => problems.length === 0);
        }
        await write(null);
        assert.ok((await client.rules(letter)).includes('missing-decision'));
        await write(good);
        assert.ok((await client.rules(letter)).includes('missing-decision'));
        noFailure();
      });
    }
  });
}

function otherItem(n: number): string {
  return goodItem.replaceAll('6 visits', `${n + 7} visits`).replace('18 visits', `${n + 100} visits, and ${n} more`);
}

describe('the language and the clock of a computer', function () {
  this.timeout(60_000);

  const places = [
    { TZ: 'UTC', LANG: 'C' },
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  ];

  it('change nothing of what is found, shown and counted', async () => {
    const answers: unknown[] = [];
    for (const place of places) {
      const client = await TestClient.start('node', { settings, server: { env: { ...process.env, ...place } } });
      try {
        await client.open(fullUri, fullLetter);
        const found = [await client.pull(fullUri)];
        for (const today of ['2016-11-06', '2016-03-13', '2038-01-20', '1999-12-31']) {
          found.push(await client.request('determinationLetters/readiness', { uri: fullUri, today }));
        }
        for (const { method, params } of requests.filter(each =>
          /inlayHint$|codeLens$|hover$|print$/.test(each.method),
        )) {
          found.push(await client.request(method, params(placesIn(client))));
        }
        answers.push(found);
      } finally {
        await client.stop();
      }
    }
    assert.deepEqual(answers[1], answers[0]);
  });
});
