import assert from 'node:assert/strict';
import { compileNames, type ListedNames } from '../../../server/src/core/privacy/nameList';
import { assertLinear } from '../../support/growth';

const names: ListedNames = {
  workers: ['Jane Q. Doe', "Liam O'Neil", 'Li, Wei', 'Maria de la Cruz'],
  physicians: ['Dr. Richard Roe, M.D.', 'Anna Smith-Jones, PhD', 'Ferrari'],
  employers: ['Acme Tool & Die', 'ACME'],
  others: ['Unit 7'],
};

const found = (text: string, list: ListedNames = names) =>
  compileNames(list)
    ?.namesIn(text)
    .map(({ role, start, end }) => `${role}: ${text.slice(start, end)}`);

const table: [text: string, found: string[]][] = [
  ['Jane Doe was seen.', ['workers: Jane Doe']],
  ['JANE DOE and jane doe', ['workers: JANE DOE', 'workers: jane doe']],
  ['Jane Q. Doe and Jane Doe', ['workers: Jane Q. Doe', 'workers: Jane Doe']],
  ["Jane Doe's knee, Jane Doe\u2019s hip", ['workers: Jane Doe', 'workers: Jane Doe']],
  ['Doe, Jane', ['workers: Doe, Jane']],
  ['Janet Doe-like, Jane Does', []],
  // A last name of three letters is too short alone.
  ['Doe was seen.', []],
  ["O'Neil and o'neil", ["workers: O'Neil"]],
  ["liam o'neil, L. O'Neil", ["workers: liam o'neil", "workers: O'Neil"]],
  ['ONeil', []],
  ['Wei Li; Li alone', ['workers: Wei Li']],
  ['Maria de la Cruz and Ms. Cruz; cruz control', ['workers: Maria de la Cruz', 'workers: Cruz']],
  ['Richard Roe', ['physicians: Richard Roe']],
  ['Dr. Smith-Jones', ['physicians: Smith-Jones']],
  ['Jones', []],
  ['a ferrari and Dr. Ferrari', ['physicians: Ferrari']],
  ['acme tool & die; Acme Tool and Die; acme', ['employers: acme tool & die', 'employers: Acme', 'employers: acme']],
  ['unit 7, unit 77', ['others: unit 7']],
  ['', []],
];

describe('names of a list', () => {
  for (const [text, expected] of table) {
    it(`in ${JSON.stringify(text)}`, () => assert.deepEqual(found(text), expected));
  }

  it('are none where nothing is listed', () => {
    assert.equal(compileNames({}), null);
    assert.equal(compileNames({ workers: [], others: ['&', '  '] }), null);
  });

  it('are found in a time that grows with the text', () => {
    const list = compileNames({ workers: Array.from({ length: 500 }, (_, i) => `Aa Aa Aa Aa${i}`) });
    assertLinear(['Aa '], text => list?.namesIn(text));
  });
});
