import assert from 'node:assert/strict';
import files from 'node:fs/promises';
import { lettersOnDisk } from '../../server/src/lsp/lettersOnDisk';
import { clientModule } from '../support/clientModule';

/* Folders without end, as a link of a network or a broken file system may make them. */

/** Entries of a folder: a folder `a`, and `more` besides. */
const entries = (...more: readonly string[]) =>
  [...more, 'a'].map(name => ({ name, isFile: () => name.includes('.'), isDirectory: () => !name.includes('.') }));

describe('the letters below a folder of the disk', () => {
  const { readdir } = files;
  let visited: string[];
  const disk = (inFolder: (path: string) => object[]) =>
    Object.assign(files, {
      readdir: async (path: string) => {
        visited.push(path);
        return inFolder(path);
      },
    });
  beforeEach(() => {
    visited = [];
  });
  afterEach(() => Object.assign(files, { readdir }));

  it('are looked for so deep as anybody keeps them', async () => {
    disk(path => (visited.length > 1000 ? [] : entries(path.length > 6 ? 'x.letter' : 'no.txt')));
    const found = await lettersOnDisk('file:///b', 100_000);
    assert.equal(visited.length, 31);
    assert.equal(found.length, 28);
  });

  it('are looked for in so many folders as anybody has', async () => {
    disk(() => (visited.length > 30_000 ? [] : entries('b')));
    assert.deepEqual(await lettersOnDisk('file:///b', 100_000), []);
    assert.equal(visited.length, 20_000);
  });

  it('are no more than are wanted', async () => {
    disk(() => (visited.length > 1000 ? [] : entries('x.letter', 'y.letter')));
    assert.equal((await lettersOnDisk('file:///b', 5)).length, 5);
    assert.equal(visited.length, 3);
  });
});

describe('the letters below a folder of the editor', () => {
  type Folder = readonly (readonly [name: string, type: number])[];
  interface Module {
    lettersBelow(folders: readonly string[], most: number): Promise<readonly string[]>;
  }

  const loaded = (readDirectory: (uri: string) => Promise<Folder>) =>
    clientModule<Module>('client/src/listLetters.ts', {
      FileType: { File: 1, Directory: 2 },
      Uri: { joinPath: (uri: string, name: string) => `${uri}/${name}` },
      workspace: { fs: { readDirectory } },
    });

  it('are looked for in so many folders as anybody has', async () => {
    let visited = 0;
    const { lettersBelow } = await loaded(async () => (++visited > 10_000 ? [] : [['a', 2]]));
    assert.deepEqual(await lettersBelow(['b'], 100_000), []);
    assert.equal(visited, 5000);
  });

  it('are no more than are wanted', async () => {
    const { lettersBelow } = await loaded(async uri =>
      uri.length > 1000
        ? []
        : [
            ['x.letter', 1],
            ['a', 2],
          ],
    );
    assert.deepEqual(await lettersBelow(['b'], 2), ['b/x.letter', 'b/a/x.letter']);
  });
});
