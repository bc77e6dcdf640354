import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, symlinkSync, truncateSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { folderWith, item, letters, letterWith, type RunOptions } from './command';

const command = resolve('dist', 'cli.js');
const good = letterWith(item('MRI of the left knee'));
const warned = `${good}\n<!-- to be told\n`;
const bad = good.replace(': Upheld', '');

interface Checked {
  readonly code: number | null;
  readonly stderr: string;
  readonly paths: readonly string[];
  readonly rules: readonly string[];
}

function check(args: readonly string[], options: RunOptions): Checked {
  const { code, stdout, stderr } = letters(['check', '--format', 'json', ...args], options);
  const files = JSON.parse(stdout).files as { path: string; diagnostics: { rule: string }[] }[];
  return {
    code,
    stderr,
    paths: files.map(file => file.path),
    rules: files.flatMap(file => file.diagnostics.map(({ rule }) => rule)),
  };
}

describe('what is checked', () => {
  const cwd = folderWith({
    'a.letter': good,
    'b.txt': good,
    'deep/er/c.letter': good,
    'deep/er/d.LETTER': good,
    'deep/node_modules/x.letter': bad,
    'deep/[x].letter': good,
    'empty/readme.md': '',
  });

  it('folders mean their letters, at any depth, sorted; what is installed there is not theirs', () => {
    const { code, paths } = check(['.'], { cwd });
    assert.deepEqual(paths, ['a.letter', 'deep/[x].letter', 'deep/er/c.letter', 'deep/er/d.LETTER']);
    assert.equal(code, 0);
  });

  it('a file named outright is checked whatever its name, each once, in the order named', () => {
    const { paths } = check(['b.txt', 'deep/er', 'a.letter', './b.txt', join('deep', 'er', 'c.letter')], { cwd });
    assert.deepEqual(paths, ['b.txt', 'deep/er/c.letter', 'deep/er/d.LETTER', 'a.letter']);
  });

  it('patterns, and a name that looks like one', () => {
    assert.deepEqual(check(['**/*.{txt,letter}'], { cwd }).paths.slice(0, 2), ['a.letter', 'b.txt']);
    assert.deepEqual(check([`deep${sep}*${sep}c.letter`, 'deep/[x].letter'], { cwd }).paths, [
      'deep/er/c.letter',
      'deep/[x].letter',
    ]);
  });

  it('paths outside of the current folder are absolute', () => {
    const path = join(cwd, 'a.letter');
    assert.deepEqual(check([path], { cwd: join(cwd, 'deep') }).paths, [path.replaceAll('\\', '/')]);
    assert.deepEqual(check([path], { cwd }).paths, ['a.letter']);
  });

  it('standard input, by the name it is given', () => {
    const run = check(['-', '--stdin-name', 'deep/new.letter', 'a.letter'], { cwd, input: bad });
    assert.deepEqual(run.paths, ['deep/new.letter', 'a.letter']);
    assert.equal(run.code, 1);
    assert.ok(run.rules.includes('missing-decision'));
  });
});

describe('exit codes', () => {
  const cwd = folderWith({ 'good.letter': good, 'warned.letter': warned, 'bad.letter': bad });

  it('1 for an error, 0 for warnings, 1 for more of them than allowed', () => {
    assert.equal(check(['bad.letter'], { cwd }).code, 1);
    assert.equal(check(['warned.letter'], { cwd }).code, 0);
    assert.equal(check(['warned.letter', '--max-warnings', '1'], { cwd }).code, 0);
    assert.equal(check(['warned.letter', '--max-warnings=0'], { cwd }).code, 1);
  });

  it('2 for what cannot be read, even where there are errors', () => {
    assert.equal(check(['bad.letter', 'absent.letter'], { cwd }).code, 2);
  });
});

