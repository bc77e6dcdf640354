import assert from 'node:assert/strict';
import { toSnippet } from '../../client/src/newLetter/snippet';

describe('the snippet of a new letter', () => {
  it('stops at each placeholder, which stands there until the writer types', () => {
    assert.equal(toSnippet('A: [[one]]\n\nB [[two words]].'), `A: \${1:[[one]]}\n\nB \${2:[[two words]]}.`);
  });

  it('keeps what means something in a snippet', () => {
    assert.equal(toSnippet('Cost: $5 {a} \\ [[$1}]]'), `Cost: \\$5 {a\\} \\\\ \${1:[[\\$1\\}]]}`);
  });

  it('leaves brackets alone that are no placeholder', () => {
    for (const text of ['[[', ']]', '[a]', '[[a]', '']) assert.equal(toSnippet(text), text);
  });

  it('takes long text in no time', () => {
    const start = performance.now();
    for (const piece of ['[[', '[[a', ']]', '[[a]]']) toSnippet(piece.repeat(200_000));
    assert.ok(performance.now() - start < 2000);
  });
});
