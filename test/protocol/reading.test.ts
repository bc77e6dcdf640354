import assert from 'node:assert/strict';
import type { DocumentSymbol, FoldingRange, Hover, MarkupContent, SymbolInformation } from 'vscode-languageserver/node';
import { manyCapabilities, TestClient } from './support/client';
import { goodLetter, undecided } from './support/letters';
import { anyHost } from './support/server';

const uri = 'untitled:letter';

for (const host of anyHost) {
  describe(`hover, outline and folding (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    async function hover(words: string): Promise<{ text: string; kind: string; on: string } | null> {
      const position = client.rangeOf(uri, words).start;
      const found = await client.request<Hover | null>('textDocument/hover', { textDocument: { uri }, position });
      if (!found) return null;
      const { value, kind } = found.contents as MarkupContent;
      return { text: value, kind, on: client.document(uri).getText(found.range) };
    }

    it('tell what is known of a citation', async () => {
      client = await TestClient.start(host);
      await client.open(uri, goodLetter);
      const found = await hover('Neck and Upper Back Complaints 2004');
      assert.equal(found?.kind, 'markdown');
      assert.equal(found?.on, 'Neck and Upper Back Complaints 2004, Section(s): Physical Methods');
      for (const words of [
        '**Neck and Upper Back Complaints',
        '**In force:**',
        '**Pages:**',
        '**Physical Methods:**',
      ]) {
        assert.ok(found?.text.includes(words), `${words} in\n${found?.text}`);
      }
    });

    it('tell what a finding means, with a link to more, and not twice what the editor shows', async () => {
      client = await TestClient.start(host, { initializationOptions: { rulePages: 'https://example.org/rules/' } });
      await client.open(uri, undecided);
      const found = await hover('Physical therapy for the neck, 6 visits');
      assert.match(
        found?.text ?? '',
        /\*\*missing-decision\*\*.*\(https:\/\/example\.org\/rules\/missing-decision\.md\)/,
      );
      const report = await client.pull(uri);
      const message = report.kind === 'full' ? String(report.items[0]?.message).split('.')[0] : undefined;
      assert.ok(message && found?.text.includes(message));
      await client.stop();
      client = await TestClient.start(host, { initializationOptions: { showsDiagnosticsInHover: true } });
      await client.open(uri, undecided);
      assert.ok(!(await hover('Physical therapy for the neck, 6 visits'))?.text.includes(message));
    });

    it('are plain text where the client knows no markup', async () => {
      const { hover: _, ...textDocument } = manyCapabilities.textDocument ?? {};
      client = await TestClient.start(host, { capabilities: { ...manyCapabilities, textDocument } });
      await client.open(uri, goodLetter);
      const found = await hover('Upheld');
      assert.equal(found?.kind, 'plaintext');
      assert.doesNotMatch(found?.text ?? '', /[*\\]/);
    });

    it('tell nothing where nothing is known', async () => {
      client = await TestClient.start(host);
      await client.open(uri, goodLetter);
      assert.equal(await hover('works in active practice'), null);
    });

    it('outline the letter as a tree', async () => {
      client = await TestClient.start(host);
      await client.open(uri, goodLetter);
      const outline = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
      assert.deepEqual(
        outline.map(({ name, children }) => [name, children?.length]),
        [
          ['Header', 7],
          ['HOW THE IMR FINAL DETERMINATION WAS MADE', 2],
          ['CLINICAL CASE SUMMARY', undefined],
          ['IMR ISSUES, DECISIONS AND RATIONALES', 1],
        ],
      );
      const item = outline[3]?.children?.[0];
      assert.deepEqual([item?.name, item?.detail], ['Physical therapy for the neck, 6 visits', 'Upheld']);
      assert.deepEqual(
        item?.children?.map(({ name }) => name),
        ['Claims Administrator guideline', 'MAXIMUS guideline', 'Decision rationale'],
      );
    });

    it('outline the letter as a list for clients that know no trees', async () => {
      const { documentSymbol: _, ...textDocument } = manyCapabilities.textDocument ?? {};
      client = await TestClient.start(host, { capabilities: { ...manyCapabilities, textDocument } });
      await client.open(uri, goodLetter);
      const outline = await client.request<SymbolInformation[]>('textDocument/documentSymbol', {
        textDocument: { uri },
      });
      const item = outline.find(({ name }) => name.startsWith('Physical therapy'));
      assert.equal(item?.name, 'Physical therapy for the neck, 6 visits: Upheld');
      assert.equal(item?.containerName, 'IMR ISSUES, DECISIONS AND RATIONALES');
      assert.equal(item?.location.uri, uri);
    });

    it('fold sections, items, long values and comments', async () => {
      client = await TestClient.start(host);
      const text = `${goodLetter.replace('6 visits, is', '6\nvisits, is')}\n<!-- A note\nfor later -->\n`;
      await client.open(uri, text);
      const ranges = await client.request<FoldingRange[]>('textDocument/foldingRange', { textDocument: { uri } });
      const folded = ranges.map(({ startLine, kind }) => [text.split('\n')[startLine]?.slice(0, 12), kind]);
      assert.deepEqual(folded, [
        ['# HOW THE IM', undefined],
        ['# CLINICAL C', undefined],
        ['# IMR ISSUES', undefined],
        ['## Physical ', undefined],
        ['Decision rat', undefined],
        ['<!-- A note', 'comment'],
      ]);
    });
  });
}
