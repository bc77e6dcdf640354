import assert from 'node:assert/strict';
import { folderWith, item, letters, letterWith } from './command';

/*
 * Letters that are empty, odd or huge: they are checked, read and fixed like any other, in a time that a person waits.
 */

const line = 'The records show no instability of the knee, and nothing was tried before. ';
const items = Array.from({ length: 5000 }, (_, index) => item(`Therapy, visit ${index + 1}`));
const files: Record<string, string> = {
  'empty.letter': '',
  'blank.letter': ' \r\n\t\r\f\n\u00a0',
  'heading.letter': '# CLINICAL CASE SUMMARY',
  'mark.letter': '\ufeff',
  'comments.letter': letterWith(item('Knee brace'), '<!-- a <!-- b --> c --> <!-- never closed'),
  'cr.letter': letterWith(item('Knee brace')).replaceAll('\n', '\r'),
  'crlf.letter': letterWith(item('Knee brace')).replaceAll('\n', '\r\n'),
  'large.letter': `${letterWith(item('Knee brace'))}${`${line}\n`.repeat(140_000)}`,
  'longLine.letter': `${letterWith(item('Knee brace'))}${line.repeat(14_000)}`,
  'oneWord.letter': 'a'.repeat(1_000_000),
  'marks.letter': letterWith('## '.repeat(20_000), '*'.repeat(100_000), ':'.repeat(100_000), '<!--'.repeat(50_000)),
  'manyItems.letter': letterWith(...items),
};

describe('hard letters', function () {
  this.timeout(60_000);
  const cwd = folderWith(files);
  const names = Object.keys(files).sort();

  it('are all checked', () => {
    const { code, stdout, stderr } = letters(['check', '--format', 'json', '.'], { cwd });
    assert.equal(stderr, '');
    assert.equal(code, 1);
    const output = JSON.parse(stdout);
    assert.deepEqual(
      output.files.map((file: { path: string }) => file.path),
      names,
    );
    const found = new Map<string, string[]>();
    for (const { path, diagnostics } of output.files) {
      found.set(
        path,
        diagnostics.map(({ rule }: { rule: string }) => rule),
      );
    }
    assert.deepEqual(found.get('cr.letter'), []);
    assert.deepEqual(found.get('crlf.letter'), []);
    assert.deepEqual(found.get('manyItems.letter'), []);
    assert.ok(found.get('comments.letter')?.includes('unclosed-comment'));
    assert.ok(found.get('heading.letter')?.includes('missing-section'));
  });

  it('are shown in frames of lines that a terminal can show', () => {
    const { stdout } = letters(['check', 'oneWord.letter', 'marks.letter', 'longLine.letter'], { cwd });
    const frames = stdout.split('\n').filter(each => /^\s*\d* \|/.test(each));
    assert.ok(frames.length > 0);
    assert.ok(
      frames.every(each => each.length < 130),
      String(Math.max(...frames.map(each => each.length))),
    );
  });

  it('are all read, without losing an item', () => {
    const { code, stdout, stderr } = letters(['parse', '.'], { cwd });
    assert.equal(code, 0, stderr);
    const parsed = stdout
      .trimEnd()
      .split('\n')
      .map(each => JSON.parse(each));
    assert.deepEqual(
      parsed.map(({ path }) => path),
      names,
    );
    const byPath = new Map(parsed.map(each => [each.path, each]));
    assert.equal(byPath.get('manyItems.letter').items.length, 5000);
    assert.equal(byPath.get('cr.letter').items[0].decision, 'Upheld');
    assert.deepEqual(byPath.get('empty.letter').items, []);
    assert.ok(byPath.get('longLine.letter').items[0].rationale.length > 1_000_000);
  });

  it('are fixed', () => {
    const { code, stderr } = letters(['fix', '--dry-run', '.'], { cwd });
    assert.equal(code, 0, stderr);
  });
});
