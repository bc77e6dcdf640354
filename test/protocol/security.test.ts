import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic } from 'vscode-languageserver/node';
import { environmentWith, mark } from '../support/faults';
import { type ClientSetup, manyCapabilities, TestClient } from './support/client';
import { undecided } from './support/letters';
import { letter, placesIn, requests, settings, uri } from './support/requests';
import { hosts, startServer } from './support/server';

/** The letter of every feature, with the mark wherever a writer writes. */
const marked = letter
  .replace('The wörker', `The wörker ${mark}`)
  .replace('Señora', `Señora ${mark}`)
  .replace('Family Practice', `Family Practice, ${mark}`)
  .replace('Physical therapy 😀', `Physical therapy ${mark} 😀`)
  .replace('CM16-0000042', `CM16-0000042 ${mark}`)
  .replace('MTUS Neck', `${mark} 2004; MTUS Neck`);

describe('what a letter says', function () {
  this.timeout(60_000);
  let client: TestClient;
  afterEach(() => client.stop());

  /** Asks all that an editor asks. Resolves to the answers, or the messages of errors. */
  async function askAll(): Promise<{ answers: string; errors: string }> {
    await client.connection.sendNotification('$/setTrace', { value: 'verbose' });
    await client.open(uri, marked);
    const answers: unknown[] = [await client.pull(uri).catch(String)];
    const errors: string[] = [];
    const ask = async <R>(method: string, params: unknown): Promise<R> => client.request<R>(method, params);
    const textDocument = { uri };
    for (const { method, params, followUp } of requests) {
      const words = JSON.parse(
        JSON.stringify(params(placesIn(client))).replaceAll(JSON.stringify(letter), JSON.stringify(marked)),
      );
      try {
        const answer = await ask<never>(method, words);
        answers.push(answer, await followUp?.(answer, ask));
      } catch (error) {
        errors.push(String(error));
      }
    }
    await client
      .request('textDocument/hover', { textDocument, position: mark })
      .catch(error => errors.push(String(error)));
    await client.typeBehind(uri, 'Señora', ` ${mark}`);
    await client.save(uri);
    answers.push(await client.pull(uri).catch(String));
    await client.request('workspace/executeCommand', { command: mark, arguments: [marked] }).catch(() => {});
    return { answers: JSON.stringify(answers), errors: errors.join('\n') };
  }

  /** All that a client would log. */
  function listen(): string[] {
    const said: string[] = [];
    for (const method of ['$/logTrace', 'telemetry/event', 'window/logMessage', 'window/showMessage']) {
      client.connection.onNotification(method, (params: unknown) => {
        said.push(JSON.stringify(params));
      });
    }
    return said;
  }

  for (const host of hosts) {
    it(`stands in no log, telemetry or address of a file, traced in full (${host})`, async () => {
      const setup: ClientSetup = { settings, introduction: { trace: 'verbose' }, files: new Map() };
      client = await TestClient.start(host, setup);
      const said = listen();
      const { answers, errors } = await askAll();
      assert.ok(answers.includes(mark), 'the letter was read');
      assert.equal(errors, '');
      assert.doesNotMatch([...said, client.server.errors()].join('\n'), new RegExp(mark));
      const addresses = answers.match(/"(?:uri|target|targetUri|href)":"[^"]*"/g) ?? [];
      assert.ok(addresses.length > 0);
      assert.deepEqual(
        addresses.filter(each => decodeURIComponent(each).includes(mark)),
        [],
      );
    });
  }

  it('stands in no log and no error where something fails that quotes it', async () => {
    client = await TestClient.start('node', { settings, server: { env: environmentWith('failing expressions') } });
    const said = listen();
    const { errors } = await askAll();
    assert.match(said.join('\n'), / failed: Error/, 'something failed');
    assert.doesNotMatch([...said, errors, client.server.errors()].join('\n'), new RegExp(mark));
  });
});

describe('an error that ends the server', function () {
  this.timeout(30_000);

  for (const how of ['thrown', 'rejected'] as const) {
    it(`is reported without its words (${how})`, async () => {
      const server = startServer('node', { env: environmentWith(how) });
      assert.equal(await server.ended, 1);
      assert.match(server.errors(), /^Error\n\s+at /);
      assert.doesNotMatch(server.errors(), new RegExp(mark));
    });
  }
});

