import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import type {
  CatalogueResult,
  CitationResult,
  NewLetterFormResult,
  ReadinessResult,
} from '../../server/src/lsp/viewMessages';
import { TestClient } from './support/client';
import { goodLetter, undecided } from './support/letters';
import { anyHost } from './support/server';

const uri = 'untitled:letter';
const today = '2016-11-01';
const loud = { quietTyping: { pause: 0 } };

for (const host of anyHost) {
  describe(`views (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());
    const start = async (settings: object = loud) => {
      // A client that can do nothing but tell its settings may ask for them as well.
      client = await TestClient.start(host, { settings, capabilities: { workspace: { configuration: true } } });
    };
    const noFailure = () =>
      assert.deepEqual(
        client.log.filter(line => line.includes('failed')),
        [],
      );
    const readiness = () => client.request<ReadinessResult | null>('determinationLetters/readiness', { uri, today });

    describe('readiness', () => {
      it('says what the letter lacks as it is edited, and where', async () => {
        await start();
        await client.open(uri, undecided);
        const open = await readiness();
        assert.deepEqual(open?.items, { complete: 0, total: 1 });
        assert.deepEqual(open?.lacks, [
          { kind: 'decision', name: '', range: client.rangeOf(uri, 'Physical therapy for the neck, 6 visits') },
        ]);
        assert.equal(open?.problems.error, 1);
        assert.equal(open?.profile.id, 'ca-imr');
        await client.typeBehind(uri, 'neck, 6 visits', ': Upheld');
        const done = await readiness();
        assert.deepEqual(done?.items, { complete: 1, total: 1 });
        assert.deepEqual(done?.lacks, []);
        assert.equal(done?.parts.at(-1)?.children[0]?.decision, 'Upheld');
      });

      it('is null for a letter that is not open, and for what makes no sense', async () => {
        await start();
        assert.equal(await readiness(), null);
        await client.open(uri, goodLetter);
        for (const params of [null, {}, { uri }, { uri, today: 'soon' }, { uri: 1, today }, [uri]]) {
          assert.equal(await client.request('determinationLetters/readiness', params), null, JSON.stringify(params));
        }
        assert.notEqual(await readiness(), null);
        noFailure();
      });

      it('counts the days to the deadline', async () => {
        await start({ ...loud, profile: 'federal-external-review' });
        await client.open(uri, 'Date Request Received: 10/11/2016\nType of Review: Standard\n');
        const { deadline } = (await readiness()) ?? {};
        assert.equal(deadline?.decided, null);
        assert.equal(deadline?.from, 'Date Request Received');
        assert.deepEqual(deadline?.range, client.rangeOf(uri, 'Date Request Received: 10/11/2016'));
      });

      it('is right when the request before was cancelled', async () => {
        await start();
        await client.open(uri, undecided);
        const source = new CancellationTokenSource();
        const method = 'determinationLetters/readiness';
        const cancelled = client.connection.sendRequest(method, { uri, today }, source.token).catch(() => null);
        source.cancel();
        await cancelled;
        await client.typeBehind(uri, 'neck, 6 visits', ': Upheld');
        assert.deepEqual((await readiness())?.lacks, []);
      });
    });

    describe('the catalogue', () => {
      const entries = (params: object) =>
        client.request<CatalogueResult>('determinationLetters/catalogue', { uri, ...params });
      const cite = (params: object) =>
        client.request<CitationResult | null>('determinationLetters/citation', { uri, ...params });

      it('is there without a letter, down to the sections', async () => {
        await start();
        const all = await entries({});
        assert.ok(all.length > 50);
        const one = all.find(({ hasChildren }) => hasChildren);
        const sections = await entries({ of: one?.citation });
        assert.ok(
          sections.length > 0 && sections.every(({ kind, certainty }) => kind === 'section' && certainty !== null),
        );
        assert.equal((await entries({ query: 'chapter 12' }))[0]?.chapter, 12);
        assert.deepEqual(await entries({ query: '' }), []);
      });

      it('knows what was in force on the day that counts for the letter', async () => {
        await start();
        assert.ok((await entries({})).every(({ inForce }) => inForce === null));
        await client.open(uri, goodLetter);
        assert.ok((await entries({})).some(({ inForce }) => inForce === true));
      });

      it('is cited in the style of the letter, at a place of it', async () => {
        await start();
        const citation = { guideline: 'acoem2-ch12', section: 'Physical Methods' };
        assert.equal((await cite({ citation }))?.edit, null, 'there is no place without a letter');
        await client.open(uri, goodLetter.replace(/MAXIMUS guideline: .*/, 'MAXIMUS guideline:'));
        const position = client.positionBehind(uri, 'MAXIMUS guideline:');
        const cited = await cite({ citation, position });
        assert.equal(cited?.text, 'Low Back Complaints 2004, Section(s): Physical Methods');
        assert.ok(cited?.edit);
        const text = client.edited(uri, { changes: { [uri]: [cited.edit] } });
        assert.match(
          text,
          /\nMAXIMUS guideline: Decision based on MTUS Low Back Complaints 2004, Section\(s\): Physical Methods\.\n/,
        );
      });

      it('does not fall over what makes no sense', async () => {
        await start();
        for (const params of [
          null,
          {},
          { uri: 1 },
          { uri, of: 3 },
          { uri, query: {} },
          { uri, of: { guideline: {} } },
        ]) {
          assert.ok(
            Array.isArray(await client.request('determinationLetters/catalogue', params)),
            JSON.stringify(params),
          );
          assert.equal(await client.request('determinationLetters/citation', params), null, JSON.stringify(params));
        }
        const citation = { guideline: 'acoem2-ch12' };
        for (const position of [{ line: -1, character: 0 }, { line: 'x' }, null]) {
          assert.equal((await cite({ citation, position }))?.edit, null);
        }
        noFailure();
      });
    });

    describe('a new letter', () => {
      it('is asked for, checked and made', async () => {
        await start();
        const form = await client.request<NewLetterFormResult>('determinationLetters/newLetterForm', { uri });
        assert.equal(form.fields[0]?.kind, 'caseNumber');
        const values = { 'Date of Injury': 'March 14, 2016' };
        const check = (label: string) => client.request('determinationLetters/headerValue', { uri, values, label });
        assert.deepEqual(await check('Date of Injury'), { value: '03/14/2016', problem: null });
        assert.deepEqual(await check('Case Number'), { value: '', problem: null });
        const services = ['Knee brace', ' ', 7];
        const { text } = await client.request<{ text: string }>('determinationLetters/newLetter', {
          uri,
          values,
          services,
        });
        assert.match(text, /^Case Number: \[\[/);
        assert.match(text, /\n## Knee brace: \[\[/);
      });

      it('follows the program that is set', async () => {
        await start({ profile: 'federal-external-review' });
        const form = await client.request<NewLetterFormResult>('determinationLetters/newLetterForm', { uri });
        assert.equal(form.profile.id, 'federal-external-review');
      });

      it('does not fall over what makes no sense', async () => {
        await start();
        for (const params of [null, {}, { uri: 1 }, []]) {
          for (const name of ['newLetterForm', 'headerValue', 'newLetter']) {
            assert.equal(await client.request(`determinationLetters/${name}`, params), null);
          }
        }
        const odd = { uri, values: { 'Case Number': 'A\nB', __proto__: 'x', other: {} }, services: 'none' };
        const { text } = await client.request<{ text: string }>('determinationLetters/newLetter', odd);
        assert.match(text, /^Case Number: A B\n/);
        noFailure();
      });
    });
  });
}
