import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, item, letters, letterWith } from './command';

const one = item('Knee brace').replace(': Upheld', '');
const two = item('MRI of the left knee').replace(': Upheld', '');

describe('letters check --baseline', () => {
  const cwd = folderWith({ 'a.letter': letterWith(one), 'b.letter': letterWith(item('Knee brace')) });

  function check(...args: string[]) {
    const { code, stdout, stderr } = letters(['check', '--format', 'json', ...args], { cwd });
    return { code, stderr, report: stdout === '' ? null : JSON.parse(stdout) };
  }

  before(() => writeFileSync(join(cwd, 'known.json'), letters(['check', '--format', 'json', '.'], { cwd }).stdout));

  it('leaves out what was known, wherever it stands by now, and says how much', () => {
    writeFileSync(join(cwd, 'a.letter'), letterWith('', '<!-- a remark -->', one));
    const { code, stderr, report } = check('.', '--baseline', 'known.json');
    assert.equal(code, 0);
    assert.deepEqual(report.totals, { files: 2, error: 0, warning: 0, information: 0, hint: 0 });
    assert.deepEqual(report.rules, {});
    assert.match(stderr, /^letters: \d+ problems? of the baseline left out\.\n$/);
  });

  it('of problems that are alike only as many are known as there were', () => {
    writeFileSync(join(cwd, 'a.letter'), letterWith(one, two));
    const { code, report } = check('.', '--baseline', 'known.json');
    assert.equal(code, 1);
    assert.equal(report.rules['missing-decision'], 1);
    const [{ diagnostics }] = report.files;
    assert.equal(diagnostics.filter(({ rule }: { rule: string }) => rule === 'missing-decision').length, 1);
  });

  it('what is known of one letter is new in another', () => {
    writeFileSync(join(cwd, 'a.letter'), letterWith(one));
    writeFileSync(join(cwd, 'b.letter'), letterWith(one));
    const { code, report } = check('.', '--baseline', 'known.json');
    assert.equal(code, 1);
    assert.deepEqual(
      report.files.map(({ diagnostics }: { diagnostics: { rule: string }[] }) =>
        diagnostics.some(({ rule }) => rule === 'missing-decision'),
      ),
      [false, true],
    );
  });

  it('a baseline that is missing, cut off or no report is said, and nothing is checked', () => {
    const broken: Record<string, string> = {
      'empty.json': '',
      'cut.json': '{"version":1,"files":[',
      'list.json': '[]',
      'later.json': '{"version":2,"files":[]}',
      'rows.json': '{"version":1,"files":[{"path":"a.letter","diagnostics":[{"rule":1,"message":"x"}]}]}',
      'report.csv': 'path,line\r\n',
    };
    for (const [name, text] of Object.entries(broken)) writeFileSync(join(cwd, name), text);
    for (const name of ['absent.json', ...Object.keys(broken)]) {
      const { code, stderr, report } = check('.', '--baseline', name);
      assert.equal(code, 2, name);
      assert.equal(report, null);
      assert.ok(stderr.startsWith(`letters: The baseline ${name} cannot be used. `), stderr);
      assert.ok(stderr.includes(`Make one with: letters check --format json PATHS > ${name}\n`), stderr);
    }
  });

  it('names in it that every object has mean nothing', () => {
    const text = '{"version":1,"files":[{"path":"__proto__","diagnostics":[{"rule":"constructor","message":"x"}]}]}';
    writeFileSync(join(cwd, 'odd.json'), text);
    writeFileSync(join(cwd, 'b.letter'), letterWith(item('Knee brace')));
    const { code, report } = check('a.letter', 'b.letter', '--baseline', 'odd.json');
    assert.equal(code, 1);
    assert.equal(report.rules['missing-decision'], 1);
  });
});
