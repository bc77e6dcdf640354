import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../server/src/core/text/folded';
import { foldSpaces, isSpace } from '../../server/src/core/text/words';
import { runs } from './letters';

const pieces = ['a', 'Ab', '-', '.', ' ', '  ', '\t', '\n', '\r\n', '\r', '\f', '\u00a0', '\u2028', '😀', '\ud800'];
const marks = ['*', '**', '***', '<!--', '-->', '<!-- x -->', '<', '!', '>'];
const text = (of: string[]) => fc.array(fc.constantFrom(...of), { maxLength: 40 }).map(list => list.join(''));
const many = { ...runs, numRuns: runs.numRuns * 10 };

describe(`folded text (${many.numRuns} runs)`, () => {
  it('holds characters of the source, in its order, and single spaces for its white space', () => {
    fc.assert(
      fc.property(text([...pieces, ...marks]), text(pieces), (source, around) => {
        const folded = fold(around + source + around, around.length, around.length + source.length);
        assert.equal(folded.text, fold(source).text);
        assert.ok(!folded.text.includes('  ') && folded.text === foldSpaces(folded.text));
        let last = around.length - 1;
        for (let i = 0; i < folded.text.length; i++) {
          const { start, end } = folded.source(i, i + 1);
          assert.ok(start > last && end === start + 1);
          last = start;
          const code = (around + source).charCodeAt(start);
          if (folded.text[i] === ' ') assert.ok(isSpace(code));
          else assert.equal(code, folded.text.charCodeAt(i));
          assert.equal(folded.source(0, i + 1).end, end);
          assert.equal(folded.source(i, i).start, start);
        }
        assert.ok(last < around.length + source.length);
      }),
      many,
    );
  });

  it('without marks and hyphens is the source with its white space folded', () => {
    fc.assert(
      fc.property(text(pieces.filter(piece => piece !== '-')), source => {
        assert.equal(fold(source).text, foldSpaces(source));
      }),
      many,
    );
  });
});
