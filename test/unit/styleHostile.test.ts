import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { checkLetter } from '../../server/src/core/rules/check';
import { rules } from '../../server/src/core/rules/index';
import { testSetup } from '../support/setup';

const ids = [
  'repeated-words',
  'spacing',
  'necessity-scope',
  'stricter-standard',
  'medical-abbreviation',
  'unbalanced-marks',
  'grammar-slip',
];

/** Half a million characters made to send an expression back and forth; more than seconds would be one that does. */
describe('rules of style on hostile text', function () {
  this.timeout(60_000);
  const pieces = [
    'a ',
    'the ',
    ' .',
    '  ',
    '\u00a0 ',
    '(',
    '" ',
    '1) ',
    'a/',
    ' /',
    'not an ',
    'due to the ',
    'cure ',
    'EMG/x ',
    'aa aa bb bb ',
    'aa bb cc aa bb cc dd ',
    'a  ',
    'of for ',
    'there was nor ',
    '1th ',
    'The Guidelines states ',
    'Guidelines (a ',
  ];

  for (const id of ids) {
    it(id, () => {
      const others = rules.filter(rule => rule.id !== id).map(rule => [rule.id, 'off'] as const);
      const setup = testSetup(Object.fromEntries(others));
      for (const piece of pieces) {
        const text = `# IMR ISSUES, DECISIONS AND RATIONALES\n\n## Cane: Upheld\n\nDecision rationale: ${piece.repeat(500_000 / piece.length)}`;
        const letter = parseLetter(text, setup.profile);
        const begin = performance.now();
        checkLetter(letter, setup, (_, error) => {
          throw error;
        });
        const took = performance.now() - begin;
        assert.ok(took < 3000, `${id} took ${Math.round(took)} ms for ${JSON.stringify(piece)}`);
      }
    });
  }
});
