import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, linkSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folderWith, item, letters, letterWith } from './command';

const marked = 'quinquagenarian';
/** With a finding of each kind: one that quotes, one with a fix that inserts words of the letter, one of the rationale. */
const bad = letterWith(
  item(`X-ray of the ${marked} left knee`).replace('The request is not medically necessary.', 'The request is [date].'),
  item('MRI of the left knee').replace('Upheld', 'Uphelt'),
).replace('UR Denial Date: 10/03/2016', 'UR Denial Date: 13/03/2016');

const guideline = {
  id: 'of-the-test',
  family: 'of-the-test',
  title: 'Guideline of the Test',
  status: 'adopted',
  reference: 'none',
  certainty: 'high',
};
const catalogue = (title: string) =>
  JSON.stringify({ version: 1, id: 'own', title: 'Own', guidelines: [{ ...guideline, title }] });
const vocabulary = (short: string) =>
  JSON.stringify({ version: 1, abbreviations: [{ short, long: ['an abbreviation of the test'] }] });

function folderOfLetters(): string {
  return folderWith({
    'a.letter': bad,
    'b.letter': letterWith(item('X-ray of the left knee')),
    'letters.config.json': JSON.stringify({
      catalogues: ['own.json'],
      vocabularies: ['words.json'],
      names: 'names.json',
    }),
    'own.json': catalogue('Guideline of the Test'),
    'words.json': vocabulary('QQT'),
    'names.json': JSON.stringify({ workers: ['Ada Lovelace'] }),
  });
}

describe('check --cache', () => {
  const check = (cwd: string, ...args: string[]) => letters(['check', '--format', 'sarif', '.', ...args], { cwd });
  const cached = (cwd: string, ...args: string[]) => check(cwd, '--cache', 'kept', ...args);

  it('reports the same as without, in every format, and checks nothing again', () => {
    const cwd = folderOfLetters();
    assert.deepEqual(cached(cwd), check(cwd));
    const { mtimeMs } = statSync(join(cwd, 'kept'));
    for (const format of ['pretty', 'json', 'sarif', 'github', 'csv']) {
      const plain = letters(['check', '--format', format, '.'], { cwd });
      assert.equal(plain.code, 1);
      assert.deepEqual(letters(['check', '--format', format, '--cache', 'kept', '.'], { cwd }), plain, format);
    }
    assert.deepEqual(cached(cwd, '--threads', '2'), check(cwd));
    // It is written only where something was found anew.
    assert.equal(statSync(join(cwd, 'kept')).mtimeMs, mtimeMs);
  }).timeout(60_000);

  it('checks a letter again when anything changes that decides what is found', () => {
    const cwd = folderOfLetters();
    const config = JSON.parse(readFileSync(join(cwd, 'letters.config.json'), 'utf8')) as object;
    const write = (name: string, text: string) => () => writeFileSync(join(cwd, name), text);
    const configure = (more: object) => write('letters.config.json', JSON.stringify({ ...config, ...more }));
    const changes: Record<string, () => void> = {
      'the text': write('a.letter', bad.replace('13/03', '14/03')),
      'a rule off': configure({ rules: { 'unknown-decision': 'off' } }),
      'a severity': configure({ rules: { 'unknown-decision': 'hint' } }),
      'the profile': configure({ profile: 'federal-external-review' }),
      'the organisation': configure({ organisation: 'Organisation of the Test' }),
      'the policy': configure({ policy: 'safe-harbor' }),
      'a catalogue': write('own.json', catalogue('Another Guideline of the Test')),
      'a vocabulary': write('words.json', vocabulary('QQQ')),
      'the names': write('names.json', JSON.stringify({ workers: ['Grace Hopper'] })),
    };
    cached(cwd);
    for (const [what, change] of Object.entries(changes)) {
      change();
      const before = statSync(join(cwd, 'kept')).mtimeMs;
      cached(cwd);
      assert.notEqual(statSync(join(cwd, 'kept')).mtimeMs, before, what);
    }
    assert.deepEqual(cached(cwd), check(cwd));
    const before = statSync(join(cwd, 'kept')).mtimeMs;
    assert.deepEqual(cached(cwd, '--policy', 'posted'), check(cwd, '--policy', 'posted'));
    assert.notEqual(statSync(join(cwd, 'kept')).mtimeMs, before);
  }).timeout(120_000);

  it('checks again with another program, be it of the same version', () => {
    const cwd = folderOfLetters();
    const program = join(cwd, 'program');
    mkdirSync(program);
    copyFileSync(resolve('dist', 'cli.js'), join(program, 'cli.js'));
    const run = () =>
      spawnSync(process.execPath, [join(program, 'cli.js'), 'check', '--format', 'csv', '--cache', 'kept', '.'], {
        cwd,
      });
    run();
    const before = statSync(join(cwd, 'kept')).mtimeMs;
    assert.equal(run().status, 1);
    assert.equal(statSync(join(cwd, 'kept')).mtimeMs, before);
    appendFileSync(join(program, 'cli.js'), '\n// Another one.\n');
    assert.equal(run().status, 1);
    assert.notEqual(statSync(join(cwd, 'kept')).mtimeMs, before);
  }).timeout(60_000);

  it('can be read by nobody without the letter, and is the user’s alone', () => {
    const cwd = folderOfLetters();
    assert.ok(check(cwd).stdout.includes(marked), 'the report quotes the letter');
    cached(cwd);
    const lines = readFileSync(join(cwd, 'kept'), 'utf8').trimEnd().split('\n');
    assert.equal(lines.shift(), 'letters check cache 1');
    for (const line of lines) {
      assert.match(line, /^[\w-]{43} [\w-]+$/);
      const bytes = Buffer.from(line.split(' ')[1] as string, 'base64url').toString('latin1');
      assert.ok(!bytes.includes(marked) && !bytes.includes('message'));
    }
    if (process.platform !== 'win32') assert.equal(statSync(join(cwd, 'kept')).mode & 0o777, 0o600);
  });

  it('is found anew where it is damaged', () => {
    const cwd = folderOfLetters();
    cached(cwd);
    const good = readFileSync(join(cwd, 'kept'), 'utf8');
    const plain = check(cwd);
    const middle = good.length - 40;
    const flipped = good.slice(0, middle) + (good[middle] === 'A' ? 'B' : 'A') + good.slice(middle + 1);
    for (const damaged of [flipped, good.slice(0, -30), '', `${good}what is this?\n`]) {
      writeFileSync(join(cwd, 'kept'), damaged);
      const { code, stdout, stderr } = cached(cwd);
      assert.deepEqual({ code, stdout }, { code: plain.code, stdout: plain.stdout });
      assert.equal(stderr.includes('1 line of the cache cannot be read'), damaged.endsWith('?\n'));
    }
  }).timeout(60_000);

  it('never replaces a file that is something else, and goes on where it cannot be written', () => {
    const cwd = folderOfLetters();
    const plain = check(cwd);
    const noted = (file: string, note: string) => {
      const { code, stdout, stderr } = check(cwd, '--cache', file);
      assert.deepEqual({ code, stdout }, { code: plain.code, stdout: plain.stdout });
      assert.ok(stderr.includes(note), stderr);
    };
    noted('b.letter', 'b.letter: This is no cache of letters check');
    assert.equal(readFileSync(join(cwd, 'b.letter'), 'utf8'), letterWith(item('X-ray of the left knee')));
    noted('.', 'Nothing is kept');
    noted('a.letter/kept', 'kept: ');
  }).timeout(60_000);
});

