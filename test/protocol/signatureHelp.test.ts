import assert from 'node:assert/strict';
import { CancellationTokenSource, type SignatureHelp } from 'vscode-languageserver/node';
import { manyCapabilities, TestClient } from './support/client';
import { goodLetter } from './support/letters';
import { anyHost } from './support/server';

const uri = 'untitled:letter';
const label = 'guideline year, Section(s): section';
const capabilities = {
  ...manyCapabilities,
  textDocument: {
    ...manyCapabilities.textDocument,
    signatureHelp: { signatureInformation: { parameterInformation: { labelOffsetSupport: true } } },
  },
};

for (const host of anyHost) {
  describe(`signature help (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    const behind = (words: string) => ({ textDocument: { uri }, position: client.positionBehind(uri, words) });
    const ask = (words: string) => client.request<SignatureHelp | null>('textDocument/signatureHelp', behind(words));

    it('follows what is typed', async () => {
      client = await TestClient.start(host, { capabilities });
      await client.open(uri, goodLetter);
      const guideline = 'MAXIMUS guideline: Decision based on MTUS Neck and Upper Back Complaints 2004';
      const before = await ask(guideline);
      assert.equal(before?.signatures[before.activeSignature ?? 0]?.label, label);
      assert.equal(before?.activeParameter, 1);
      await client.typeBehind(uri, guideline, ',');
      const help = await ask(`${guideline},`);
      assert.equal(help?.activeParameter, 2);
      const places = help?.signatures[0]?.parameters?.map(part => part.label) ?? [];
      assert.deepEqual(
        places.map(place => label.slice(...(place as [number, number]))),
        ['guideline', 'year', 'Section(s):', 'section'],
      );
    });

    it('is asked for behind spaces, commas and colons', async () => {
      client = await TestClient.start(host);
      const { signatureHelpProvider } = client.initialized.capabilities;
      assert.deepEqual(signatureHelpProvider?.triggerCharacters, [' ', ',', ':']);
    });

    it('gives the parts by their words to clients that count no places', async () => {
      client = await TestClient.start(host, { capabilities: {} });
      await client.open(uri, goodLetter);
      const help = await ask('MAXIMUS guideline: Decision based on MTUS Neck');
      assert.deepEqual(
        help?.signatures[0]?.parameters?.map(part => part.label),
        ['guideline', 'year', 'Section(s):', 'section'],
      );
    });

    it('is none elsewhere', async () => {
      client = await TestClient.start(host, { capabilities });
      await client.open(uri, goodLetter);
      assert.equal(await ask('Priority: Standard'), null);
    });

    it('is right after a request that was cancelled', async () => {
      client = await TestClient.start(host, { capabilities });
      await client.open(uri, goodLetter);
      const words = 'MAXIMUS guideline: Decision based on MTUS Neck';
      const source = new CancellationTokenSource();
      const cancelled = client.connection.sendRequest('textDocument/signatureHelp', behind(words), source.token);
      source.cancel();
      // Cancelled or answered: either is allowed.
      await cancelled.catch(() => {});
      assert.equal((await ask(words))?.activeParameter, 0);
    });
  });
}
