import assert from 'node:assert/strict';
import { Sentence, sentenceOf } from '../../../server/src/core/facts/sentence';
import { levelsOf } from '../../../server/src/core/facts/spinalLevels';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';
import { assertLinear } from '../../support/growth';

const vocabulary = builtInVocabulary();

function levels(text: string): string[] {
  return sentenceOf(text, vocabulary)
    .of(levelsOf)
    .map(
      ({ start, end, vertebrae, spaces }) =>
        `${text.slice(start, end)} = ${vertebrae.join(' ')}${spaces.length > 0 ? ` | ${spaces.join(' ')}` : ''}`,
    );
}

describe('spinal levels', () => {
  const cases: readonly (readonly [text: string, ...expected: string[]])[] = [
    ['injection at L4', 'L4 = L4'],
    ['injection at L4-5', 'L4-5 = L4 L5 | L4-L5'],
    ['injection at l4/l5', 'l4/l5 = L4 L5 | L4-L5'],
    ['at L4-5, L5-S1', 'L4-5 = L4 L5 | L4-L5', 'L5-S1 = L5 S1 | L5-S1'],
    ['fusion of C5-C6-C7', 'C5-C6-C7 = C5 C6 C7 | C5-C6 C6-C7'],
    ['block from L3 to L5', 'L3 to L5 = L3 L4 L5 | L3-L4 L4-L5'],
    ['compression of T12-L1', 'T12-L1 = T12 L1 | T12-L1'],
    ['the roots C7-C8', 'C7-C8 = C7 C7'],
    ['T2 weighted images of the knee'],
    ['no level at all'],
  ];
  for (const [text, ...expected] of cases) it(text, () => assert.deepEqual(levels(text), expected));

  it('are read in a time that grows with the text', () => {
    assertLinear(['L4-5 ', 'L1-2-3-4-5 '], text => new Sentence(text, vocabulary).of(levelsOf));
  });
});
