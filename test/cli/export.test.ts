import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { folderWith, item, letters, letterWith } from './command';

const good = letterWith(item('MRI of the left knee'));
const undecided = good.replace(': Upheld', '');
const unfilled = good.replace('fell from a ladder', 'fell from [[what]]');

describe('letters export', () => {
  it('makes files of every format beside the letter, and says which', () => {
    const cwd = folderWith({ 'a.letter': good });
    for (const format of ['html', 'txt', 'docx', 'pdf']) {
      const { code, stdout, stderr } = letters(['export', 'a.letter', '--to', format], { cwd });
      assert.deepEqual(
        { code, stdout, stderr },
        { code: 0, stdout: `a.letter -> a.${format}\n1 of 1 letter exported\n`, stderr: '' },
      );
    }
    const bytes = (name: string) => readFileSync(join(cwd, name));
    assert.match(bytes('a.html').toString(), /^<!DOCTYPE html>[\s\S]*<\/html>\n?$/);
    assert.match(bytes('a.txt').toString(), /MRI of the left knee: Upheld/);
    assert.match(bytes('a.pdf').toString('latin1'), /^%PDF-1\.[\s\S]*%%EOF\s*$/);
    const document = strFromU8(unzipSync(bytes('a.docx'))['word/document.xml'] ?? new Uint8Array());
    assert.match(document, /MRI of the left knee/);
    assert.deepEqual(readdirSync(cwd).sort(), ['a.docx', 'a.html', 'a.letter', 'a.pdf', 'a.txt']);
  });

  it('writes one letter to the file, into the folder, or to standard output', () => {
    const cwd = folderWith({ 'a.letter': good, 'there/readme': '' });
    const to = (...args: string[]) => letters(['export', '--to', 'txt', ...args], { cwd, input: good });
    assert.equal(to('a.letter', '-o', 'new/b.text').stdout, 'a.letter -> new/b.text\n1 of 1 letter exported\n');
    assert.equal(to('a.letter', '-o', 'there').stdout, 'a.letter -> there/a.txt\n1 of 1 letter exported\n');
    assert.equal(to('a.letter', '-o', 'other/').stdout, 'a.letter -> other/a.txt\n1 of 1 letter exported\n');
    const text = readFileSync(join(cwd, 'new', 'b.text'), 'utf8');
    assert.deepEqual(to('a.letter', '--output', '-'), { code: 0, stdout: text, stderr: '' });
    assert.deepEqual(to('-', '-o', '-'), { code: 0, stdout: text, stderr: '' });
    assert.equal(
      to('-', '-o', 'c.txt', '--stdin-name', 'c.letter').stdout,
      'c.letter -> c.txt\n1 of 1 letter exported\n',
    );
  });

  it('of several, of a folder or a pattern OUT is a folder, with the folders that they stand in', () => {
    const cwd = folderWith({ 'in/a.letter': good, 'in/2016/b.letter': good, 'in/2016/05/c.letter': good, file: '' });
    const to = (...args: string[]) => letters(['export', '--to', 'txt', ...args], { cwd });
    assert.equal(to('in', '-o', 'out').code, 0);
    assert.deepEqual(filesIn(join(cwd, 'out')), ['2016/05/c.txt', '2016/b.txt', 'a.txt']);
    assert.equal(to('in/2016/**/*.letter', '-o', 'found').code, 0);
    assert.deepEqual(filesIn(join(cwd, 'found')), ['05/c.txt', 'b.txt']);
    assert.equal(to('in/2016/05', '-o', 'one').code, 0);
    assert.deepEqual(filesIn(join(cwd, 'one')), ['c.txt']);
    assert.equal(to('in/a.letter', 'in/2016/b.letter', '-o', 'two').code, 0);
    assert.deepEqual(filesIn(join(cwd, 'two')), ['a.txt', 'b.txt']);
    for (const args of [
      ['in', '-o', 'file'],
      ['in', '-o', '-'],
    ]) {
      const { code, stdout, stderr } = to(...args);
      assert.deepEqual({ code, stdout }, { code: 2, stdout: '' });
      assert.match(stderr, /^letters: -o /);
    }
  });

  it('writes no two letters to one place, and none over itself; the others are written', () => {
    const cwd = folderWith({ 'x/a.letter': good, 'y/a.letter': good, 'y/b.letter': good, 'c.txt': good });
    const { code, stdout, stderr } = letters(['export', 'x', 'y', '--to', 'txt', '-o', 'out'], { cwd });
    assert.equal(code, 2);
    assert.equal(stdout, 'y/b.letter -> out/b.txt\n1 of 3 letters exported\n');
    assert.match(stderr, /^letters: x\/a\.letter: It would be written to out\/a\.txt, and so would y\/a\.letter\./);
    assert.deepEqual(filesIn(join(cwd, 'out')), ['b.txt']);
    const itself = letters(['export', 'c.txt', '--to', 'txt', '--overwrite'], { cwd });
    assert.equal(itself.code, 2);
    assert.match(itself.stderr, /c\.txt: It would be written over itself/);
    assert.equal(readFileSync(join(cwd, 'c.txt'), 'utf8'), good);
  });

  it('replaces a file only where that is said, whole, also behind a link', function () {
    const cwd = folderWith({ 'a.letter': good, 'a.txt': 'mine', 'real.txt': 'mine' });
    const to = (...args: string[]) => letters(['export', 'a.letter', '--to', 'txt', ...args], { cwd });
    const { code, stderr } = to();
    assert.equal(code, 2);
    assert.equal(
      stderr,
      'letters: a.txt: There is such a file already. Add --overwrite to replace it, or name another place with -o.\n',
    );
    assert.equal(readFileSync(join(cwd, 'a.txt'), 'utf8'), 'mine');
    assert.equal(to('--overwrite').code, 0);
    assert.match(readFileSync(join(cwd, 'a.txt'), 'utf8'), /Upheld/);
    if (process.platform === 'win32') this.skip();
    symlinkSync('real.txt', join(cwd, 'link.txt'));
    assert.equal(to('-o', 'link.txt').code, 2);
    assert.equal(readFileSync(join(cwd, 'real.txt'), 'utf8'), 'mine');
    assert.equal(to('-o', 'link.txt', '--overwrite').code, 0);
    assert.ok(lstatSync(join(cwd, 'link.txt')).isSymbolicLink());
    assert.match(readFileSync(join(cwd, 'real.txt'), 'utf8'), /Upheld/);
    assert.deepEqual(leftovers(cwd), []);
  });

  it('names what stands against a letter, and exports the others; --force exports it too', () => {
    const cwd = folderWith({ 'in/a.letter': undecided, 'in/b.letter': unfilled, 'in/c.letter': good });
    const { code, stdout, stderr } = letters(['export', 'in', '--to', 'txt', '-o', 'out'], { cwd });
    assert.equal(code, 1);
    assert.equal(stdout, 'in/c.letter -> out/c.txt\n1 of 3 letters exported\n');
    const line = (text: string, start: string) => text.split('\n').findIndex(each => each.startsWith(start)) + 1;
    assert.deepEqual(
      stderr.split('\n').map(each => each.replace(/error: .* \[/, 'error: [')),
      [
        'letters: in/a.letter: Not exported: this stands against it. With --force it is exported all the same.',
        `letters: in/a.letter: line ${line(undecided, '##')}: error: [missing-decision]`,
        'letters: in/b.letter: Not exported: this stands against it. With --force it is exported all the same.',
        `letters: in/b.letter: line ${line(unfilled, 'The worker fell')}: still to be filled in: [[what]]`,
        '',
      ],
    );
    const forced = letters(['export', 'in', '--to', 'txt', '-o', 'all', '--force'], { cwd });
    assert.deepEqual({ code: forced.code, stderr: forced.stderr }, { code: 0, stderr: '' });
    assert.deepEqual(filesIn(join(cwd, 'all')), ['a.txt', 'b.txt', 'c.txt']);
    assert.match(readFileSync(join(cwd, 'all', 'b.txt'), 'utf8'), /\[\[what\]\]/);
  });

  it('makes a redacted copy under another name, and says how much is replaced, not what', () => {
    const text = good.replace('The worker fell', 'Mr. Quist, SSN 321-54-9876, fell on 03/14/2016');
    const cwd = folderWith({ 'a.letter': text });
    const to = (...args: string[]) => letters(['export', 'a.letter', '--to', 'txt', ...args], { cwd });
    const whole = to();
    assert.equal(whole.code, 1);
    assert.match(whole.stderr, /\[personal-identifier\]/);
    const posted = to('--redact', 'posted');
    assert.deepEqual(
      { code: posted.code, stdout: posted.stdout },
      { code: 0, stdout: 'a.letter -> a.redacted.txt\n1 of 1 letter exported\n' },
    );
    assert.equal(posted.stderr, 'letters: a.letter: 2 passages that may identify a person replaced.\n');
    const copy = readFileSync(join(cwd, 'a.redacted.txt'), 'utf8');
    assert.doesNotMatch(copy, /Quist|9876/);
    assert.match(copy, /fell on 03\/14\/2016/);
    assert.equal(to('--redact', 'safe-harbor', '-o', 'strict.txt').code, 0);
    assert.doesNotMatch(readFileSync(join(cwd, 'strict.txt'), 'utf8'), /Quist|9876|03\/14/);
    assert.match(to('--redact', 'poste').stderr, /Did you mean "posted"\?/);
  });

  it('says what cannot be read, and exports the others', () => {
    const cwd = folderWith({ 'a.letter': good, 'utf16.letter': new Uint8Array([0xff, 0xfe, 65, 0]) });
    const args = ['export', 'absent.letter', 'utf16.letter', 'a.letter', '--to', 'html', '-o', 'out'];
    const { code, stdout, stderr } = letters(args, { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /absent\.letter: There is no such file/);
    assert.match(stderr, /utf16\.letter: It is UTF-16 text/);
    assert.equal(stdout, 'a.letter -> out/a.html\n1 of 3 letters exported\n');
  });

  it('says a configuration that is wrong once, and how it is called', () => {
    const cwd = folderWith({ 'letters.config.json': '{ "profile": 1 }', 'a.letter': good, 'b.letter': good });
    const { code, stderr } = letters(['export', '.', '--to', 'txt', '--threads', '2'], { cwd });
    assert.equal(code, 1);
    assert.equal(stderr.split('\n').filter(each => each.includes('letters.config.json:1:')).length, 1, stderr);
    for (const [args, words] of [
      [['export', 'a.letter'], 'Say which format to export to'],
      [['export', 'a.letter', '--to', 'rtf'], '--to cannot be "rtf"'],
      [['export', 'a.letter', '--to', 'txt', '--threads', '0'], '--threads needs a whole number from 1'],
      [['export', '-', '--to', 'txt'], 'Say where to write what is made of standard input'],
      [['export', '--to', 'txt'], 'letters export PATHS...'],
    ] as const) {
      const run = letters(args, { cwd, input: good });
      assert.equal(run.code, 2);
      assert.ok(run.stderr.includes(words), run.stderr);
    }
  });

  it('makes the same in threads, said in the same order', () => {
    const files = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => {
        const items = Array.from({ length: index % 3 === 0 ? 10 : 1 }, (__, number) =>
          item(`Therapy, visit ${number}`),
        );
        return [`in/${String(index).padStart(2, '0')}.letter`, index === 5 ? undecided : letterWith(...items)];
      }),
    );
    const cwd = folderWith(files);
    const run = (threads: string, to: string) =>
      letters(['export', 'in', '--to', to, '-o', `out${threads}${to}`, '--threads', threads], { cwd });
    for (const to of ['txt', 'pdf']) {
      const one = run('1', to);
      const three = run('3', to);
      assert.equal(one.code, 1);
      assert.equal(one.stdout.split('\n').length, 13);
      assert.deepEqual({ ...three, stdout: three.stdout.replaceAll(`out3${to}`, `out1${to}`) }, one);
      const made = filesIn(join(cwd, `out1${to}`));
      assert.equal(made.length, 11);
      assert.deepEqual(filesIn(join(cwd, `out3${to}`)), made);
      if (to === 'txt') {
        for (const name of made) {
          assert.deepEqual(readFileSync(join(cwd, 'out3txt', name)), readFileSync(join(cwd, 'out1txt', name)));
        }
      }
    }
  });

  it('shows how far it is on a terminal, and clears that away for what it says', function () {
    const cwd = folderWith({ 'in/a.letter': good, 'in/b.letter': undecided, 'in/c.letter': good });
    const line = [process.execPath, resolve('dist', 'cli.js'), 'export', 'in', '--to', 'txt', '-o', 'out'].join(' ');
    const { status, stdout, error } = spawnSync('script', ['-qec', line, '/dev/null'], { cwd, encoding: 'utf8' });
    // The tool that plays the terminal is not everywhere, and takes other options elsewhere.
    if (error || process.platform !== 'linux') return this.skip();
    assert.equal(status, 1);
    assert.ok(
      stdout.includes('\r1 of 3 ...\u001b[K\r\u001b[Kletters: in/b.letter: Not exported'),
      JSON.stringify(stdout),
    );
    assert.ok(stdout.endsWith('\r3 of 3 ...\u001b[K\r\u001b[K2 of 3 letters exported\r\n'), JSON.stringify(stdout));
  });

  it('leaves a folder in the place of a file as it is', () => {
    const cwd = folderWith({ 'a.letter': good, 'a.txt/inside': 'mine' });
    assert.equal(letters(['export', 'a.letter', '--to', 'txt'], { cwd }).code, 2);
    const { code, stderr } = letters(['export', 'a.letter', '--to', 'txt', '--overwrite'], { cwd });
    assert.equal(code, 2);
    assert.match(stderr, /^letters: a\.txt: \S.+\.\n$/);
    assert.ok(existsSync(join(cwd, 'a.txt', 'inside')));
    assert.deepEqual(leftovers(cwd), []);
    writeFileSync(join(cwd, 'file'), '');
    const below = letters(['export', 'a.letter', '--to', 'txt', '-o', 'file/a.txt'], { cwd });
    assert.equal(below.code, 2);
    assert.match(below.stderr, /file\/a\.txt: It could not be written: a part of its path is a file/);
  });
});

function filesIn(folder: string): string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter(name => !lstatSync(join(folder, name)).isDirectory())
    .map(name => name.replaceAll('\\', '/'))
    .sort();
}

function leftovers(folder: string): string[] {
  return readdirSync(folder).filter(name => name.includes('.tmp'));
}
