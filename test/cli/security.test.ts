import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { environmentWith, mark } from '../support/faults';
import { folderWith, item, letters, letterWith } from './command';

const good = letterWith(item('Knee brace'));
const secret = '{"secret":1}';

describe('a hostile workspace, on the command line', function () {
  this.timeout(60_000);

  it('names no file outside of it, by a path or a link', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({
      'secret.json': secret,
      'workspace/.git/HEAD': '',
      'workspace/a.letter': good,
      'workspace/letters.config.json': JSON.stringify({
        catalogues: [
          '../secret.json',
          join('/', 'etc', 'hostname'),
          'link.json',
          'pipe.json',
          'a\u0000.json',
          '\ud800',
        ],
        names: 'link.json',
      }),
    });
    symlinkSync(join('..', 'secret.json'), join(cwd, 'workspace', 'link.json'));
    assert.equal(spawnSync('mkfifo', [join(cwd, 'workspace', 'pipe.json')]).status, 0);
    const { stdout, stderr } = letters(['check', 'workspace', '--format', 'json'], { cwd });
    assert.equal(stderr, '');
    const { diagnostics } = JSON.parse(stdout).files.find(({ path }: { path: string }) => path.endsWith('.json'));
    const messages = diagnostics.map(({ message }: { message: string }) => message);
    assert.equal(messages.length, 7, messages.join('\n'));
    for (const message of messages) assert.match(message, /does not lead to a file|There is no file/);
  });

  it('has no configuration that is a link out of it', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({
      'other.json': '{"rules":{"missing-decision":"off"}}',
      'workspace/.git/HEAD': '',
      'workspace/a.letter': letterWith(item('Knee brace').replace(': Upheld', '')),
    });
    symlinkSync(join('..', 'other.json'), join(cwd, 'workspace', 'letters.config.json'));
    assert.match(letters(['check', 'workspace', '--format', 'json'], { cwd }).stdout, /missing-decision/);
  });

  it('is not left for letters behind links, and writes nothing where names of letters point', function () {
    if (process.platform === 'win32') this.skip();
    const names = [
      'x..%2f..%2fy.letter',
      '-o.letter',
      '$(touch x).letter',
      'a\nb.letter',
      '\u001b[31mred.letter',
      'CON.letter',
    ];
    const cwd = folderWith({
      'outside/b.letter': good,
      ...Object.fromEntries(names.map(name => [`workspace/${name}`, good])),
    });
    symlinkSync(join('..', 'outside'), join(cwd, 'workspace', 'inner'));
    const { code, stdout, stderr } = letters(['export', 'workspace', '--to', 'txt', '-o', 'out'], { cwd });
    assert.equal(code, 0, stderr);
    const made = readdirSync(join(cwd, 'out'), { recursive: true, encoding: 'utf8' }).sort();
    assert.deepEqual(
      made.filter(name => !name.startsWith('inner')),
      names.map(name => name.replace('.letter', '.txt')).sort(),
    );
    assert.deepEqual(readdirSync(cwd).sort(), ['out', 'workspace', 'outside'].sort());
    assert.ok(!stdout.includes('\u001b'), 'a terminal is told nothing by a name');
    assert.equal(stdout.trimEnd().split('\n').length, made.filter(name => name.endsWith('.txt')).length + 1);
  });
});

describe('a machine that others use, on the command line', function () {
  this.timeout(60_000);

  it('lets those read an exported letter who may read what stood there, or what is made there', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'a.letter': good, 'a.txt': 'mine' });
    chmodSync(join(cwd, 'a.txt'), 0o600);
    const before = process.umask(0o022);
    try {
      assert.equal(letters(['export', 'a.letter', '--to', 'txt', '--overwrite'], { cwd }).code, 0);
      process.umask(0o077);
      assert.equal(letters(['export', 'a.letter', '--to', 'html'], { cwd }).code, 0);
      assert.equal(letters(['export', 'a.letter', '--to', 'html', '-o', 'new/'], { cwd }).code, 0);
    } finally {
      process.umask(before);
    }
    const modeOf = (name: string) => statSync(join(cwd, name)).mode & 0o777;
    assert.deepEqual(['a.txt', 'a.html', 'new', 'new/a.html'].map(modeOf), [0o600, 0o600, 0o700, 0o600]);
    assert.deepEqual(readdirSync(cwd).sort(), ['a.html', 'a.letter', 'a.txt', 'new'], 'nothing else is left');
  });

  it('has no file put before its place that another one leads elsewhere', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'a.letter': good, 'target.txt': 'mine' });
    symlinkSync('target.txt', join(cwd, 'a.txt'));
    assert.equal(letters(['export', 'a.letter', '--to', 'txt'], { cwd }).code, 2);
    symlinkSync('nowhere.html', join(cwd, 'a.html'));
    assert.equal(letters(['export', 'a.letter', '--to', 'html'], { cwd }).code, 2);
    assert.equal(readFileSync(join(cwd, 'target.txt'), 'utf8'), 'mine');
    assert.ok(!existsSync(join(cwd, 'nowhere.html')));
    assert.ok(lstatSync(join(cwd, 'a.txt')).isSymbolicLink());
  });
});

describe('what a letter says, on the command line', function () {
  this.timeout(60_000);

  it('stands in no report of what fails and quotes it', () => {
    const items = Array.from({ length: 20 }, (_, index) => item(`Knee brace ${mark}, ${index + 1} weeks`));
    const cwd = folderWith({ 'a.letter': letterWith(...items) });
    const { NODE_OPTIONS = '' } = environmentWith('failing expressions');
    for (const args of [['check'], ['format', '--check'], ['parse'], ['export', '--to', 'html', '-o', 'out/']]) {
      const [command = '', ...rest] = args;
      const { code, stderr } = letters([command, 'a.letter', ...rest], { cwd, env: { NODE_OPTIONS } });
      assert.notEqual(code, null);
      assert.doesNotMatch(stderr, new RegExp(mark), command);
    }
    const { stderr } = letters(['check', 'a.letter'], { cwd, env: { NODE_OPTIONS } });
    assert.match(stderr, /\n\s+at /, 'something failed');
  });
});
