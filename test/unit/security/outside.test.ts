import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFromPage, readToPage } from '../../../client/src/preview/webview/messages';
import { readBaseline } from '../../../server/src/cli/baseline';
import { jsonValue, parseJsonTree } from '../../../server/src/core/config/jsonTree';
import { mergeLayers } from '../../../server/src/core/config/layers';
import {
  loadCatalogueFile,
  loadConfigFile,
  loadNames,
  loadProfile,
  loadSettings,
  loadVocabularyFile,
} from '../../../server/src/core/config/load';
import { absoluteUri, resolveInside } from '../../../server/src/core/config/uris';
import { builtInProfiles } from '../../../server/src/core/profile/builtIn';
import { readClientOptions, readCursorLine } from '../../../server/src/lsp/messages';
import { standsWithin, textOnDisk } from '../../../server/src/lsp/textOnDisk';
import { readNewLetter } from '../../../server/src/lsp/viewMessages';

const loaders: Readonly<
  Record<string, (text: string) => { value: unknown; problems: readonly { message: string }[] }>
> = {
  configuration: loadConfigFile,
  catalogue: loadCatalogueFile,
  vocabulary: loadVocabularyFile,
  profile: text => loadProfile(text, builtInProfiles),
  'list of names': loadNames,
  settings: text => loadSettings(JSON.parse(text)),
};

const hostile = (rest = '') =>
  `{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"prototype":{"polluted":1}${rest}}`;

function assertNothingPolluted(name: string): void {
  for (const each of [{}, [], () => {}] as { polluted?: unknown }[]) assert.equal(each.polluted, undefined, name);
}

