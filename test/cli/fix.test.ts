import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, item, letters, letterWith } from './command';

const open = `${letterWith(item('MRI of the left knee'))}\n<!-- to be told\n`;
const closed = open.replace('told', 'told -->');
const undecided = letterWith(item('Knee brace').replace(': Upheld', ''));

describe('letters fix', () => {
  const files = {
    'a.letter': open,
    'crlf.letter': `\ufeff${open.replaceAll('\n', '\r\n')}`,
    'cr.letter': open.replaceAll('\n', '\r'),
    'undecided.letter': undecided,
    'not-named.txt': open,
  };

  it('makes the safe fixes, keeps line ends, byte-order mark and permissions, and says what it did', () => {
    const cwd = folderWith(files);
    chmodSync(join(cwd, 'a.letter'), 0o640);
    const { code, stdout, stderr } = letters(['fix', '.'], { cwd });
    assert.equal(stderr, '');
    assert.equal(code, 0);
    const line = open.split('\n').findIndex(each => each.startsWith('<!--')) + 1;
    const said = ['a.letter', 'cr.letter', 'crlf.letter'].map(path => `${path}:${line}: `);
    const lines = stdout.trimEnd().split('\n');
    assert.deepEqual(
      lines.slice(0, -1).map(each => each.slice(0, each.indexOf(': ') + 2)),
      said,
    );
    assert.ok(
      lines.slice(0, -1).every(each => each.endsWith('[unclosed-comment]')),
      stdout,
    );
    assert.equal(lines.at(-1), '3 safe fixes made in 3 of 4 files');
    assert.deepEqual(contents(cwd), {
      ...files,
      'a.letter': closed,
      'crlf.letter': `\ufeff${closed.replaceAll('\n', '\r\n')}`,
      'cr.letter': closed.replaceAll('\n', '\r'),
    });
    if (process.platform !== 'win32') assert.equal(statSync(join(cwd, 'a.letter')).mode & 0o777, 0o640);
    assert.match(letters(['fix', '.'], { cwd }).stdout, /^0 safe fixes made in 0 of 4 files\n$/);
  });

  it('--dry-run says what would be fixed and writes nothing', () => {
    const cwd = folderWith(files);
    const { code, stdout } = letters(['fix', '--dry-run', 'a.letter'], { cwd });
    assert.equal(code, 0);
    assert.match(stdout, /^a\.letter:\d+: .+ \[unclosed-comment\]\n1 safe fix can be made in 1 of 1 file\n$/);
    assert.deepEqual(contents(cwd), files);
  });

  it('writes to the file that a link leads to, and leaves the link', function () {
    if (process.platform === 'win32') this.skip();
    const cwd = folderWith({ 'real/a.letter': open });
    symlinkSync(join('real', 'a.letter'), join(cwd, 'link.letter'));
    assert.equal(letters(['fix', 'link.letter'], { cwd }).code, 0);
    assert.ok(lstatSync(join(cwd, 'link.letter')).isSymbolicLink());
    assert.deepEqual(contents(join(cwd, 'real')), { 'a.letter': closed });
  });

  it('says which file cannot be read, and fixes the others', () => {
    const cwd = folderWith({ 'a.letter': open });
    const { code, stderr } = letters(['fix', 'absent.letter', 'a.letter'], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /^letters: absent\.letter: There is no such file or folder\./);
    assert.deepEqual(contents(cwd), { 'a.letter': closed });
  });

  it('leaves a file that may not be written as it is', function () {
    // To the administrator every file is open.
    if (process.platform === 'win32' || process.getuid?.() === 0) this.skip();
    const cwd = folderWith({ 'a.letter': open });
    chmodSync(join(cwd, 'a.letter'), 0o444);
    const { code, stderr } = letters(['fix', 'a.letter'], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /^letters: a\.letter: It may not be opened/);
    assert.deepEqual(contents(cwd), { 'a.letter': open });
  });
});

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]));
}
