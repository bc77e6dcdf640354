import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, item, letters, letterWith } from './command';

const good = letterWith(item('MRI of the left knee'));
const loose = good.replace('\n\nMAXIMUS', '\nMAXIMUS').replace('fell from', 'fell  from\n');

describe('letters format', () => {
  const files = {
    'a.letter': loose,
    'crlf.letter': `\ufeff${loose.replaceAll('\n', '\r\n')}`,
    'good.letter': good,
  };
  const contents = (cwd: string) =>
    Object.fromEntries(Object.keys(files).map(name => [name, readFileSync(join(cwd, name), 'utf8')]));

  it('writes the letters that are not in form, keeps line ends and byte-order mark, and says which', () => {
    const cwd = folderWith(files);
    const { code, stdout, stderr } = letters(['format', '.'], { cwd });
    assert.deepEqual({ code, stderr }, { code: 0, stderr: '' });
    assert.equal(stdout, 'a.letter\ncrlf.letter\n2 of 3 files changed\n');
    assert.deepEqual(contents(cwd), {
      'a.letter': good,
      'crlf.letter': `\ufeff${good.replaceAll('\n', '\r\n')}`,
      'good.letter': good,
    });
    assert.equal(letters(['format', '.'], { cwd }).stdout, '0 of 3 files changed\n');
  });

  it('--check lists the letters that would change, changes none, and exits with 1', () => {
    const cwd = folderWith(files);
    const { code, stdout } = letters(['format', '--check', '.'], { cwd });
    assert.equal(code, 1);
    assert.equal(stdout, 'a.letter\ncrlf.letter\n2 of 3 files would change\n');
    assert.deepEqual(contents(cwd), files);
    assert.equal(letters(['format', '--check', 'good.letter'], { cwd }).code, 0);
    assert.equal(letters(['format', '--check', '-'], { cwd, input: loose }).code, 1);
  });

  it('writes standard input to standard output', () => {
    const cwd = folderWith({});
    const { code, stdout } = letters(['format', '-'], { cwd, input: `\ufeff${loose}` });
    assert.deepEqual({ code, stdout }, { code: 0, stdout: `\ufeff${good}` });
    assert.equal(letters(['format', '-', 'a.letter'], { cwd, input: loose }).code, 2);
  });

  it('breaks lines as the folder is configured', () => {
    const cwd = folderWith({ 'letters.config.json': '{ "format": { "wrap": 72 } }', 'a.letter': good });
    assert.equal(letters(['format', 'a.letter'], { cwd }).code, 0);
    const lines = readFileSync(join(cwd, 'a.letter'), 'utf8').split('\n');
    assert.ok(
      lines.every(line => line.length <= 72),
      lines.find(line => line.length > 72),
    );
    assert.ok(lines.length > good.split('\n').length);
  });

  it('says what it cannot read, and formats the others', () => {
    const cwd = folderWith({ ...files, 'utf16.letter': new Uint8Array([0xff, 0xfe, 65, 0]) });
    const { code, stderr } = letters(['format', 'utf16.letter', 'absent.letter', 'a.letter'], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /utf16\.letter: It is UTF-16 text/);
    assert.match(stderr, /absent\.letter/);
    assert.equal(readFileSync(join(cwd, 'a.letter'), 'utf8'), good);
  });
});
