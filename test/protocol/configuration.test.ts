import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ClientSetup, manyCapabilities, TestClient } from './support/client';
import { goodLetter, undecided } from './support/letters';
import { type Host, hosts } from './support/server';

const folder = 'vscode-vfs://github/team/letters';
const other = 'vscode-vfs://github/team/others';
const letter = `${folder}/2016/one.letter`;
const configFile = `${folder}/letters.config.json`;
const decisionOff = JSON.stringify({ rules: { 'missing-decision': 'off' } });
const changed = (uri: string) => ({ changes: [{ uri, type: 2 }] });

for (const host of hosts) {
  describe(`configuration (${host})`, function () {
    this.timeout(30_000);
    let client: TestClient;
    afterEach(() => client.stop());

    /** A client with files in two folders. */
    async function start(files: Record<string, string>, setup: Partial<ClientSetup> = {}, where: Host = host) {
      client = await TestClient.start(where, {
        folders: [folder, other],
        files: new Map(Object.entries(files)),
        ...setup,
      });
      return client.setup.files as Map<string, string>;
    }

    it('comes from the nearest file, up to the workspace folder', async () => {
      const files = await start({
        'vscode-vfs://github/team/letters.config.json': decisionOff,
        [`${folder}/2016/letters.config.json`]: '{}',
        [`${other}/letters.config.json`]: decisionOff,
      });
      await client.open(letter, undecided);
      assert.deepEqual(await client.rules(letter), ['missing-decision'], 'the nearest file says nothing');
      files.delete(`${folder}/2016/letters.config.json`);
      await client.connection.sendNotification(
        'workspace/didChangeWatchedFiles',
        changed(`${folder}/2016/letters.config.json`),
      );
      assert.deepEqual(await client.rules(letter), ['missing-decision'], 'above the folder nothing is read');
      const second = `${other}/two.letter`;
      await client.open(second, undecided);
      assert.deepEqual(await client.rules(second), [], 'each folder has its own');
    });

    it('changes without a restart when the file does', async () => {
      const files = await start({});
      await client.open(letter, undecided);
      assert.deepEqual(await client.rules(letter), ['missing-decision']);
      files.set(configFile, decisionOff);
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', changed(configFile));
      await client.rulesBecome(letter, rules => rules.length === 0);
      files.set(configFile, JSON.stringify({ rules: { 'missing-decision': 'hint' } }));
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', changed(configFile));
      await client.rulesBecome(letter, rules => rules.length === 1);
      const report = await client.pull(letter);
      assert.equal(report.kind === 'full' && report.items[0]?.severity, 4);
    });

    it('changes without a restart when settings do', async () => {
      await start({}, { settings: { rules: { 'missing-decision': 'off' } } });
      await client.open(letter, undecided);
      assert.deepEqual(await client.rules(letter), []);
      (client.setup as { settings?: unknown }).settings = null;
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
      await client.rulesBecome(letter, rules => rules.length === 1);
    });

    it('ranks user settings below the file, workspace settings above it', async () => {
      const layered = { initializationOptions: { layersSettings: true, readsFiles: true } };
      const rule = (severity: string) => ({ rules: { 'missing-decision': severity } });
      const files = { [configFile]: JSON.stringify(rule('warning')) };
      const severity = async () => {
        const report = await client.pull(letter);
        return report.kind === 'full' && report.items[0]?.severity;
      };
      await start(files, { ...layered, settings: { user: rule('hint') } });
      await client.open(letter, undecided);
      assert.equal(await severity(), 2);
      await client.stop();
      await start(files, { ...layered, settings: { user: rule('hint'), workspace: rule('information') } });
      await client.open(letter, undecided);
      assert.equal(await severity(), 3);
    });

    it('takes settings that are pushed by clients that cannot be asked', async () => {
      const { configuration: _, ...workspace } = manyCapabilities.workspace ?? {};
      await start({}, { capabilities: { ...manyCapabilities, workspace } });
      await client.open(letter, undecided);
      assert.deepEqual(await client.rules(letter), ['missing-decision']);
      const settings = { determinationLetters: { rules: { 'missing-decision': 'off' } } };
      await client.connection.sendNotification('workspace/didChangeConfiguration', { settings });
      await client.rulesBecome(letter, rules => rules.length === 0);
    });

    it('counts for letters that are no file yet', async () => {
      await start({ [configFile]: decisionOff });
      await client.open('untitled:Untitled-1', undecided);
      assert.deepEqual(await client.rules('untitled:Untitled-1'), []);
    });

    it('is not needed: without a folder a letter is checked by default', async () => {
      await start({}, { folders: [] });
      await client.open('untitled:Untitled-1', undecided);
      assert.deepEqual(await client.rules('untitled:Untitled-1'), ['missing-decision']);
      await client.open(letter, undecided);
      assert.deepEqual(await client.rules(letter), ['missing-decision']);
    });

    it('follows folders that come and go', async () => {
      await start({ [configFile]: decisionOff }, { folders: [other] });
      await client.open(letter, undecided);
      assert.deepEqual(await client.rules(letter), ['missing-decision'], 'above the letter nothing is looked for');
      const change = (added: string[], removed: string[]) =>
        client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
          event: { added: added.map(uri => ({ uri, name: '' })), removed: removed.map(uri => ({ uri, name: '' })) },
        });
      await change([folder], [other]);
      await client.rulesBecome(letter, rules => rules.length === 0);
      await change([], [folder]);
      await client.rulesBecome(letter, rules => rules.length === 1);
    });

    it('brings profiles and catalogues of the workspace', async () => {
      const catalogue = {
        version: 1,
        id: 'house',
        title: 'House catalogue',
        guidelines: [
          {
            id: 'house-knee',
            family: 'house',
            title: 'House Knee Rules',
            year: 2016,
            status: 'standing',
            reference: 'none',
            certainty: 'high',
            citedAs: [{ title: 'House Knee Rules', year: 2016, style: 'section' }],
          },
        ],
      };
      await start({
        [configFile]: JSON.stringify({
          profile: 'house-program',
          profiles: ['profiles/house.json'],
          catalogues: ['./catalogues/house.json'],
        }),
        [`${folder}/profiles/house.json`]: JSON.stringify({
          extends: 'ca-imr',
          id: 'house-program',
          header: { caseNumber: 'HS-####' },
        }),
        [`${folder}/catalogues/house.json`]: JSON.stringify(catalogue),
      });
      const text = goodLetter
        .replace('CM16-0000042', 'HS-0042')
        .replaceAll('Neck and Upper Back Complaints 2004, Section(s): Physical Methods', 'House Knee Rules 2016');
      await client.open(letter, text);
      assert.deepEqual(
        (await client.rules(letter)).filter(rule => rule === 'header-field' || rule === 'unknown-guideline'),
        [],
      );
      const position = client.rangeOf(letter, 'House Knee').start;
      const hover = await client.request<{ contents: { value: string } }>('textDocument/hover', {
        textDocument: { uri: letter },
        position,
      });
      assert.match(hover.contents.value, /catalogues\/house\.json/);
      await client.until(() => client.registrations.length >= 3);
      const watched = JSON.stringify(client.registrations);
      assert.ok(watched.includes('house.json'), 'files of any name are watched');
    });

    it('brings words of the workspace, and tells what is wrong with them in their file', async () => {
      const file = `${folder}/words.letters-vocabulary.json`;
      const abbreviation = { short: 'ZQX', expansions: ['zone quick exercise'] };
      const files = await start({
        [configFile]: JSON.stringify({ vocabularies: ['words.letters-vocabulary.json'] }),
        [file]: JSON.stringify({ version: 1, abbreviations: [abbreviation] }),
      });
      await client.open(letter, goodLetter.replace('Decision rationale:', 'Decision rationale: A ZQX was tried.'));
      await client.rulesBecome(letter, rules => rules.includes('medical-abbreviation'));
      files.set(file, JSON.stringify({ version: 1, abbreviations: [{ ...abbreviation, short: '?' }] }));
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', changed(file));
      await client.rulesBecome(letter, rules => !rules.includes('medical-abbreviation'));
      const [problem] = await client.publishedFor(file, diagnostics => diagnostics.length > 0);
      assert.match(String(problem?.message), /^abbreviations\[0\]\.short: /);
    });

    it('says what identifies a person: a policy and a list of names, which count without a restart', async () => {
      const file = `${folder}/case.letters-names.json`;
      const config = { names: 'case.letters-names.json' };
      const files = await start({ [configFile]: JSON.stringify(config), [file]: '{"workers":["Wilhelmina Quist"]}' });
      await client.open(
        letter,
        goodLetter.replace('Decision rationale:', 'Decision rationale: Wilhelmina Quist came.'),
      );
      await client.rulesBecome(letter, rules => rules.includes('personal-identifier'));
      files.set(file, '{"workers":["Richard Roe"]}');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', changed(file));
      await client.rulesBecome(letter, rules => !rules.includes('personal-identifier'));
      files.set(configFile, JSON.stringify({ ...config, policy: 'safe-harbor' }));
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', changed(configFile));
      await client.rulesBecome(letter, rules => rules.includes('personal-identifier'));
    });

    it('that is broken is told in its file, and the rest counts', async () => {
      const files = await start({
        [configFile]: JSON.stringify({
          rules: { 'missing-decision': 'off', 'missing-credentials': 'loud', 'no-such-rule': 'off' },
          catalogues: ['missing.json', '../../elsewhere.json', 'broken.json'],
          profile: 'unknown-program',
        }),
        [`${folder}/broken.json`]: '{ "version": 1, ',
      });
      await client.open(letter, undecided);
      assert.deepEqual(await client.rules(letter), [], 'what is right counts');
      const problems = await client.publishedFor(configFile, diagnostics => diagnostics.length > 0);
      assert.deepEqual(problems.map(({ message }) => String(message).split(':')[0]).sort(), [
        'catalogues[0]',
        'catalogues[1]',
        'profile',
        'rules.missing-credentials',
        'rules.no-such-rule',
      ]);
      assert.ok(problems.every(({ source }) => source === 'letter'));
      const unknown = problems.find(({ message }) => String(message).startsWith('rules.no-such-rule'));
      const text = files.get(configFile) ?? '';
      assert.equal(text.slice(unknown?.range.start.character, unknown?.range.end.character), '"no-such-rule"');
      assert.equal((await client.publishedFor(`${folder}/broken.json`, () => true)).length, 1);

      files.set(configFile, '{}');
      await client.connection.sendNotification('workspace/didChangeWatchedFiles', changed(configFile));
      await client.publishedFor(configFile, diagnostics => diagnostics.length === 0);
      await client.publishedFor(`${folder}/broken.json`, diagnostics => diagnostics.length === 0);
    });

    it('in settings that are broken is told to the log, once', async () => {
      const settings = { rules: { 'missing-decision': 'off', 'missing-items': 7 } };
      await start({}, { settings });
      await client.open(letter, undecided);
      await client.open(`${folder}/two.letter`, undecided);
      assert.deepEqual(await client.rules(letter), []);
      await client.rules(`${folder}/two.letter`);
      const told = client.log.filter(line => line.startsWith('determinationLetters.rules.missing-items:'));
      assert.equal(told.length, 1, client.log.join('\n'));
    });
  });
}

describe('configuration read from the disk', function () {
  this.timeout(30_000);

  it('is read by the server itself where the client reads nothing', async () => {
    const root = mkdtempSync(join(tmpdir(), 'letters '));
    const client = await TestClient.start('node', { folders: [pathToFileURL(root).href] });
    try {
      mkdirSync(join(root, 'ä b'));
      writeFileSync(join(root, 'letters.config.json'), decisionOff);
      const uri = pathToFileURL(join(root, 'ä b', 'c#1.letter')).href;
      await client.open(uri, undecided);
      assert.deepEqual(await client.rules(uri), []);
    } finally {
      await client.stop();
      rmSync(root, { recursive: true });
    }
  });
});
