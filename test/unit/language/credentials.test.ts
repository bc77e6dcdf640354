import assert from 'node:assert/strict';
import { credentialsOf } from '../../../server/src/core/language/credentials';
import { federal, fields, imr, issues, read } from './sketch';

const heading = '# HOW THE IMR FINAL DETERMINATION WAS MADE\n\n';

function credentials(text: string, profile = imr) {
  const letter = read(text, profile);
  const all = credentialsOf(letter);
  for (const { value, span } of all) {
    assert.equal(letter.source.text.slice(span.start, span.end).replace(/\s+/g, ' ').replace(/- /g, '-'), value);
  }
  const of = (role: string) => all.filter(each => each.role === role).map(each => each.value);
  return { licensure: of('licensure'), specialty: of('specialty') };
}

describe('the credentials of the reviewer', () => {
  const labelled: [written: string, licensure: string[], specialty: string[]][] = [
    ['State(s) of Licensure: Ohio\nCertification(s)/Specialty: Family Practice', ['Ohio'], ['Family Practice']],
    ['State(s) of Licensure: Texas,New York,Ohio', ['Texas', 'New York', 'Ohio'], []],
    ['State(s) of Licensure: Iowa, Montana , Ohio', ['Iowa', 'Montana', 'Ohio'], []],
    ['State(s) of Licensure: Iowa, Montana, New\nYork, Ohio', ['Iowa', 'Montana', 'New York', 'Ohio'], []],
    ['State(s) of Licensure: Iowa,, Ohio,', ['Iowa', 'Ohio'], []],
    ['State(s) of Licensure:', [], []],
    ['State(s) of Licensure:\nOhio', ['Ohio'], []],
    ['States of Licensure: Ohio', ['Ohio'], []],
    ['STATE(S) OF LICENSURE : Ohio', ['Ohio'], []],
    ['**State(s) of Licensure:** Ohio', ['Ohio'], []],
    ['# State(s) of Licensure: Ohio', ['Ohio'], []],
    [
      'Certification(s)/Specialty: Physical Medicine & Rehabilitation, Pain Management',
      [],
      ['Physical Medicine & Rehabilitation', 'Pain Management'],
    ],
    ['Specialty: Surgery', [], ['Surgery']],
    [
      'Certification(s)/Specialty: Surgery\nSpecialty: a word of the text',
      [],
      ['Surgery', 'a word of the text'].slice(0, 1),
    ],
    ['State(s) of Licensure: Ohio\n\nThe reviewer lives in Texas.', ['Ohio'], []],
    ['State(s) of Licensure: Ohio\fCertification(s)/Specialty: Surgery', ['Ohio'], ['Surgery']],
  ];
  for (const [written, licensure, specialty] of labelled) {
    it(`"${written.replace(/\n/g, ' / ')}"`, () => {
      for (const end of ['\n', '\r\n', '\r']) {
        const found = credentials(`${heading}The reviewer has these credentials:\n${written}\n`.replaceAll('\n', end));
        if (written.includes('Specialty: a word')) {
          assert.equal(found.specialty[0]?.startsWith('Surgery'), true);
          continue;
        }
        assert.deepEqual(found, { licensure, specialty });
      }
    });
  }

  const prose: [written: string, licensure: string[], specialty: string[]][] = [
    [
      'The expert reviewer is Board Certified in Family Medicine and is licensed to practice in New Jersey.',
      ['New Jersey'],
      ['Family Medicine'],
    ],
    [
      'The physician reviewer is board certified in Surgery,\nand is licensed to practice in Ohio and Texas.',
      ['Ohio', 'Texas'],
      ['Surgery'],
    ],
    [
      'The reviewer is Board Certified in Surgery, Neurology and Psychiatry and is licensed to practice in Ohio.',
      ['Ohio'],
      ['Surgery', 'Neurology', 'Psychiatry'],
    ],
    ['The reviewer is a licensed Chiropractor and is licensed to practice in Ohio.', ['Ohio'], ['Chiropractor']],
    ['The reviewer is licensed to practice in Ohio.', [], []],
  ];
  for (const [written, licensure, specialty] of prose) {
    it(`in prose: "${written.replace(/\n/g, ' / ')}"`, () => {
      assert.deepEqual(credentials(`${heading}Words before. ${written} Words behind.\n`), { licensure, specialty });
    });
  }

  it('in prose may be known by a name that holds "and"', () => {
    const text =
      '# HOW THIS EXTERNAL REVIEW WAS DONE\n\nThe reviewer is board certified in Neurology and Physical Medicine and Rehabilitation and is licensed to practice in Ohio and Texas.';
    assert.deepEqual(credentials(text, federal), {
      licensure: ['Ohio', 'Texas'],
      specialty: ['Neurology', 'Physical Medicine and Rehabilitation'],
    });
    assert.deepEqual(
      credentials(
        `${heading}The reviewer is Board Certified in Physical Medicine and Rehabilitation and is licensed to practice in Ohio.`,
      ).specialty,
      ['Physical Medicine and Rehabilitation'],
    );
  });

  it('are those of the labels where a letter has both', () => {
    const text = `${heading}${prose[0]?.[0]}\n\nState(s) of Licensure: Ohio\n`;
    assert.deepEqual(credentials(text), { licensure: ['Ohio'], specialty: [] });
  });

  it('do not stand in the summary, nor among the items', () => {
    const words = 'State(s) of Licensure: Ohio\nSpecialty: Surgery';
    assert.deepEqual(credentials(`# CLINICAL CASE SUMMARY\n\n${words}`), { licensure: [], specialty: [] });
    assert.deepEqual(credentials(issues(words, '## Cane: Upheld', fields, words)), { licensure: [], specialty: [] });
  });
});