describe('check of many letters', () => {
  it('holds the texts of only a few at a time', () => {
    const text = `${letterWith(item('X-ray of the left knee'))}\n<!-- ${'what nobody reads '.repeat(6000)} -->\n`;
    const cwd = folderWith({ 'one.letter': text });
    for (let number = 2; number <= 900; number++) linkSync(join(cwd, 'one.letter'), join(cwd, `${number}.letter`));
    // The texts alone are 100 MB, and each thread needs 40 to begin with.
    const args = ['--max-old-space-size=72', resolve('dist', 'cli.js'), 'check', '--threads', '2', '.'];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /900 files/);
  }).timeout(60_000);

  it('goes on in a new thread where one keeps too much', () => {
    const cwd = folderWith({
      // Each thread says that it began, and that it keeps so much.
      'begin.cjs': `if (!require('node:worker_threads').isMainThread) {
  require('node:fs').appendFileSync('begun', 'x');
  process.memoryUsage = () => ({ heapUsed: 300_000_001 });
}`,
      ...Object.fromEntries(['a', 'b', 'c'].map(name => [`${name}.letter`, letterWith(item('Knee brace'))])),
    });
    const env = { NODE_OPTIONS: '--require ./begin.cjs' };
    const { code, stdout } = letters(['check', '--threads', '2', '.'], { cwd, env });
    assert.equal(code, 0);
    assert.match(stdout, /3 files/);
    assert.ok(readFileSync(join(cwd, 'begun'), 'utf8').length > 2);
  }).timeout(60_000);
});
