import assert from 'node:assert/strict';
import { fold, foldedPart } from '../../../server/src/core/text/folded';

/** The source of every character of the folded text. */
function sources(source: string): string {
  const folded = fold(source);
  return Array.from({ length: folded.text.length }, (_, i) => {
    const { start, end } = folded.source(i, i + 1);
    assert.equal(end, start + 1);
    return source.slice(start, end);
  }).join('');
}

const table: [source: string, folded: string][] = [
  ['', ''],
  ['   ', ''],
  ['\n\f\r\n', ''],
  ['knee', 'knee'],
  ['  the   knee\t', 'the knee'],
  ['the\nknee', 'the knee'],
  ['the \r\n  knee', 'the knee'],
  ['the\rknee', 'the knee'],
  ['the\fknee', 'the knee'],
  ['the\u00a0knee\u2003is\u2028stable\u200b.', 'the knee is stable\u200b.'],
  ['\ufeffknee', 'knee'],
  ['electro-\ndiagnostic', 'electro-diagnostic'],
  ['electro- \r\n diagnostic', 'electro-diagnostic'],
  ['9-10-\n2015', '9-10-2015'],
  ['9-10- 2015', '9-10- 2015'],
  ['the knee -\nno, the foot', 'the knee - no, the foot'],
  ['the knee --\nno', 'the knee -- no'],
  ['-\nno', '- no'],
  ['a <!-- b --> c', 'a c'],
  ['a<!-- b -->c', 'ac'],
  ['a <!-- b -->\n<!-- c --> d', 'a d'],
  ['<!-- a --> b', 'b'],
  ['a <!-- b', 'a'],
  ['a <!-- b\nc', 'a c'],
  ['a <!-- b\fc', 'a c'],
  ['a <!-- b <!-- c --> d -->', 'a d -->'],
  ['a <!-- b\n<!-- c\nd', 'a d'],
  ['a <!--> b', 'a'],
  ['a <!-- b --> c <!-- d', 'a c'],
  ['a *b* c', 'a b c'],
  ['a **b** c', 'a b c'],
  ['a ***b*** c', 'a b c'],
  ['**a:** b', 'a: b'],
  ['**a**: b', 'a: b'],
  ['*a b\nc*', 'a b c'],
  ['a*b*c', 'a*b*c'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['* a', '* a'],
  ['*a', '*a'],
  ['a* b', 'a* b'],
  ['**a*', '**a*'],
  ['a_b_', 'a_b_'],
  ['5% 😀\n😀', '5% 😀 😀'],
  ['\ud800 \udc00', '\ud800 \udc00'],
  ['a\u0000 b', 'a\u0000 b'],
];

describe('folded text', () => {
  for (const [source, folded] of table) {
    it(`${JSON.stringify(source)} is read as ${JSON.stringify(folded)}`, () => {
      assert.equal(fold(source).text, folded);
      assert.equal(fold(`xx${source}yy`, 2, 2 + source.length).text, folded, 'within another text');
      const read = sources(source);
      assert.equal(read.length, folded.length);
      for (let i = 0; i < read.length; i++) {
        if (folded[i] === ' ') assert.match(read[i] ?? '', /\s/);
        else assert.equal(read[i], folded[i]);
      }
    });
  }

  it('gives the span in the source of any stretch', () => {
    const source = '  the *right*\n knee- <!-- a -->\njoint ';
    const folded = fold(source);
    assert.equal(folded.text, 'the right knee- joint');
    const cover = (words: string) => {
      const at = folded.text.indexOf(words);
      const { start, end } = folded.source(at, at + words.length);
      return source.slice(start, end);
    };
    assert.equal(cover('right'), 'right');
    assert.equal(cover('the right'), 'the *right');
    assert.equal(cover('right knee'), 'right*\n knee');
    assert.equal(cover('knee- joint'), 'knee- <!-- a -->\njoint');
    assert.deepEqual(folded.source(4, 4), { start: 7, end: 7 });
    assert.deepEqual(folded.source(21, 21), { start: source.length - 1, end: source.length - 1 });
    assert.deepEqual(folded.source(99, 99), { start: source.length - 1, end: source.length - 1 });
    assert.deepEqual(fold('ab   ', 2).source(0, 0), { start: 2, end: 2 });
  });

  it('has parts that lead to the same source', () => {
    const source = 'MRI of the\nknee : Upheld';
    const name = foldedPart(fold(source), 0, 16);
    assert.equal(name.text, 'MRI of the knee');
    const { start, end } = name.source(11, 15);
    assert.equal(source.slice(start, end), 'knee');
    const behind = foldedPart(fold(source), 17, 24);
    assert.equal(behind.text, 'Upheld');
    assert.deepEqual(behind.source(0, 6), { start: 18, end: 24 });
    assert.equal(foldedPart(fold(source), 15, 16).text, '');
  });
});