describe('a file from outside', () => {
  for (const [name, load] of Object.entries(loaders)) {
    it(`changes no object of the program by names of its prototype (${name})`, () => {
      const inner = hostile();
      for (const text of [
        inner,
        `{"rules":${inner},"extends":"ca-imr","header":${inner}}`,
        `{"version":1,"guidelines":[${inner}],"drugs":[${inner}]}`,
        hostile(`,"extends":"ca-imr","id":"ours","labels":${inner}`),
      ]) {
        const { value, problems } = load(text);
        // What is wrong with a list of names is told without its words.
        const told = name === 'list of names' ? /./ : /"(?:__proto__|constructor|prototype)" is not allowed/;
        assert.ok(
          problems.some(({ message }) => told.test(message)),
          text,
        );
        assertNothingPolluted(name);
        assert.doesNotMatch(JSON.stringify(value) ?? '', /polluted/);
      }
      mergeLayers([{ kind: 'file', folder: null, config: JSON.parse(hostile(',"rules":{}')) }]);
      assertNothingPolluted(name);
    });

    // Settings come as values, which the protocol has read.
    if (name === 'settings') continue;
    it(`is refused where it is nested without end, or larger than 5 MB (${name})`, () => {
      for (const [open, close] of [['[', ']'] as const, ['{"a":', '}'] as const]) {
        const deep = `${open.repeat(300_000)}1${close.repeat(300_000)}`;
        for (const text of [deep, `{"rules":${deep}}`, open.repeat(300_000)]) {
          const { value, problems } = load(text);
          assert.equal(value, null);
          assert.equal(problems.length, 1);
        }
      }
      const { value, problems } = load(`{"title":"${'a'.repeat(5_000_000)}"}`);
      assert.equal(value, null);
      assert.equal(problems.length, 1);
    });
  }

  it('has a field of such a name as a field like any other where it is read', () => {
    const value = jsonValue(parseJsonTree(hostile())) as object;
    assert.equal(Object.getPrototypeOf(value), Object.prototype);
    assert.deepEqual(Object.keys(value), ['__proto__', 'constructor', 'prototype']);
  });

  it('leaves its folder by no path, and has one that a system can name', () => {
    for (const path of [
      '../x',
      'a/../../x',
      '..\\x',
      'a\\..\\..\\x',
      '/x',
      '\\x',
      '//host/x',
      '\\\\?\\C:\\x',
      'C:x',
      'c:/x',
      'file:///a/b/x',
      'vscode-remote://x/a/b',
      'https://example.com/x',
      'a\u0000b',
      'a\nb',
      '\u001b]0;x',
      '\ud800',
      'a/\udfffb',
    ]) {
      assert.equal(resolveInside('file:///a/b', 'file:///a/b', path), null, JSON.stringify(path));
    }
    // What is encoded is a name like any other.
    assert.equal(resolveInside('file:///a/b', 'file:///a/b', '%2e%2e/x'), 'file:///a/b/%252e%252e/x');
    assert.equal(resolveInside('file:///a/b', 'file:///a/b', '..%2fx'), 'file:///a/b/..%252fx');
    for (const path of ['/a\u0000b', '/\ud800', 'file:///a\u0000b']) assert.equal(absoluteUri(path), null);
  });

  it('is read where it stands alone: no folder, no other scheme, none whose name begins alike', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'letters-'));
    try {
      const uri = (...path: string[]) => `file://${[folder, ...path].join('/')}`;
      writeFileSync(join(folder, 'a.json'), 'text');
      for (const name of ['one', 'oneMore']) mkdirSync(join(folder, name));
      writeFileSync(join(folder, 'oneMore', 'a.json'), 'text');
      assert.equal(await textOnDisk(uri('a.json')), 'text');
      assert.equal(await textOnDisk(uri('a.json'), [uri()]), 'text');
      assert.equal(await textOnDisk(uri('a.json'), [`${uri()}x`, 'untitled:x', 'file:///no/such']), null);
      assert.equal(await textOnDisk(uri('..', folder.slice(folder.lastIndexOf('/') + 1), 'a.json'), [uri()]), 'text');
      assert.equal(await textOnDisk(uri('oneMore', 'a.json'), [uri('oneMore')]), 'text');
      for (const outside of [uri('one'), uri('one', '..', 'one'), `${uri('one')}/`]) {
        assert.equal(await textOnDisk(uri('oneMore', 'a.json'), [outside]), null);
        assert.equal(await textOnDisk(uri('a.json'), [outside]), null);
      }
      assert.equal(await standsWithin(uri('none.json'), [uri()]), false);
      for (const other of [uri(), 'https://example.com/a.json', 'file://host/a.json', uri('%00'), 'file:', '']) {
        assert.equal(await textOnDisk(other), null, other);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('an earlier report that new ones are compared with', () => {
  it('changes no object of the program, and is refused where it is no report', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'letters-'));
    const file = join(folder, 'report.json');
    try {
      const entry = `{"path":"__proto__","diagnostics":[{"rule":"constructor","message":"prototype"${hostile().slice(1, -1).replace(/^/, ',')}}]}`;
      writeFileSync(file, `{"version":1,"files":[${entry}]${hostile().slice(1, -1).replace(/^/, ',')}}`);
      await readBaseline(file);
      assertNothingPolluted('report');
      for (const text of ['[', '[]', '{"version":2,"files":[]}', '['.repeat(300_000), hostile()]) {
        writeFileSync(file, text);
        await assert.rejects(async () => readBaseline(file), /cannot be used/);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a message from outside', () => {
  const values: readonly unknown[] = [
    undefined,
    null,
    0,
    '',
    [],
    {},
    { type: 1 },
    { type: '__proto__' },
    { type: 'constructor' },
    JSON.parse(hostile(',"type":"letter"')),
    { type: 'command', command: 'workbench.action.terminal.new' },
    { type: 'goToBlock', first: -1, last: 1, fraction: 0 },
    { type: 'goToBlock', first: 0.5, last: 1, fraction: 0 },
    { type: 'goToBlock', first: 0, last: 1, fraction: Number.NaN },
    { type: 'goToProblem', line: '1', character: 0 },
    { type: 'goToProblem', line: Number.POSITIVE_INFINITY, character: 0 },
    { type: 'scrolled', line: null },
    { type: 'shown', version: {} },
    { type: 'scroll', line: -1 },
    { type: 'appearance', appearance: '<b>' },
    { type: 'notice', text: 1 },
    { type: 'problems', problems: [{ line: 1 }] },
    { type: 'problems', problems: {} },
    { type: 'letter', letter: { blocks: [{ html: 1 }] } },
  ];

  it('counts as none between the preview and the editor unless it is as agreed', () => {
    for (const value of values) {
      assert.equal(readFromPage(value), null, JSON.stringify(value));
      assert.equal(readToPage(value), null, JSON.stringify(value));
    }
    assert.deepEqual(readFromPage({ type: 'ready', more: 1 }), { type: 'ready' }, 'nothing more comes through');
    assert.deepEqual(readFromPage({ type: 'shown', version: 1, uri: 'file:///x' }), { type: 'shown', version: 1 });
  });

  it('counts as not said to the server unless it is as agreed', () => {
    const nothing = readClientOptions(undefined);
    for (const value of values) {
      assert.deepEqual(readClientOptions(value), nothing, JSON.stringify(value));
      assert.equal(readCursorLine(value), null);
    }
    assert.equal(readNewLetter({ uri: 'x', values: { Worker: 'y'.repeat(3000) } })?.values['Worker']?.length, 1000);
    assertNothingPolluted('options');
  });
});
