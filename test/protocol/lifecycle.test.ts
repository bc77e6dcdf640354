import assert from 'node:assert/strict';
import { TestClient } from './support/client';
import { goodLetter, undecided } from './support/letters';
import { hosts, startServer } from './support/server';

const uri = 'untitled:letter';

for (const host of hosts) {
  describe(`the server's life (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient | undefined;
    afterEach(() => client?.stop());

    it('says what it can do to a client that can do nothing, and serves it', async () => {
      client = await TestClient.start(host, { capabilities: {} });
      const { capabilities } = client.initialized;
      assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: { includeText: false } });
      assert.equal(capabilities.diagnosticProvider, undefined);
      await client.open(uri, undecided);
      const diagnostics = await client.publishedFor(uri, () => true);
      assert.deepEqual(
        diagnostics.map(({ code }) => code),
        ['missing-decision'],
      );
      assert.deepEqual(client.registrations, []);
    });

    it('says what it can do to a client that can do much', async () => {
      client = await TestClient.start(host);
      const { capabilities } = client.initialized;
      assert.deepEqual(capabilities.diagnosticProvider, { interFileDependencies: false, workspaceDiagnostics: true });
      assert.deepEqual(capabilities.codeActionProvider, {
        codeActionKinds: [
          'quickfix',
          'source.fixAll.determinationLetters',
          'refactor.rewrite',
          'refactor.move.up',
          'refactor.move.down',
          'refactor.extract',
          'source.cleanUp.determinationLetters',
        ],
        resolveProvider: true,
      });
      for (const feature of ['hoverProvider', 'documentSymbolProvider', 'foldingRangeProvider'] as const) {
        assert.equal(capabilities[feature], true, feature);
      }
      await client.until(() => (client?.registrations.length ?? 0) >= 2);
      assert.deepEqual(client.registrations.map(({ method }) => method).sort(), [
        'workspace/didChangeConfiguration',
        'workspace/didChangeWatchedFiles',
      ]);
    });

    it('answers nothing, and no error, about letters that are not open', async () => {
      client = await TestClient.start(host);
      const textDocument = { uri: 'untitled:unknown' };
      const position = { line: 0, character: 0 };
      const range = { start: position, end: position };
      assert.deepEqual(await client.pull(textDocument.uri), { kind: 'full', items: [] });
      assert.equal(await client.request('textDocument/hover', { textDocument, position }), null);
      assert.equal(await client.request('textDocument/documentSymbol', { textDocument }), null);
      assert.equal(await client.request('textDocument/foldingRange', { textDocument }), null);
      const context = { diagnostics: [] };
      assert.equal(await client.request('textDocument/codeAction', { textDocument, range, context }), null);
      assert.deepEqual(
        client.log.filter(line => line.includes('failed')),
        [],
      );
    });

    it('survives messages that make no sense', async () => {
      client = await TestClient.start(host);
      const { connection } = client;
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: 1,
      });
      await connection.sendNotification('textDocument/didOpen', {});
      await connection.sendNotification('determinationLetters/cursorLine', 'nonsense');
      await connection.sendNotification('determinationLetters/cursorLine', { uri: 1, line: null });
      await connection.sendNotification('workspace/didChangeConfiguration', null);
      await connection.sendNotification('workspace/didChangeWatchedFiles', { changes: null });
      await connection.sendNotification('no/such/notification', {});
      await assert.rejects(client.request('no/such/request', {}), /no\/such\/request/);
      await client.request('textDocument/hover', { textDocument: null }).catch(() => null);
      await client.request('workspace/executeCommand', { command: 'determinationLetters.checkNow', arguments: [{}] });
      await client.open(uri, undecided);
      await connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range: null, text: 'x' }],
      });
      assert.deepEqual(await client.rules(uri), ['missing-decision']);
      // Said without the error's own words.
      for (const what of ['configuration', 'changing']) {
        assert.ok(
          client.log.some(line => line.startsWith(`${what} failed: TypeError\n`)),
          what,
        );
      }
    });

    it('never tells a log what the letter says', async () => {
      client = await TestClient.start(host);
      await client.open(uri, undecided.replace('worker', 'Zebulon'));
      await client.request('textDocument/hover', { textDocument: { uri }, position: 'nowhere' }).catch(() => null);
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 2 },
        contentChanges: [{ range: 'nowhere', text: 'Zebulon' }],
      });
      await client.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: 3 },
        contentChanges: ['Zebulon'],
      });
      await client.rules(uri);
      assert.doesNotMatch(client.log.join('\n') + client.server.errors(), /Zebulon/);
    });

    it('takes a client that starts with a letter that is closed at once', async () => {
      client = await TestClient.start(host);
      await client.open(uri, undecided);
      await client.close(uri);
      await client.open(uri, goodLetter);
      assert.deepEqual(await client.rules(uri), []);
    });
  });
}

describe('the server as a process', function () {
  this.timeout(30_000);

  it('ends as it is told', async () => {
    const client = await TestClient.start('node');
    assert.equal(await client.request('shutdown', undefined), null);
    await client.connection.sendNotification('exit');
    assert.equal(await client.server.ended, 0);
    assert.equal(client.server.errors(), '');
  });

  it('ends when its client is gone', async () => {
    const server = startServer('node');
    await server.stop();
    assert.notEqual(await server.ended, 0);
  });

  it('goes on behind bytes that are no message', async () => {
    const client = await TestClient.start('node');
    const broken = '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"secret of the letter';
    client.server.sendRaw(`Content-Length: ${Buffer.byteLength(broken)}\r\n\r\n${broken}`);
    client.server.sendRaw('Content-Length: 2\r\n\r\n[]');
    client.server.sendRaw('Content-Length: 4\r\n\r\nnull');
    await client.open(uri, undecided);
    assert.deepEqual(await client.rules(uri), ['missing-decision']);
    assert.doesNotMatch(client.log.join('\n') + client.server.errors(), /secret/);
    await client.stop();
  });
});
