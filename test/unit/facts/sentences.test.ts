import assert from 'node:assert/strict';
import { passagesOf } from '../../../server/src/core/facts/passages';
import { sentencesIn } from '../../../server/src/core/facts/sentences';
import { parseLetter } from '../../../server/src/core/language/letter';
import { assertLinear } from '../../support/growth';
import { testSetup } from '../../support/setup';

const { vocabulary, profile } = testSetup();

/** Each text with a bar where a sentence ends. */
const whole = [
  'The knee is stable. | It was seen on 05/12/2016. | No brace is needed.',
  'Is it? | It is! | So be it.',
  'He said "it hurts." | "Always," she said (so it is noted.) | Then he left.',
  'Dr. Smith and Mrs. Jones saw her. | J. R. Miller did not.',
  'The study by Smith et al. (2004) and by Lee et al. 2005 is old. | The one by Lee et al. | It is newer.',
  'See No. 5, p. 12 and pp. 3-4 of vol. 2, Sec. 9 of Ch. 3, Fig. 2 and Tab. 4.',
  'The answer was no. | The next one was yes.',
  'The dose is 0.5 mg. | It was 2.5 mg before, at 3.5.1 of the list.',
  'It was tried vs. Placebo, e.g. Norco, i.e. Hydrocodone, approx. 5 times.',
  'Aspirin, ice, rest, etc. were tried. | Exercise, massage, etc. | All failed.',
  'Seen at 8 a.m. | The pain was 7 of 10.',
  'She is an M.D. | He holds a Ph.D. in the U.S. Navy.',
  'It stands in 8 C.C.R. 9792 and in the law.',
  'On Feb. 2, 2016 and Sept. 10 he fell. | On the 1st. | On the 3rd. | Then he rested.',
  'She takes vitamin D. | The knee is at grade C. | He has hepatitis B. | It is stable.',
  'The plan: 1. Rest at home. | 2. Ice for a week. | 3. See the doctor.',
  '1. Rest. | 2. Ice.',
  'Pain was rated 7. | He rested. | Pain level: 8. | She rested at p. 12. | The end.',
  'Levels L4-5, L5-S1. | C5-6 is normal.',
  'See www.example.org. | It says so.',
  'The report ends here.| ',
  'He weighs (wt. 180) and is 6 ft. tall.',
  'It is "negative." | X-rays were not repeated.',
];

describe('sentences', () => {
  for (const marked of whole) {
    it(marked, () => {
      const text = marked.replaceAll('|', '').replace(/ +/g, ' ').trim();
      const expected = marked
        .split('|')
        .map(each => each.trim())
        .filter(each => each !== '');
      const found = sentencesIn(text, vocabulary);
      assert.deepEqual(
        found.map(({ sentence }) => sentence.text),
        expected,
      );
      for (const { start, sentence } of found) assert.ok(text.startsWith(sentence.text, start));
    });
  }

  it('end where a paragraph begins, but behind a comma', () => {
    const text = 'Norco 10 mg Flexeril 5 mg Sincerely, the writer';
    const starts = [text.indexOf('Flexeril'), text.indexOf('Sincerely'), text.indexOf('the writer')];
    assert.deepEqual(
      sentencesIn(text, vocabulary, starts).map(({ sentence }) => sentence.text),
      ['Norco 10 mg', 'Flexeril 5 mg', 'Sincerely, the writer'],
    );
  });

  it('take a time that grows with the text', () => {
    assertLinear(['. A', 'A. ', 'Dr. ', '1. 2. ', '.', '") ', 'No. ', 'a.b.', ' . ('], text =>
      sentencesIn(text, vocabulary),
    );
  });
});

describe('sentences of a passage', () => {
  const summary = (body: string) => {
    const letter = parseLetter(`CLINICAL CASE SUMMARY\n\n${body}\n`, profile);
    const part = letter.parts.at(-1)?.part;
    assert.ok(part);
    return passagesOf(part, vocabulary).flatMap(({ sentences }) => sentences.map(({ sentence }) => sentence.text));
  };
  const first = 'The injured worker is a 48 year old clerk who fell at work on 05/02/2016 and was seen by the';
  const second = 'American College of the town, which took films of the knee. She was then sent home with a brace';
  const third = 'and was told to rest.';

  it('run on over lines that are broken by a program, also where each stands apart', () => {
    const expected = [
      `${first} American College of the town, which took films of the knee.`,
      `She was then sent home with a brace ${third}`,
    ];
    assert.deepEqual(summary([first, second, third].join('\n')), expected);
    assert.deepEqual(summary([first, second, third].join(' \n\n')), expected);
  });

  it('end with their paragraph, also without a full stop', () => {
    const lines = ['Current medication', 'Norco 10 mg', 'Flexeril 5 mg'];
    assert.deepEqual(summary(lines.join('\n\n')), lines);
  });
});
