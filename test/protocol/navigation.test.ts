import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  type DefinitionLink,
  type DocumentHighlight,
  type DocumentLink,
  type LinkedEditingRanges,
  type Location,
  type SelectionRange,
} from 'vscode-languageserver/node';
import { manyCapabilities, TestClient } from './support/client';
import { goodLetter } from './support/letters';
import { anyHost } from './support/server';

const uri = 'untitled:letter';

for (const host of anyHost) {
  describe(`navigation in a letter (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    it('grows the selection at each cursor', async () => {
      client = await TestClient.start(host, { capabilities: {} });
      await client.open(uri, goodLetter);
      assert.equal(client.initialized.capabilities.selectionRangeProvider, true);
      const positions = ['exercises at', '47-year'].map(words => client.positionBehind(uri, words));
      const params = { textDocument: { uri }, positions };
      const source = new CancellationTokenSource();
      const cancelled = client.connection.sendRequest('textDocument/selectionRange', params, source.token);
      source.cancel();
      await cancelled.catch(() => null);
      const ranges = await client.request<SelectionRange[]>('textDocument/selectionRange', params);
      const steps = ranges.map(range => [...around(range)].map(each => client.document(uri).getText(each)));
      assert.deepEqual(
        steps.map(([first]) => first),
        ['at', 'year'],
      );
      for (const each of steps) assert.equal(each.at(-1), goodLetter);
      assert.ok(steps[0]?.includes('The guideline supports a short course that turns into exercises at home.'));
    });

    it('leads to laws and web sources, with a word on each where the client shows one', async () => {
      const text = goodLetter.replace('is not medically necessary.', 'fails Labor Code 4610.5 (www.example.org/knee).');
      const { documentLink: _, ...textDocument } = manyCapabilities.textDocument ?? {};
      for (const [capabilities, tooltip] of [
        [{ ...manyCapabilities, textDocument: { ...textDocument, documentLink: { tooltipSupport: true } } }, true],
        [{ ...manyCapabilities, textDocument }, false],
      ] as const) {
        client = await TestClient.start(host, { capabilities });
        await client.open(uri, text);
        const links = await client.request<DocumentLink[]>('textDocument/documentLink', { textDocument: { uri } });
        assert.deepEqual(
          links.map(({ range, target }) => [client.document(uri).getText(range), target?.split('?')[0]]),
          [
            ['Labor Code 4610.5', 'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml'],
            ['www.example.org/knee', 'https://www.example.org/knee'],
          ],
        );
        assert.deepEqual(
          links.map(link => link.tooltip),
          [tooltip ? 'California Labor Code, section 4610.5' : undefined, undefined],
        );
        if (tooltip) await client.stop();
      }
    });

    it('highlights a fact wherever it stands, and leaves the rest to the editor', async () => {
      client = await TestClient.start(host, { capabilities: {} });
      await client.open(uri, goodLetter);
      const ask = (words: string) =>
        client.request<DocumentHighlight[] | null>('textDocument/documentHighlight', {
          textDocument: { uri },
          position: client.rangeOf(uri, words).start,
        });
      const found = (await ask('03/14/2016')) ?? assert.fail();
      assert.deepEqual(
        found.map(({ range, kind }) => [client.document(uri).getText(range), kind]),
        [
          ['03/14/2016', 3],
          ['03/14/2016', 3],
        ],
      );
      assert.equal(await ask('active practice'), null);
    });

    it('types the same fact in all its places, where that is asked for', async () => {
      const settings: { linkedEditing?: boolean } = {};
      client = await TestClient.start(host, { settings });
      await client.open(uri, goodLetter);
      const ask = () =>
        client.request<LinkedEditingRanges | null>('textDocument/linkedEditingRange', {
          textDocument: { uri },
          position: client.rangeOf(uri, '03/14/2016').start,
        });
      assert.equal(await ask(), null);
      settings.linkedEditing = true;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      const first = client.rangeOf(uri, '03/14/2016');
      let linked = await ask();
      while (!linked) linked = await ask();
      assert.equal(linked.ranges.length, 2);
      assert.deepEqual(linked.ranges[0], first);
      assert.ok(new RegExp(`^${linked.wordPattern}$`).test('03/14/2016'));
    });

    describe('to a definition', () => {
      const definition = <R>(words: string, of = uri) =>
        client.request<R>('textDocument/definition', {
          textDocument: { uri: of },
          position: client.rangeOf(of, words).start,
        });
      const { documentLink: _, ...textDocument } = manyCapabilities.textDocument ?? {};
      const capabilities = {
        workspace: { ...manyCapabilities.workspace, textDocumentContent: {} },
        textDocument: { ...textDocument, definition: { linkSupport: true } },
      };

      it('shows the catalogue entry of a citation as a document, at the section that is cited', async () => {
        client = await TestClient.start(host, { capabilities });
        const schemes = client.initialized.capabilities.workspace?.textDocumentContent;
        assert.deepEqual(schemes, { schemes: ['letters-guideline'] });
        assert.ok(client.initialized.capabilities.workspace?.workspaceFolders);
        await client.open(uri, goodLetter);
        const [link] = await definition<DefinitionLink[]>('Physical Methods');
        const params = { uri: link?.targetUri };
        const { text } = await client.request<{ text: string }>('workspace/textDocumentContent', params);
        assert.match(text, /^# Neck and Upper Back Complaints/);
        assert.match(text.split('\n')[link?.targetSelectionRange.start.line ?? 0] ?? '', /^- \*\*Physical Methods:/);
        assert.equal(
          link?.originSelectionRange && client.document(uri).getText(link.originSelectionRange),
          'Neck and Upper Back Complaints 2004, Section(s): Physical Methods',
        );
        await client.close(uri);
        assert.deepEqual(await client.request('workspace/textDocumentContent', params), { text });
        const gone = { uri: 'letters-guideline:/no-such-guideline/x.md' };
        const { text: instead } = await client.request<{ text: string }>('workspace/textDocumentContent', gone);
        assert.match(instead, /no guideline/);
      });

      it('goes to the citation where the client shows no documents of the server', async () => {
        client = await TestClient.start(host, { capabilities: {} });
        assert.equal(client.initialized.capabilities.workspace?.textDocumentContent, undefined);
        const text = goodLetter.replace('The guideline supports', 'Neck and Upper Back Complaints 2004 supports');
        await client.open(uri, text);
        const [location] = await definition<Location[]>('Neck and Upper Back Complaints 2004 supports');
        assert.equal(location?.uri, uri);
        assert.equal(
          client.document(uri).getText(location?.range),
          'Neck and Upper Back Complaints 2004, Section(s): Physical Methods',
        );
        assert.equal(await definition('active practice'), null);
      });

      it('goes to the file that a guideline of the workspace comes from', async () => {
        const folder = 'memory://letters';
        const own = `${folder}/own.letters-catalogue.json`;
        const entry = { id: 'own-neck', family: 'own', title: 'Own Neck Rules', status: 'adopted', reference: 'none' };
        const guidelines = [
          { ...entry, certainty: 'high', citedAs: [{ title: 'Own Neck Rules', year: 2015, style: 'section' }] },
        ];
        const files = new Map([
          [`${folder}/letters.config.json`, '{ "catalogues": ["own.letters-catalogue.json"] }'],
          [own, JSON.stringify({ version: 1, id: 'own', title: 'Ours', guidelines }, null, 2)],
        ]);
        client = await TestClient.start(host, { files, folders: [folder], capabilities });
        const letter = `${folder}/a.letter`;
        await client.open(letter, goodLetter.replaceAll('Neck and Upper Back Complaints 2004', 'Own Neck Rules 2015'));
        const [link] = await definition<DefinitionLink[]>('Own Neck Rules', letter);
        assert.equal(link?.targetUri, own);
        const lines = files.get(own)?.split('\n') ?? [];
        assert.match(lines[link?.targetSelectionRange.start.line ?? 0] ?? '', /"own-neck"/);
        assert.equal(lines[link?.targetRange.start.line ?? 0]?.trim(), '{');
      });

      it('goes to where the letter states a fact', async () => {
        client = await TestClient.start(host, { capabilities: {} });
        await client.open(uri, goodLetter);
        const position = client.positionBehind(uri, 'hurt his neck on 03/14');
        const params = { textDocument: { uri }, position };
        const source = new CancellationTokenSource();
        const cancelled = client.connection.sendRequest('textDocument/definition', params, source.token);
        source.cancel();
        await cancelled.catch(() => null);
        const [location] = await client.request<Location[]>('textDocument/definition', params);
        assert.deepEqual(location?.range, client.rangeOf(uri, '03/14/2016'));
      });
    });
  });
}

function* around(range: SelectionRange): Generator<SelectionRange['range']> {
  for (let each: SelectionRange | undefined = range; each; each = each.parent) yield each.range;
}
