import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CancellationTokenSource,
  FileChangeType,
  type Location,
  type SymbolInformation,
} from 'vscode-languageserver/node';
import { maxLetters } from '../../server/src/core/workspace/letterIndex';
import { mostText } from '../../server/src/lsp/messages';
import { manyCapabilities, TestClient } from './support/client';
import { goodLetter } from './support/letters';
import { hosts } from './support/server';

const folder = 'memory://letters/case%20work';
const first = `${folder}/first.letter`;
const second = `${folder}/old/second.letter`;
const initializationOptions = { listsLetters: true };

function letter(number: string, service: string): string {
  return goodLetter
    .replace('CM16-0000042', number)
    .replace('## Physical therapy for the neck, 6 visits', `## ${service}`);
}

function twoLetters(): Map<string, string> {
  return new Map([
    [first, letter('CM16-0000001', 'Neck brace')],
    [second, letter('CM16-0000002', 'Neck pillow')],
  ]);
}

for (const host of hosts) {
  describe(`the letters of the workspace (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    const start = async (files: Map<string, string>, capabilities = manyCapabilities) => {
      client = await TestClient.start(host, { files, folders: [folder], initializationOptions, capabilities });
    };
    const symbols = (query: string) => client.request<SymbolInformation[]>('workspace/symbol', { query });
    const names = async (query: string) => (await symbols(query)).map(({ name }) => name);
    const changed = (uri: string, type: FileChangeType) =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type }] });

    it('are found by their numbers, and their items by title and decision', async () => {
      const files = twoLetters();
      await start(files);
      assert.deepEqual(await names('neck'), ['Neck brace: Upheld', 'Neck pillow: Upheld']);
      const [found] = await symbols('CM16-0000002');
      assert.deepEqual(
        [found?.name, found?.location.uri, found?.location.range.start],
        ['CM16-0000002', second, { line: 0, character: 'Case Number: '.length }],
      );
      const [item] = await symbols('brace');
      assert.equal(item?.containerName, 'CM16-0000001');
      const line = files.get(first)?.split('\n')[item?.location.range.start.line ?? 0];
      assert.equal(line?.slice(item?.location.range.start.character, item?.location.range.end.character), 'Neck brace');
    });

    it('count as they are in the editor while they are open', async () => {
      const files = twoLetters();
      await start(files);
      await client.open(first.replace('%20', ' '), letter('CM16-0000001', 'Neck collar'));
      assert.deepEqual(await names('neck'), ['Neck pillow: Upheld', 'Neck collar: Upheld']);
      await client.typeBehind(first.replace('%20', ' '), 'Neck collar', ' of foam');
      assert.deepEqual(await names('foam'), ['Neck collar of foam: Upheld']);
      await client.close(first.replace('%20', ' '));
      assert.deepEqual((await names('neck')).sort(), ['Neck brace: Upheld', 'Neck pillow: Upheld']);
    });

    it('follow their files', async () => {
      const files = twoLetters();
      await start(files);
      await client.until(() => client.registrations.length > 0);
      const watched = client.registrations.flatMap(({ registerOptions }) => registerOptions?.watchers ?? []);
      assert.ok(watched.some(({ globPattern }: { globPattern: unknown }) => globPattern === '**/*.letter'));
      assert.equal((await names('neck')).length, 2);
      files.set(first, letter('CM16-0000001', 'Neck cushion'));
      await changed(first, FileChangeType.Changed);
      assert.deepEqual((await names('neck')).sort(), ['Neck cushion: Upheld', 'Neck pillow: Upheld']);
      files.set(`${folder}/third.letter`, letter('CM16-0000003', 'Neck towel'));
      await changed(`${folder}/third.letter`, FileChangeType.Created);
      files.delete(second);
      await changed(second, FileChangeType.Deleted);
      assert.deepEqual((await names('neck')).sort(), ['Neck cushion: Upheld', 'Neck towel: Upheld']);
    });

    it('are read again when a profile or catalogue of theirs changes', async () => {
      const files = twoLetters();
      await start(files);
      assert.equal((await names('0000002')).length, 1);
      // Another program has no such field in its header.
      files.set(`${folder}/old/letters.config.json`, '{ "profile": "federal-external-review" }');
      await changed(`${folder}/old/letters.config.json`, FileChangeType.Created);
      assert.deepEqual(await names('0000002'), []);
      assert.equal((await names('0000001')).length, 1);
    });

    it('are none where there is no folder, but for those that are open', async () => {
      client = await TestClient.start(host, { capabilities: {} });
      assert.deepEqual(await names('neck'), []);
      await client.open('untitled:one', goodLetter);
      assert.deepEqual(await names('physical therapy for'), ['Physical therapy for the neck, 6 visits: Upheld']);
    });

    it('cite a guideline, each with its places', async () => {
      const files = twoLetters();
      await start(files);
      const third = `${folder}/third.letter`;
      await client.open(third, goodLetter);
      const places = async (words: string, includeDeclaration: boolean) => {
        const position = client.rangeOf(third, words).start;
        const params = { textDocument: { uri: third }, position, context: { includeDeclaration } };
        return client.request<Location[]>('textDocument/references', params);
      };
      const cited = await places('Neck and Upper Back Complaints 2004', true);
      assert.deepEqual(
        cited.map(({ uri }) => uri),
        [third, third, first, first, second, second],
      );
      const line = files.get(second)?.split('\n')[cited.at(-1)?.range.start.line ?? 0];
      assert.match(line ?? '', /Neck and Upper Back Complaints 2004/);
      // A fact is that of its letter alone; where it is stated is a declaration.
      assert.equal((await places('03/14/2016', true)).length, 2);
      assert.equal((await places('03/14/2016', false)).length, 0);
    });

    it('are no more than anybody reads through, and none that is too large to be a letter', async () => {
      const cited = `Decision based on MTUS ${'Neck and Upper Back Complaints 2004, '.repeat(10)}`;
      const citing = `## Neck\n\nMAXIMUS guideline: ${cited}\n\n`.repeat(100);
      const files = new Map(
        Array.from({ length: 6 }, (_, i) => [`${folder}/${i}.letter`, `${letter(`CM16-${i}`, 'Brace')}\n${citing}`]),
      );
      files.set(`${folder}/large.letter`, `Case Number: CM16-0000077\n\n${'x'.repeat(mostText)}`);
      await start(files);
      assert.equal((await names('neck')).length, 500);
      assert.deepEqual(await names('0000077'), []);
      await client.open(first, goodLetter);
      const position = client.rangeOf(first, 'Neck and Upper Back Complaints 2004').start;
      const params = { textDocument: { uri: first }, position, context: { includeDeclaration: true } };
      assert.equal((await client.request<Location[]>('textDocument/references', params)).length, 5002);
    });

    it('are said to be too many, once, where some are left out', async () => {
      await start(twoLetters());
      // The same one again and again, so that not all need be read.
      const uris = Array.from({ length: maxLetters }, () => first);
      let lists = 0;
      client.connection.onRequest('determinationLetters/listLetters', () => {
        lists++;
        return { uris: [first, second, ...uris] };
      });
      assert.deepEqual(await names('neck'), ['Neck brace: Upheld', 'Neck pillow: Upheld']);
      await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
        event: { added: [], removed: [] },
      });
      await names('neck');
      assert.equal(lists, 2);
      assert.equal(client.shown.length, 1);
      assert.match(client.shown[0] ?? '', /more than 20000 letters/);
    });

    it('are read with a sign of it, which can put an end to that', async () => {
      const files = new Map(
        Array.from({ length: 200 }, (_, i) => [`${folder}/${i}.letter`, letter(`CM16-${i}`, 'Neck')]),
      );
      const progress: { kind: string; title?: string; cancellable?: boolean; message?: string }[] = [];
      await start(files, { ...manyCapabilities, window: { workDoneProgress: true } });
      client.connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string }) => {
        client.connection.onNotification('$/progress', ({ value }: { value: (typeof progress)[number] }) => {
          progress.push(value);
          if (progress.length === 2) {
            client.connection.sendNotification('window/workDoneProgress/cancel', { token }).catch(assert.fail);
          }
        });
        return null;
      });
      const some = (await names('neck')).length;
      assert.ok(some > 0 && some < 200, `${some} letters`);
      assert.deepEqual(
        [progress[0]?.kind, progress[0]?.title, progress[0]?.cancellable, progress.at(-1)?.kind],
        ['begin', 'Reading the letters of the workspace', true, 'end'],
      );
      assert.match(progress[1]?.message ?? '', /^\d+ of 200$/);
      // Who asks again gets them all.
      while ((await names('neck')).length < 200) progress.length = 2;
    });

    it('are read no further when nobody waits for them', async () => {
      const files = new Map(
        Array.from({ length: 200 }, (_, i) => [`${folder}/${i}.letter`, letter(`CM16-${i}`, 'Neck')]),
      );
      let read = () => {};
      const reads = new Promise<void>(resolve => {
        read = resolve;
      });
      client = await TestClient.start(host, { files, folders: [folder], initializationOptions, reads });
      const source = new CancellationTokenSource();
      const cancelled = client.connection.sendRequest('workspace/symbol', { query: 'neck' }, source.token);
      await client.request('determinationLetters/alive', undefined);
      source.cancel();
      await client.request('determinationLetters/alive', undefined);
      read();
      await cancelled.catch(() => null);
      for (let time = 0; time < 300; time++) await client.request('determinationLetters/alive', undefined);
      const asked = client.asked.filter(method => method === 'determinationLetters/readFile').length;
      assert.ok(asked < 100, `${asked} files were read`);
    });

    it('are all there after a request that was cancelled', async () => {
      const files = new Map(
        Array.from({ length: 100 }, (_, i) => [`${folder}/${i}.letter`, letter(`CM16-${i}`, 'Neck')]),
      );
      await start(files);
      const source = new CancellationTokenSource();
      const cancelled = client.connection.sendRequest('workspace/symbol', { query: 'neck' }, source.token);
      source.cancel();
      await cancelled.catch(() => null);
      assert.equal((await names('neck')).length, 100);
    });
  });
}

describe('the letters of a folder on the disk', () => {
  it('are found where the client finds none', async () => {
    const path = mkdtempSync(join(tmpdir(), 'letters '));
    mkdirSync(join(path, 'node_modules'));
    mkdirSync(join(path, 'a'));
    writeFileSync(join(path, 'a', 'b é.letter'), letter('CM16-0000001', 'Neck brace'));
    writeFileSync(join(path, 'node_modules', 'c.letter'), letter('CM16-0000002', 'Neck brace'));
    const client = await TestClient.start('node', { folders: [pathToFileURL(path).href] });
    try {
      const found = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'neck brace' });
      assert.deepEqual(
        found.map(({ location }) => location.uri),
        [pathToFileURL(join(path, 'a', 'b é.letter')).href],
      );
    } finally {
      await client.stop();
      rmSync(path, { recursive: true });
    }
  });
});
