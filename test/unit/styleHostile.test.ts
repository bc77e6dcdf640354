import { parseLetter } from '../../server/src/core/language/letter';
import { checkLetter } from '../../server/src/core/rules/check';
import { rules } from '../../server/src/core/rules/index';
import { assertLinear } from '../support/growth';
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

const beginning = '# IMR ISSUES, DECISIONS AND RATIONALES\n\n## Cane: Upheld\n\nDecision rationale: ';

describe('rules of style on hostile text', () => {
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
      assertLinear(pieces, text => {
        const letter = parseLetter(`${beginning}${text}`, setup.profile);
        // Of another setup nothing is known yet.
        checkLetter(letter, { ...setup, vocabulary: { ...setup.vocabulary } }, (_, error) => {
          throw error;
        });
      });
    });
  }
});
