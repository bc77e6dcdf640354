import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, item, letters, letterWith } from './command';

describe('the language and the clock of a computer', function () {
  this.timeout(60_000);

  const places = [
    { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
    { TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  ];
  const late = letterWith(item('IBUPROFEN 800MG #90'), item('MRI of the left knee').replace(': Upheld', '')).replace(
    'Decision Date: 11/14/2016',
    'Records Complete: 10/20/2016\nDecision Date: 12/27/2016',
  );

  it('change nothing of what a command writes', () => {
    const runs = places.map(env => {
      const cwd = folderWith({
        'late.letter': late,
        'Iı.letter': late,
        'whole.letter': letterWith(item('MRI of the left knee')),
      });
      const outputs = [
        ['check', '--format', 'json', '.'],
        ['check', '--summary', '.'],
        ['parse', 'late.letter'],
        ['export', 'whole.letter', '--to', 'html', '-o', 'whole.html'],
        ['fix', '.'],
        ['format', '.'],
      ].map(args => {
        const { code, stdout, stderr } = letters(args, { cwd, env });
        return { args, code, stdout, stderr };
      });
      const files = ['late.letter', 'whole.html'].map(name => readFileSync(join(cwd, name), 'utf8'));
      return { outputs, files };
    });
    assert.deepEqual(runs[1], runs[0]);
    assert.ok(runs[0]?.outputs[0]?.stdout.includes('decision-late'), 'a date was counted with');
  });
});
