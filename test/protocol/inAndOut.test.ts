import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type { Printed } from '../../server/src/core/printed/printed';
import type { ImportResult, PrintResult, UnfinishedResult } from '../../server/src/lsp/convertMessages';
import { mostText } from '../../server/src/lsp/messages';
import { TestClient } from './support/client';
import { goodLetter, undecided } from './support/letters';
import { hosts } from './support/server';

const uri = 'untitled:letter';
const file = 'file:///letters/closed.letter';
const large = 'file:///letters/large.letter';
const serviceOfItem = 'Physical therapy for the neck, 6 visits';

for (const host of hosts) {
  describe(`letters in and out (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());
    const start = async (files?: ReadonlyMap<string, string>) => {
      client = await TestClient.start(host, files ? { files: new Map(files) } : {});
    };
    const unfinished = (params: unknown) =>
      client.request<UnfinishedResult | null>('determinationLetters/unfinished', params);
    const print = (params: unknown) => client.request<PrintResult | null>('determinationLetters/print', params);
    const imported = (params: unknown) => client.request<ImportResult | null>('determinationLetters/import', params);

    describe('what stands against sending', () => {
      it('is nothing in a finished letter', async () => {
        await start();
        await client.open(uri, goodLetter);
        assert.deepEqual(await unfinished({ uri }), { errors: [], placeholders: [] });
      });

      it('is the errors and placeholders, where they stand by now', async () => {
        await start();
        await client.open(uri, undecided);
        await client.typeBehind(uri, 'Priority: Standard', ' [[word]]');
        const found = await unfinished({ uri });
        assert.deepEqual(found?.placeholders, [{ text: '[[word]]', range: client.rangeOf(uri, '[[word]]') }]);
        assert.ok(
          found?.errors.some(({ range }) => range.start.line === client.rangeOf(uri, serviceOfItem).start.line),
        );
        assert.ok(found?.errors.every(({ message }) => message !== ''));
      });

      it('is told of letters that are not open', async () => {
        await start(new Map([[file, undecided]]));
        assert.equal((await unfinished({ uri: file }))?.errors.length, 1);
      });
    });

    describe('a letter that goes out', () => {
      it('is laid out, or written as a page, as posted text or as it is', async () => {
        await start();
        await client.open(uri, goodLetter);
        const printed = (await print({ uri, form: 'printed' }))?.content as Printed;
        assert.equal(printed.caseNumber, 'CM16-0000042');
        assert.ok(printed.blocks.some(({ kind }) => kind === 'title'));
        const html = (await print({ uri, form: 'html' }))?.content as string;
        assert.match(html, /^<!doctype html>/i);
        assert.ok(html.includes(serviceOfItem));
        assert.doesNotMatch(html, /<script/i);
        const text = (await print({ uri, form: 'text' }))?.content as string;
        assert.ok(text.includes(serviceOfItem) && !text.includes('## '));
        assert.deepEqual(await print({ uri, form: 'letter' }), { content: goodLetter, removed: null });
      });

      it('may be a file, without its byte-order mark', async () => {
        await start(new Map([[file, `\ufeff${goodLetter}`]]));
        assert.equal((await print({ uri: file, form: 'letter' }))?.content, goodLetter);
      });

      it('is the one that is typed in, not the one that was saved', async () => {
        await start(new Map([[file, goodLetter]]));
        await client.open(file, goodLetter);
        await client.typeBehind(file, 'Priority: Standard', ' and more');
        assert.match(String((await print({ uri: file, form: 'text' }))?.content), /Standard and more/);
      });

      it('may be a copy that leaves out by a policy what identifies a person', async () => {
        await start();
        await client.open(uri, goodLetter.replace('to any party.', 'to any party. Call 555-010-1234 or 555-010-5678.'));
        const posted = await print({ uri, form: 'letter', redact: 'posted' });
        assert.doesNotMatch(String(posted?.content), /555-010/);
        assert.deepEqual(posted?.removed, { counts: { 'personal-identifier': 2 }, isComplete: true });
        assert.match(String(posted?.content), /hurt his neck on 03\/14\/2016/);
        const harbour = await print({ uri, form: 'text', redact: 'safe-harbor' });
        assert.doesNotMatch(String(harbour?.content), /555-010|03\/14\/2016/);
        assert.match(String((await print({ uri, form: 'text' }))?.content), /555-010-1234/, 'the letter itself stays');
        assert.ok((await unfinished({ uri }))?.errors.length, 'the letter has errors, the copy none');
        assert.deepEqual(await unfinished({ uri, redact: 'posted' }), { errors: [], placeholders: [] });
      });

      it('is null where there is none, and for what makes no sense', async () => {
        await start(new Map([[large, 'x'.repeat(mostText + 1)]]));
        const senseless = [
          null,
          [],
          {},
          { uri },
          { uri, form: 'printed' },
          { uri: file, form: 'printed' },
          { uri: large, form: 'text' },
          { uri: 1, form: 'text' },
          { uri, form: 'picture' },
        ];
        for (const params of senseless) assert.equal(await print(params), null, JSON.stringify(params));
        await client.open(uri, goodLetter);
        assert.equal(await print({ uri, form: 'text', redact: 'nothing' }), null, 'no letter by mistake');
        assert.equal(await unfinished({ uri, redact: 'nothing' }), null);
        assert.notEqual(await print({ uri, form: 'text' }), null);
      });

      it('is right when the request before was cancelled', async () => {
        await start();
        await client.open(uri, goodLetter);
        const source = new CancellationTokenSource();
        const params = { uri, form: 'text' };
        const method = 'determinationLetters/print';
        const cancelled = client.connection.sendRequest(method, params, source.token).catch(() => null);
        source.cancel();
        await cancelled;
        await client.typeBehind(uri, 'Priority: Standard', ' and more');
        assert.match(String((await print(params))?.content), /Standard and more/);
      });
    });

    describe('text that comes in', () => {
      it('becomes a letter, with all that stood beside it', async () => {
        await start();
        await client.open(uri, goodLetter);
        const posted = (await print({ uri, form: 'text' }))?.content as string;
        const beside = [{ what: 'comment', page: 2, text: 'Ask the nurse' }];
        const letter = await imported({ uri: 'file:///letters/old.pdf', text: posted, beside });
        assert.equal(letter?.notALetter, false);
        assert.deepEqual(letter?.unplaced, []);
        assert.deepEqual(letter?.leftOut, beside);
        assert.ok(letter?.text.includes(`## ${serviceOfItem}: Upheld`));
        assert.ok(letter?.text.includes('Ask the nurse'));
      });

      it('is told to be no letter, or one of another program', async () => {
        await start();
        const recipe = await imported({
          uri: 'file:///soup.txt',
          text: 'Peel the carrots.\n\nBoil them.\n',
          beside: [],
        });
        assert.equal(recipe?.notALetter, true);
        assert.match(recipe?.text ?? '', /Peel the carrots/);
        const other = readFileSync('examples/federal/federal-external-review.letter', 'utf8');
        const letter = await imported({ uri: 'file:///other.txt', text: other, beside: [] });
        assert.equal(letter?.betterProfile, 'federal-external-review');
      });

      it('is null for what makes no sense', async () => {
        await start();
        for (const params of [
          null,
          {},
          { uri },
          { text: '' },
          { uri, text: 1 },
          { uri, text: 'x'.repeat(mostText + 1) },
        ]) {
          assert.equal(await imported(params), null);
        }
        assert.deepEqual((await imported({ uri, text: goodLetter, beside: [null, { what: 1 }] }))?.leftOut, []);
      });
    });
  });
}