describe('a hostile workspace', function () {
  this.timeout(30_000);
  const catalogue = JSON.stringify({ version: 1, id: 'house', title: 'House', guidelines: [] });
  let folder: string;
  let client: TestClient;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'letters-')));
  });
  afterEach(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  /** The problems of the configuration file of a letter in `workspace`, where these files stand in the folder around it. */
  async function problemsOf(files: Record<string, string>, link: () => void = () => {}): Promise<string[]> {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    link();
    const root = pathToFileURL(join(folder, 'workspace')).href;
    client = await TestClient.start('node', { folders: [root] });
    await client.open(`${root}/a.letter`, undecided);
    await client.rules(`${root}/a.letter`);
    const found = client.publications(`${root}/letters.config.json`).at(-1)?.diagnostics ?? [];
    return found.map(({ message }: Diagnostic) => String(message));
  }

  it('reads no file outside by a path, whatever it looks like', async () => {
    const paths = [
      '../secret.json',
      '..\\secret.json',
      'x/../../secret.json',
      './/..//secret.json',
      join(folder, 'secret.json'),
      pathToFileURL(join(folder, 'secret.json')).href,
      '\\\\host\\share\\secret.json',
      '//host/share/secret.json',
      '..%2fsecret.json',
      '%2e%2e/secret.json',
      'a\u0000.json',
      '\ud800.json',
      '~/secret.json',
      '$HOME/secret.json',
    ];
    const messages = await problemsOf({
      'secret.json': '{"secret":1}',
      'workspace/letters.config.json': JSON.stringify({ catalogues: paths }),
    });
    assert.equal(messages.length, paths.length, messages.join('\n'));
    for (const message of messages) assert.match(message, /does not lead to a file|There is no file/);
  });

  for (const kind of ['catalogues', 'vocabularies', 'profiles', 'profile', 'names'] as const) {
    it(`reads no file outside by a link (${kind})`, async function () {
      if (process.platform === 'win32') this.skip();
      const named = kind === 'profile' || kind === 'names' ? 'link.json' : ['link.json'];
      const messages = await problemsOf(
        { 'secret.json': '{"secret":1}', 'workspace/letters.config.json': JSON.stringify({ [kind]: named }) },
        () => symlinkSync(join('..', 'secret.json'), join(folder, 'workspace', 'link.json')),
      );
      assert.equal(messages.length, 1, messages.join('\n'));
      assert.match(messages[0] ?? '', /There is no file "link.json"/);
    });
  }

  it('reads no configuration outside by a link, and none through a folder that is one', async function () {
    if (process.platform === 'win32') this.skip();
    const messages = await problemsOf(
      {
        'secret/secret.json': '{"secret":1}',
        'workspace/a.letter': '',
        'workspace/letters.config.json': '{"catalogues":["inner/secret.json"]}',
      },
      () => symlinkSync(join('..', 'secret'), join(folder, 'workspace', 'inner')),
    );
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /There is no file "inner\/secret.json"/);
    await client.stop();
    rmSync(join(folder, 'workspace', 'letters.config.json'));
    const linked = await problemsOf({ 'secret.json': '{"secret":1}' }, () =>
      symlinkSync(join('..', 'secret.json'), join(folder, 'workspace', 'letters.config.json')),
    );
    assert.deepEqual(linked, []);
  });

  it('follows links that stay within it', async function () {
    if (process.platform === 'win32') this.skip();
    const messages = await problemsOf(
      { 'workspace/real.json': catalogue, 'workspace/letters.config.json': '{"catalogues":["link.json"]}' },
      () => symlinkSync('real.json', join(folder, 'workspace', 'link.json')),
    );
    assert.deepEqual(messages, []);
  });

  it('does not keep the server waiting with what is no file, or is larger than anything of ours', async function () {
    if (process.platform === 'win32') this.skip();
    const messages = await problemsOf(
      { 'workspace/letters.config.json': '{"catalogues":["pipe.json","huge.json"]}' },
      () => {
        assert.equal(spawnSync('mkfifo', [join(folder, 'workspace', 'pipe.json')]).status, 0);
        writeFileSync(join(folder, 'workspace', 'huge.json'), Buffer.alloc(41_000_000, ' '));
      },
    );
    assert.equal(messages.length, 2, messages.join('\n'));
    for (const message of messages) assert.match(message, /There is no file/);
  });

  for (const host of hosts) {
    it(`is named to a client that reads the files, so that it can see to links (${host})`, async () => {
      const root = 'vscode-vfs://github/team';
      const files = new Map([
        [`${root}/letters.config.json`, '{"catalogues":["a.json"]}'],
        [`${root}/a.json`, catalogue],
      ]);
      client = await TestClient.start(host, {
        folders: [root],
        files,
        settings: { user: { catalogues: ['/home/me/mine.json'] }, workspace: {} },
        initializationOptions: { layersSettings: true },
        capabilities: manyCapabilities,
      });
      const asked = new Map<string, unknown>();
      client.connection.onRequest('determinationLetters/readFile', (params: { uri: string; within?: unknown }) => {
        asked.set(params.uri, params.within);
        return { text: files.get(params.uri) ?? null };
      });
      await client.open(`${root}/x/a.letter`, undecided);
      await client.rules(`${root}/x/a.letter`);
      assert.deepEqual(asked.get(`${root}/x/letters.config.json`), [`${root}/x`, root]);
      assert.deepEqual(asked.get(`${root}/letters.config.json`), [root, root]);
      assert.deepEqual(asked.get(`${root}/a.json`), [root, root]);
      assert.ok(asked.has('file:///home/me/mine.json'));
      assert.equal(asked.get('file:///home/me/mine.json'), undefined, 'the user names whatever file');
    });
  }

  it('changes no object of the server by names of its prototype, wherever they are written', async () => {
    const hostile = (rest: object = {}) =>
      JSON.parse(
        `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},${JSON.stringify(rest).slice(1, -1) || '"x":1'}}`,
      );
    const root = pathToFileURL(folder).href;
    const names = ['letters.config.json', 'c.json', 'p.json', 'v.json', 'n.json'];
    const config = { catalogues: ['c.json'], profiles: ['p.json'], vocabularies: ['v.json'], names: 'n.json' };
    for (const name of names) writeFileSync(join(folder, name), JSON.stringify(hostile()));
    writeFileSync(join(folder, 'letters.config.json'), JSON.stringify(config));
    client = await TestClient.start('node', {
      folders: [root],
      server: { env: environmentWith('tells pollution') },
      initializationOptions: hostile({ determinationLetters: hostile({ rules: hostile() }) }),
      settings: hostile({ rules: hostile(), ruleOptions: hostile(), paste: hostile() }),
    });
    await client.open(`${root}/a.letter`, undecided);
    assert.deepEqual(await client.rules(`${root}/a.letter`), ['missing-decision']);
    await client.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: hostile({ determinationLetters: hostile() }),
    });
    writeFileSync(join(folder, 'letters.config.json'), JSON.stringify(hostile(config)));
    await client.save(`${root}/a.letter`);
    for (const { method } of requests)
      await client.request(method, hostile({ uri, textDocument: hostile() })).catch(() => {});
    assert.deepEqual(await client.rules(`${root}/a.letter`), ['missing-decision']);
    await client.request('shutdown', undefined);
    await client.connection.sendNotification('exit');
    await client.server.ended;
    assert.equal(client.server.errors(), 'clean');
  });

  it('brings the server down by no depth of its files or settings', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    writeFileSync(join(folder, 'letters.config.json'), `{"catalogues":${deep}}`);
    const root = pathToFileURL(folder).href;
    client = await TestClient.start('node', { folders: [root] });
    await client.open(`${root}/a.letter`, undecided);
    assert.deepEqual(await client.rules(`${root}/a.letter`), ['missing-decision']);
    const [problem] = await client.publishedFor(`${root}/letters.config.json`, ({ length }) => length > 0);
    assert.match(String(problem?.message), /nested too deeply/);
  });
});
