import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createProtocolConnection, type ProtocolConnection } from 'vscode-languageserver/node';
import { builtInText } from './support/client';
import { undecided } from './support/letters';
import { startServer } from './support/server';

interface Started {
  readonly connection: ProtocolConnection;
  readonly published: Promise<readonly { readonly code?: unknown }[]>;
  readonly shown: Promise<string>;
}

/** A worker at this address, spoken to by a client that only knows the protocol, and has a letter open. */
async function start(
  location: string,
  initializationOptions: object,
  stops: (() => Promise<void>)[],
): Promise<Started> {
  const server = startServer('worker', { location });
  const connection = createProtocolConnection(server.reader, server.writer);
  const published = new Promise<readonly { readonly code?: unknown }[]>(resolve => {
    connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }) => resolve(diagnostics));
  });
  const shown = new Promise<string>(resolve => {
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => resolve(message));
  });
  connection.listen();
  stops.push(async () => {
    connection.dispose();
    await server.stop();
  });
  await connection.sendRequest('initialize', {
    processId: null,
    rootUri: null,
    capabilities: {},
    initializationOptions,
  });
  await connection.sendNotification('initialized', {});
  const textDocument = { uri: 'untitled:a', languageId: 'determination-letter', version: 1, text: undecided };
  await connection.sendNotification('textDocument/didOpen', { textDocument });
  return { connection, published, shown };
}

describe('the built-in data of a worker', function () {
  this.timeout(30_000);
  const stops: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  it('are fetched from beside its script where the client does not hand them over', async () => {
    const asked: (string | undefined)[] = [];
    const web = createServer(({ url }, response) => {
      asked.push(url);
      response.end(builtInText());
    });
    await new Promise<void>(resolve => web.listen(0, '127.0.0.1', resolve));
    stops.push(() => new Promise(resolve => web.close(() => resolve())));
    const { port } = web.address() as AddressInfo;
    const { published } = await start(`http://127.0.0.1:${port}/letters/server.worker.js`, {}, stops);
    assert.deepEqual(
      (await published).map(({ code }) => code),
      ['missing-decision'],
    );
    assert.deepEqual(asked, ['/letters/built-in.json']);
  });

  for (const [why, options] of Object.entries({
    'cannot be found': {},
    'are no JSON': { builtIn: 'Not found' },
    'are something else': { builtIn: '{"profiles":[]}' },
  })) {
    it(`are told to be missing where they ${why}, and requests are answered all the same`, async () => {
      const { connection, shown } = await start('blob:null/letters', options, stops);
      assert.match(await shown, /Install it again/);
      const textDocument = { uri: 'untitled:a' };
      assert.equal(await connection.sendRequest('textDocument/documentSymbol', { textDocument }), null);
      assert.equal(await connection.sendRequest('shutdown'), null);
    });
  }
});
