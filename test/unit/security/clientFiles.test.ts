import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { clientModule } from '../../support/clientModule';

/* The client's reading of files, with an editor of a few lines in the place of VS Code. */

const fileTypes = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };

interface StubFile {
  readonly type: number;
  readonly size: number;
}

interface StubUri {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
}

function uriOf(text: string): StubUri & { with(change: { path: string }): StubUri } {
  const [, scheme = '', authority = '', path = ''] = /^([\w-]+):\/\/([^/]*)(.*)$/.exec(text) ?? [];
  return { scheme, authority, path, with: change => uriOf(`${scheme}://${authority}${change.path}`) };
}

function editorWith(files: ReadonlyMap<string, StubFile>) {
  const found = ({ scheme, path }: StubUri) => {
    const file = files.get(`${scheme}://${path}`);
    if (!file) throw new Error('FileNotFound');
    return file;
  };
  return {
    FileType: fileTypes,
    Uri: { parse: uriOf },
    workspace: {
      fs: {
        stat: async (uri: StubUri) => found(uri),
        readFile: async (uri: StubUri) => Buffer.from(found(uri) && 'text'),
      },
    },
  };
}

type Answer = (params: unknown) => Promise<{ readonly text: string | null }>;
type StandsWithin = (uri: string, folders: readonly string[]) => Promise<boolean>;
interface ReadFile {
  answerReadFile(client: object, standsWithin: StandsWithin): unknown;
  readonly standsWithoutLinks: StandsWithin;
}

const loaded = (editor: object) => clientModule<ReadFile>('client/src/readFile.ts', editor);

const file = { type: fileTypes.File, size: 4 };
const folder = { type: fileTypes.Directory, size: 0 };
const files = new Map<string, StubFile>([
  ['file:///team', folder],
  ['file:///team/a.json', file],
  ['file:///team/link.json', { ...file, type: fileTypes.File | fileTypes.SymbolicLink }],
  ['file:///team/inner', { ...folder, type: fileTypes.Directory | fileTypes.SymbolicLink }],
  ['file:///team/inner/a.json', file],
  ['file:///team/huge.json', { ...file, size: 40_000_001 }],
  ['file:///other/a.json', file],
  ['file:///teams/a.json', file],
]);

describe('the editor, asked by the server to read a file', () => {
  async function answers(use: (module: ReadFile) => StandsWithin): Promise<Answer> {
    const module = await loaded(editorWith(files));
    let answer: Answer | undefined;
    module.answerReadFile({ onRequest: (_: string, handle: Answer) => (answer = handle) }, use(module));
    return answer ?? assert.fail();
  }

  it('reads none behind a link where it cannot tell whereto that leads', async () => {
    const answer = await answers(({ standsWithoutLinks }) => standsWithoutLinks);
    const read = async (name: string) => (await answer({ uri: `file:///${name}`, within: ['file:///team/'] })).text;
    assert.equal(await read('team/a.json'), 'text');
    for (const name of ['team/link.json', 'team/inner/a.json', 'other/a.json', 'teams/a.json', 'team/none.json']) {
      assert.equal(await read(name), null, name);
    }
    const other = await answer({ uri: 'file:///team/a.json', within: ['vscode-vfs://github/team', 'file:///other'] });
    assert.equal(other.text, null);
    assert.equal((await answer({ uri: 'file:///other/a.json' })).text, 'text', 'the user names whatever file');
  });

  it('asks the system where it can', async () => {
    const asked: unknown[] = [];
    const answer = await answers(() => async (uri, folders) => {
      asked.push([uri, folders]);
      return false;
    });
    assert.equal((await answer({ uri: 'file:///team/a.json', within: ['file:///team'] })).text, null);
    assert.deepEqual(asked, [['file:///team/a.json', ['file:///team']]]);
    assert.match(readFileSync('client/src/main.node.ts', 'utf8'), /\? standsWithin\(uri, folders\) :/);
  });

  it('reads no folder, nothing larger than anything of ours, and nothing for questions that make no sense', async () => {
    const answer = await answers(() => async () => true);
    for (const uri of ['file:///team', 'file:///team/huge.json', 'nonsense', 7, null]) {
      assert.equal((await answer({ uri })).text, null, String(uri));
    }
    for (const params of [null, [], 'file:///team/a.json', { uri: 'file:///team/a.json', within: 'file:///team' }]) {
      assert.equal((await answer(params)).text, null, JSON.stringify(params));
    }
  });
});
