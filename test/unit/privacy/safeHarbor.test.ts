import assert from 'node:assert/strict';
import { sentenceOf } from '../../../server/src/core/facts/sentence';
import { safeHarborIdentifiersOf } from '../../../server/src/core/privacy/safeHarbor';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';

const vocabulary = builtInVocabulary();
const found = (text: string) =>
  sentenceOf(text, vocabulary)
    .of(safeHarborIdentifiersOf)
    .map(({ kind, start, end, instead }) => [kind, text.slice(start, end), instead]);

const table: [text: string, found: [string, string, string | null][]][] = [
  ['The injury of 10/13/2016 healed.', [['date', '10/13/2016', '2016']]],
  [
    'On 10-13-16 and November 10, 2016.',
    [
      ['date', '10-13-16', '2016'],
      ['date', 'November 10, 2016', '2016'],
    ],
  ],
  ['Therapy began in May 2016.', [['date', 'May 2016', '2016']]],
  ['Therapy began in 2016.', []],
  ['Benditt D, et al., accessed 02/18/2017.', []],
  ['The worker is a 94 year old man.', [['age', '94', null]]],
  ['The worker is an 89-year-old man.', []],
  ['Her page is http://example.com/a.', [['webAddress', 'http://example.com/a', null]]],
  ['The request came from 192.168.10.24.', [['computer', '192.168.10.24', null]]],
  ['IP address 10.0.0.1 was logged.', [['computer', '10.0.0.1', null]]],
  ['See section 3.3.8.1.', []],
  ['The stimulator, serial no. AB-12345, was changed.', [['device', 'AB-12345', null]]],
  ['The lot number 998877 was recalled.', [['device', '998877', null]]],
  ['A lot of 12 visits.', []],
  ['She moved to Los Angeles County.', [['county', 'Los Angeles County', null]]],
  ['The county clinic saw her.', []],
];

describe('what identifies a person under "safe-harbor" alone', () => {
  for (const [text, expected] of table) {
    it(text, () => assert.deepEqual(found(text), expected));
  }
});
