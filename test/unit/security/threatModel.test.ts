import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const text = readFileSync('SECURITY.md', 'utf8');
const rows = text
  .slice(text.indexOf('## What could be tried'))
  .split('\n')
  .filter(line => line.startsWith('| ') && !line.startsWith('| by |'));

describe('the threat model', () => {
  it('names for every line a test that there is', () => {
    assert.ok(rows.length >= 20);
    const problems: string[] = [];
    for (const row of rows) {
      const [, by = '', what = '', guard = '', held = ''] = row.split(' | ').join('|').split('|');
      for (const cell of [by, what, guard, held]) assert.notEqual(cell.trim(), '', row);
      const tests = [...held.matchAll(/`(test\/[^`]+\.test\.ts)` "([^"]+)"/g)];
      if (tests.length === 0 || tests.length !== held.split('; `').length) problems.push(`${what}: ${held}`);
      for (const [, path = '', title = ''] of tests) {
        if (!existsSync(path) || !namesTest(readFileSync(path, 'utf8'), title)) problems.push(`${path}: ${title}`);
      }
    }
    assert.deepEqual(problems, []);
  });

  it('has a line for every test that is about security alone', () => {
    const files = ['unit/security', 'protocol', 'cli', 'ui', 'e2e'].flatMap(folder =>
      readdirSync(`test/${folder}`).map(name => `test/${folder}/${name}`),
    );
    const own = files.filter(path => /security.*\.test\.ts$/i.test(path) && !path.endsWith('threatModel.test.ts'));
    assert.ok(own.length >= 6);
    assert.deepEqual(
      own.filter(path => !text.includes(`\`${path}\``)),
      [],
    );
  });

  it('is shipped, and led to from the first page', () => {
    assert.match(readFileSync('.vscodeignore', 'utf8'), /^!SECURITY\.md$/m);
    assert.ok(readFileSync('README.md', 'utf8').includes('](SECURITY.md)'));
  });
});

/** Whether a test has this title, or one that begins or ends with it and has something made up besides. */
function namesTest(source: string, title: string): boolean {
  return [...source.matchAll(/\bit\(\s*(['"`])(.*?)\1/gs)].some(([, , name = '']) => {
    const plain = name.replace(/\$\{[^}]*\}/g, '\u0000').split('\u0000');
    return (
      name === title ||
      (plain.length > 1 &&
        plain.some(part => part.replace(/[\s(:)]+$/, '') === title || part.replace(/^[\s:]+/, '') === title))
    );
  });
}
