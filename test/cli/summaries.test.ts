import assert from 'node:assert/strict';
import { folderWith, item, letters, letterWith } from './command';

const good = letterWith(item('MRI of the left knee'));
const undecided = good.replace(': Upheld', '');
const files = {
  'a.letter': undecided,
  '=2+5, "x".letter': undecided.replace('Decision Date: 11/14/2016', 'Decision Date: 12/01/2016'),
  '<script>alert(1)<.letter': undecided.replace('Decision Date: 11/14/2016\n', ''),
  'good.letter': good,
};

describe('summaries for a spreadsheet and for paper', () => {
  const cwd = folderWith(process.platform === 'win32' ? { 'a.letter': undecided, 'good.letter': good } : files);
  const names = process.platform === 'win32' ? 2 : 4;

  it('csv: a row a problem, quoted, and nothing that a spreadsheet would compute', () => {
    const { code, stdout } = letters(['check', '--format', 'csv', '.'], { cwd });
    assert.equal(code, 1);
    const rows = stdout.split('\r\n');
    assert.equal(rows[0], 'path,line,column,page,item,severity,rule,message,decided');
    assert.equal(rows.at(-1), '');
    assert.ok(!stdout.replaceAll('\r\n', '').includes('\n'));
    const line = undecided.split('\n').findIndex(each => each.startsWith('##')) + 1;
    const row = rows.find(each => each.startsWith('a.letter') && each.includes('missing-decision'));
    assert.match(row ?? '', new RegExp(`^a\\.letter,${line},4,,,error,missing-decision,"This .*",2016-11-14$`));
    if (names === 4)
      assert.ok(
        rows.some(each => each.startsWith(`"'=2+5, ""x"".letter",`)),
        stdout,
      );
    for (const each of rows.slice(1, -1)) assert.doesNotMatch(each, /^[=+\-@]|,"?[=+\-@]/);
  });

  it('csv of nothing is its head', () => {
    const { stdout } = letters(['check', '--format', 'csv', 'good.letter'], { cwd });
    assert.equal(stdout, 'path,line,column,page,item,severity,rule,message,decided\r\n');
  });

  it('html: by rule, by letter and by month, with nothing that runs, is loaded or quotes a letter', () => {
    const { code, stdout } = letters(['check', '--format', 'html', '.', 'absent.letter'], { cwd });
    assert.equal(code, 2);
    assert.match(stdout, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.match(
      stdout,
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">/,
    );
    assert.doesNotMatch(stdout, /<script|<img|<link|\bon\w+=|href=|src=|url\(|@import|http:|https:/);
    for (const title of ['By rule', 'By letter', 'By month of the decision']) {
      assert.ok(stdout.includes(`<caption>${title}</caption>`), title);
    }
    assert.match(stdout, /<th scope="col">Rule<\/th><th scope="col">Errors<\/th>/);
    assert.match(stdout, /<th scope="row">missing-decision<\/th><td>\d<\/td>/);
    assert.match(stdout, /<th scope="row">2016-11<\/th><td>1<\/td>.*<td>2<\/td><\/tr>/);
    assert.match(stdout, /<li>absent\.letter: There is no such file/);
    assert.doesNotMatch(stdout, /left knee|ladder|CM16/);
    assert.ok(stdout.includes(`Letters: ${names}; errors: `), stdout);
    assert.ok(!stdout.includes('<th scope="row">good.letter'));
    if (names !== 4) return;
    assert.ok(stdout.includes('<th scope="row">&lt;script&gt;alert(1)&lt;.letter</th>'), stdout);
    assert.match(stdout, /<th scope="row">No date<\/th>/);
  });

  it('html of letters without problems says so by its numbers', () => {
    const { code, stdout } = letters(['check', '--format', 'html', 'good.letter'], { cwd });
    assert.equal(code, 0);
    assert.ok(stdout.includes('Letters: 1; errors: 0, warnings: 0, information: 0, hints: 0.'));
    assert.ok(!stdout.includes('By rule'));
  });
});