describe('what cannot be read is said, and the others are checked', () => {
  const cwd = folderWith({
    'good.letter': good,
    'binary.letter': Uint8Array.from([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 0xff]),
    'latin1.letter': Buffer.from(`${good}\u00e9`, 'latin1'),
    'surrogate.letter': Buffer.concat([Buffer.from(good), Buffer.from([0xed, 0xa0, 0x80])]),
    'utf16.letter': Buffer.from(`\ufeff${good}`, 'utf16le'),
    'without/readme.md': '',
  });
  const closed = folderWith({ 'good.letter': good, 'locked.letter': good });

  it('missing, binary, of another encoding, a folder or pattern without letters', () => {
    const names = ['binary', 'latin1', 'surrogate', 'utf16'].map(name => `${name}.letter`);
    const { code, paths, stderr } = check(['absent.letter', ...names, 'without', '*.x', 'good.letter'], { cwd });
    assert.equal(code, 2);
    assert.deepEqual(paths, ['good.letter']);
    const said = stderr.trimEnd().split('\n');
    assert.deepEqual(said.map(line => /^letters: (\S+): [A-Z].+\.$/.exec(line)?.[1]).sort(), [
      '*.x',
      'absent.letter',
      ...names,
      'without',
    ]);
    assert.ok(said.some(line => line.includes('utf16.letter: It is UTF-16 text. Save it as UTF-8.')));
    assert.ok(said.some(line => line.includes('surrogate.letter: It is not UTF-8 text.')));
  });

  it('a PDF or Word file under the name of a text', () => {
    const folder = folderWith({
      'a.letter': Buffer.from('%PDF-1.7 \u00ff', 'latin1'),
      'b.letter': Buffer.from('PK\u0003\u0004\u00ff', 'latin1'),
    });
    for (const command of ['check', 'parse', 'format', 'fix', 'import']) {
      const { code, stderr } = letters([command, 'a.letter', 'b.letter'], { cwd: folder });
      assert.equal(code, 2);
      const names = command === 'import' ? [] : ['a', 'b'];
      for (const name of names)
        assert.ok(stderr.includes(`letters: ${name}.letter: It is a PDF or Word file. Give`), stderr);
    }
  });

  it('standard input that is no text', () => {
    const { code, paths } = check(['-', 'good.letter'], { cwd, input: Uint8Array.from([0xff, 0, 0x80]) });
    assert.equal(code, 2);
    assert.deepEqual(paths, ['good.letter']);
  });

  it('a path that may not be opened', function () {
    if (process.platform === 'win32') this.skip();
    chmodSync(join(closed, 'locked.letter'), 0);
    symlinkSync('loop.letter', join(closed, 'loop.letter'));
    const { code, paths, stderr } = check(['locked.letter', 'good.letter', 'loop.letter'], { cwd: closed });
    assert.equal(code, 2);
    assert.ok(paths.includes('good.letter'));
    assert.match(stderr, /loop\.letter: Its symbolic links lead in a circle/);
    // To the administrator every file is open.
    if (process.getuid?.() !== 0) assert.match(stderr, /locked\.letter: It may not be opened/);
  });

  it('bad usage names what was meant', () => {
    for (const [args, words] of [
      [[], 'Usage: letters COMMAND'],
      [['chekc'], 'Did you mean "check"?'],
      [['check'], 'letters check PATHS...'],
      [['check', '--formt', 'json', 'good.letter'], 'Did you mean "--format"?'],
      [['check', '--format', 'jsno', 'good.letter'], 'Did you mean "json"?'],
      [['check', '--format'], '--format needs a value'],
      [['check', '--max-warnings', 'few', 'good.letter'], 'whole number'],
      [['check', '--max-warnings', '-1', 'good.letter'], '--max-warnings needs a value'],
      [['rules', '--json=yes'], '--json takes no value'],
      [['rules', 'more'], 'takes only options'],
      [['explain', 'missing-decisions'], 'Did you mean "missing-decision"?'],
      [['explain', 'missing-decision', 'header-field'], 'one RULE at a time'],
      [['fix', '-'], 'cannot change standard input'],
    ] as const) {
      const { code, stdout, stderr } = letters(args, { cwd });
      assert.equal(code, 2, args.join(' '));
      assert.equal(stdout, '');
      assert.ok(stderr.includes(words), `${args.join(' ')}: ${stderr}`);
    }
  });
});

describe('a text that is too large to be a letter', () => {
  const large = 'The knee is stable.\n'.repeat(1_000_001);

  it('is not read, and that is said', () => {
    const cwd = folderWith({ 'a.letter': good, 'large.letter': large });
    const { code, paths, stderr } = check(['.'], { cwd });
    assert.equal(code, 2);
    assert.ok(paths.includes('a.letter'));
    assert.match(stderr, /large\.letter: It is too large to be a letter: 20 MB of text are read at most/);
  });

  it('nor from standard input', () => {
    const { code, stderr } = letters(['check', '-'], { cwd: folderWith({}), input: large });
    assert.equal(code, 2);
    assert.match(stderr, /too large to be a letter/);
  });

  it('nor is any file that is too large for every format, nor what comes through a pipe without end', () => {
    const cwd = folderWith({ 'a.letter': good, 'huge.letter': '', 'huge.pdf': '' });
    for (const name of ['huge.letter', 'huge.pdf']) truncateSync(join(cwd, name), 200_000_001);
    const { code, paths, stderr } = check(['.', 'huge.pdf'], { cwd });
    assert.equal(code, 2);
    assert.deepEqual(paths, ['a.letter']);
    assert.match(stderr, /huge\.letter: The file is too large to be a letter\./);
    assert.match(stderr, /huge\.pdf: The file is too large to be a letter\./);
    if (process.platform === 'win32') return;
    const endless = `yes | "$0" --max-old-space-size=100 "${command}" check /dev/fd/0`;
    const piped = spawnSync('sh', ['-c', endless, process.execPath], { cwd, encoding: 'utf8', timeout: 30_000 });
    assert.equal(piped.status, 2);
    assert.match(piped.stderr, /fd\/0: The file is too large to be a letter\./);
  }).timeout(60_000);
});
