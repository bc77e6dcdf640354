import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { CodeAction, CodeLens, Diagnostic, Hover } from 'vscode-languageserver/node';
import { manyCapabilities, TestClient } from './support/client';
import { goodLetter, stray, undecided } from './support/letters';
import { anyHost } from './support/server';

const uri = 'untitled:letter';
const textDocument = { uri };
const capabilities = {
  ...manyCapabilities,
  textDocument: { ...manyCapabilities.textDocument, rename: { prepareSupport: true } },
};
const spanish = JSON.parse(readFileSync('l10n/bundle.l10n.es.json', 'utf8')) as Record<string, string>;

for (const host of anyHost) {
  describe(`the language of the server (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    async function start(translations: unknown, text: string): Promise<void> {
      client = await TestClient.start(host, { capabilities, initializationOptions: { translations } });
      await client.open(uri, text);
    }

    async function diagnostics(): Promise<readonly Diagnostic[]> {
      const report = await client.pull(uri);
      return report.kind === 'full' ? report.items : assert.fail();
    }

    async function messages(): Promise<string[]> {
      return (await diagnostics()).map(({ message }) => String(message));
    }

    async function actionTitles(): Promise<string[]> {
      const [first] = await diagnostics();
      const context = { diagnostics: [], triggerKind: 1 };
      const params = { textDocument, range: first?.range, context };
      return (await client.request<CodeAction[]>('textDocument/codeAction', params)).map(({ title }) => title);
    }

    it('is that of the client, the words of the program left as they are', async () => {
      await start(spanish, undecided);
      assert.deepEqual(await messages(), [
        'Este punto no tiene decisión. Una carta debe decidir cada punto en disputa. Termine el título con «: Upheld» o «: Overturned».',
      ]);
      const titles = await actionTitles();
      assert.deepEqual(titles.slice(0, 2), ['Decidir «Upheld»', 'Decidir «Overturned»']);
      assert.ok(titles.includes('Suprimir missing-decision aquí'), titles.join('\n'));
      const lenses = await client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
      assert.deepEqual(
        lenses.flatMap(({ command }) => command?.title ?? []),
        ['Decididos y completos: 0 de 1 punto', 'Falta una decisión'],
      );
    });

    it('is that of hovers, of related places and of what cannot be done', async () => {
      await start(spanish, `${goodLetter}\n${goodLetter.slice(goodLetter.indexOf('## '))}`);
      const hover = await client.request<Hover>('textDocument/hover', {
        textDocument,
        position: client.positionBehind(uri, '6 visits: Uph'),
      });
      assert.match(JSON.stringify(hover.contents), /La decisión revisada se mantiene: el punto no se concede\./);
      assert.match(JSON.stringify(hover.contents), /\*\*Decisiones:\*\* Upheld, Overturned/);
      const twice = (await diagnostics()).find(({ code }) => code === 'duplicate-item');
      assert.deepEqual(
        twice?.relatedInformation?.map(({ message }) => message),
        ['El primero está aquí.'],
      );
      await assert.rejects(
        client.request('textDocument/prepareRename', {
          textDocument,
          position: client.positionBehind(uri, 'Decision ration'),
        }),
        /Una etiqueta es la misma en todas las cartas: no se le puede cambiar el nombre\./,
      );
    });

    it('leaves what it writes into letters in English', async () => {
      await start(spanish, goodLetter.replace(/Decision rationale:[\s\S]*$/, ''));
      const [first] = await diagnostics();
      const params = { textDocument, range: first?.range, context: { diagnostics: [], triggerKind: 1 } };
      const actions = await client.request<CodeAction[]>('textDocument/codeAction', params);
      const adds = actions.find(({ title }) => title.startsWith('Añadir')) ?? assert.fail();
      const { edit } = await client.request<CodeAction>('codeAction/resolve', adds);
      assert.match(
        client.edited(uri, edit ?? assert.fail()),
        /\[\[reasons, with the findings of this case\]\] Therefore, the request for/,
      );
    });

    it('is English where no translations are given, or what is given are none', async () => {
      const many = Object.fromEntries(Array.from({ length: 1100 }, (_, k) => [`${k}`, 'x'.repeat(1000)]));
      const nonsense = [
        undefined,
        null,
        5,
        'es',
        ['Take it out'],
        { 'Take it out': 5 },
        { '': 'x' },
        { ...spanish, ...many },
      ];
      for (const translations of nonsense) {
        await client?.stop();
        await start(translations, stray);
        assert.deepEqual(await messages(), [
          'A stray "," stands before the colon of the decision. The title is printed as it stands. Write the service, a colon, a space and the decision.',
        ]);
        assert.ok((await actionTitles()).includes('Write ": Upheld"'));
      }
    });

    it('is English for what has no translation', async () => {
      await start({ 'Write ": {0}"': 'Escribir «: {0}»', 'Take it out': '' }, stray);
      assert.match((await messages())[0] ?? '', /^A stray "," stands before the colon/);
      assert.ok((await actionTitles()).includes('Escribir «: Upheld»'));
    });
  });
}
