import assert from 'node:assert/strict';
import { folderWith, item, letters, letterWith, type Run } from './command';

const knee = item('MRI of the knee');
const brace = item('Knee brace');
const before = letterWith(knee, brace);
const overturned = before.replace('MRI of the knee: Upheld', 'MRI of the knee: Overturned');
const wrapped = before.replace(/The records show /g, 'The records\nshow   ');

describe('letters diff', () => {
  const files = {
    'a.letter': before,
    'b.letter': overturned,
    'wrapped.letter': wrapped,
    'odd/no\u001b[31m.letter': letterWith(knee, item('Knee \u001b[31m brace'), item('Cane')),
    'latin.letter': new Uint8Array([0xe9, 0x0a]),
    'broken.pdf': 'no pdf at all',
  };
  const folder = folderWith(files);
  const run = (args: readonly string[], input = ''): Run => letters(['diff', ...args], { cwd: folder, input });

  it('says in words what is decided otherwise, and where, and exits with 1', () => {
    const { code, stdout, stderr } = run(['a.letter', 'b.letter']);
    assert.equal(code, 1);
    assert.equal(stderr, '');
    const line = before.split('\n').findIndex(each => each.startsWith('## MRI')) + 1;
    assert.equal(
      stdout,
      [
        'a.letter → b.letter',
        '',
        'Item 1: MRI of the knee',
        `  ! Decision: Upheld → Overturned (a.letter:${line} → b.letter:${line})`,
        '',
        '1 difference, 1 in what is decided (!)',
        '',
      ].join('\n'),
    );
  });

  it('finds no difference where there is only another form, and exits with 0', () => {
    const { code, stdout } = run(['a.letter', 'wrapped.letter']);
    assert.equal(code, 0);
    assert.equal(stdout, 'a.letter → wrapped.letter: no difference in what they say\n');
    assert.equal(run(['a.letter', 'a.letter']).code, 0);
  });

  it('has a JSON that scripts can rely on', () => {
    const { code, stdout } = run(['a.letter', 'b.letter', '--format', 'json']);
    assert.equal(code, 1);
    const lines = before.split('\n');
    const line = lines.findIndex(each => each.startsWith('## MRI'));
    const range = (words: string) => {
      const character = lines[line]?.indexOf(words.slice(0, 3)) ?? 0;
      return { start: { line, character }, end: { line, character: character + words.length } };
    };
    const title = { start: { line, character: 3 }, end: { line, character: (lines[line] ?? '').length } };
    const after = { start: title.start, end: { line, character: title.end.character + 'Overturned'.length - 6 } };
    const said = (text: string) => {
      const { start } = range('Upheld');
      return { text, range: { start, end: { line, character: start.character + text.length } }, page: null };
    };
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      before: 'a.letter',
      after: 'b.letter',
      differences: 1,
      groups: [
        {
          part: 'item',
          name: 'MRI of the knee',
          before: { index: 0, range: title },
          after: { index: 0, range: after },
          changes: [
            {
              kind: 'decision',
              nature: 'changed',
              weight: 'decision',
              label: '',
              before: said('Upheld'),
              after: said('Overturned'),
              fact: null,
              aspects: [],
              words: null,
            },
          ],
        },
      ],
    });
    const same = JSON.parse(run(['a.letter', 'wrapped.letter', '--format', 'json']).stdout);
    assert.deepEqual([same.differences, same.groups], [0, []]);
  });

  it('reads one of them from standard input', () => {
    assert.equal(run(['a.letter', '-'], overturned).code, 1);
    assert.equal(run(['-', 'a.letter'], before).code, 0);
    assert.match(run(['a.letter', '-', '--stdin-name', 'new.letter'], overturned).stdout, /^a\.letter → new\.letter/);
  });

  it('lets no letter command the terminal', () => {
    const { code, stdout } = run(['a.letter', 'odd/no\u001b[31m.letter']);
    assert.equal(code, 1);
    assert.match(stdout, /The item is new/);
    assert.ok(!stdout.includes('\u001b'));
  });

  it('exits with 2 and says why where it cannot compare', () => {
    for (const args of [['a.letter'], ['a.letter', 'b.letter', 'wrapped.letter'], ['-', '-'], []]) {
      const { code, stderr } = run(args);
      assert.equal(code, 2, args.join(' '));
      assert.match(stderr, /letters diff A B|standard input/);
    }
    for (const path of ['missing.letter', 'latin.letter', 'odd', '*.letter', 'broken.pdf']) {
      const { code, stdout, stderr } = run(['a.letter', path]);
      assert.equal(code, 2, path);
      assert.equal(stdout, '');
      assert.ok(stderr.startsWith(`letters: ${path}: `), stderr);
    }
    const both = run(['missing.letter', 'latin.letter']).stderr;
    assert.match(both, /missing\.letter: .*\n.*latin\.letter: /);
    assert.equal(run(['a.letter', 'b.letter', '--format', 'xml']).code, 2);
  });

  it('compares a letter with what came of it as a Word or PDF file', function () {
    this.timeout(60_000);
    for (const format of ['docx', 'pdf']) {
      const file = `printed.${format}`;
      const made = letters(['export', '--to', format, '-o', file, '--force', 'a.letter'], { cwd: folder });
      assert.equal(made.code, 0, made.stderr);
      assert.equal(run(['a.letter', file]).stdout, `a.letter → ${file}: no difference in what they say\n`);
      assert.match(run([file, 'b.letter']).stdout, /Decision: Upheld → Overturned/);
    }
  });
});
