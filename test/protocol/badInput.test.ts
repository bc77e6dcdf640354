import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Range } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient } from './support/client';
import { goodItem, goodLetter } from './support/letters';
import { hosts } from './support/server';

const uri = 'untitled:letter';
/** For opening and for a key behind it; machines that are busy are slow, but a hang is longer. */
const limit = 60_000;

const inputs: Readonly<Record<string, () => string>> = {
  'an empty file': () => '',
  'only a heading': () => '# CLINICAL CASE SUMMARY',
  'binary data': () => randomBytes(20_000).toString('latin1'),
  'lone surrogates': () => goodLetter.replaceAll('e', '\ud83d').replaceAll('a', '\ude00'),
  'CRLF line ends': () => goodLetter.replaceAll('\n', '\r\n'),
  'CR line ends': () => goodLetter.replaceAll('\n', '\r'),
  'form feeds': () => goodLetter.replaceAll('\n\n', '\f'),
  'nested and unclosed comments': () => goodLetter.replaceAll('\n\n', '\n<!-- <!-- \n-->\n<!--\n'),
};

/** Of megabytes: what a worker is sent in one piece comes to a process in many. */
const largeInputs: Readonly<Record<string, () => string>> = {
  'ten megabytes': () => goodLetter + goodItem.repeat(Math.ceil(10_000_000 / goodItem.length)),
  'a line of one megabyte': () => goodLetter.replace('no record shows', 'pain and more pain, '.repeat(52_000)),
  'a line of one megabyte without a space': () => goodLetter.replace('no record shows', 'x'.repeat(1_000_000)),
  'a title of one megabyte': () => `${goodLetter}\n## ${'a: b, '.repeat(170_000)}\n`,
  'five thousand items': () => goodLetter + goodItem.repeat(5000),
};

function wholeOf(document: TextDocument): Range {
  return { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
}

for (const host of hosts) {
  describe(`bad input (${host})`, function () {
    this.timeout(120_000);
    let client: TestClient;
    afterEach(() => client.stop());

    for (const [name, make] of Object.entries(host === 'node' ? { ...inputs, ...largeInputs } : inputs)) {
      it(`${name}: is answered in time, by every feature`, async () => {
        client = await TestClient.start(host, { settings: { quietTyping: { pause: 0 } } });
        const text = make();
        const start = performance.now();
        await client.open(uri, text);
        const first = await client.pull(uri);
        assert.equal(first.kind, 'full');
        const middle = client.document(uri).positionAt(text.length / 2);
        await client.change(uri, { range: { start: middle, end: middle }, text: 'x' });
        await client.pull(uri, first.resultId);
        const textDocument = { uri };
        const range = { start: middle, end: middle };
        await client.request('textDocument/hover', { textDocument, position: middle });
        await client.request('textDocument/documentSymbol', { textDocument });
        await client.request('textDocument/foldingRange', { textDocument });
        await client.request('textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } });
        await client.request('textDocument/completion', { textDocument, position: middle });
        await client.request('textDocument/semanticTokens/full', { textDocument });
        await client.request('textDocument/inlayHint', { textDocument, range: wholeOf(client.document(uri)) });
        await client.request('textDocument/codeLens', { textDocument });
        await client.request('textDocument/signatureHelp', { textDocument, position: middle });
        // Where nothing can be renamed, that is the answer.
        await client.request('textDocument/rename', { textDocument, position: middle, newName: 'x' }).catch(() => {});
        await client.change(uri, {
          range: { start: middle, end: { ...middle, character: middle.character + 1 } },
          text: '',
        });
        const last = await client.pull(uri, 'of the text before');
        const took = performance.now() - start;
        assert.deepEqual(
          last.kind === 'full' && last.items.map(({ code }) => code),
          first.kind === 'full' && first.items.map(({ code }) => code),
          'nothing is lost',
        );
        assert.ok(took < limit, `${Math.round(took)} ms`);
        assert.deepEqual(
          client.log.filter(line => line.includes('failed')),
          [],
        );
        assert.equal(client.server.errors(), '');
      });
    }
  });
}
