import assert from 'node:assert/strict';
import { caseFacts } from '../../../server/src/core/facts/caseFacts';
import { parseLetter } from '../../../server/src/core/language/letter';
import { testSetup } from '../../support/setup';

const setup = testSetup();

function factsOf(summary: string) {
  const text = `# CLINICAL CASE SUMMARY\n\n${summary}\n`;
  const letter = parseLetter(text, setup.profile);
  const read = caseFacts(letter, setup.vocabulary);
  const start = letter.sections[0]?.start ?? 0;
  const written = (fact: (typeof read.facts)[number]) => {
    const span = read.source(fact);
    return text.slice(start + span.start, start + span.end);
  };
  return { ...read, all: read.facts.map(fact => ({ ...fact, written: written(fact) })) };
}

describe('facts of the case', () => {
  it('are the ages, sexes, dates, body parts, drugs and services of the summary, each with its place', () => {
    const { all } = factsOf(
      'The injured worker is a 46 year old\nfemale who was injured on 03/14/2016. She takes naproxen and had\nphysical therapy for the left knee.',
    );
    assert.deepEqual(
      all.map(({ kind, written, sentence }) => `${sentence} ${kind}: ${written}`),
      [
        '0 age: 46 year old',
        '0 sex: female',
        '0 date: 03/14/2016',
        '1 drug: naproxen',
        '1 service: physical therapy',
        '1 bodyPart: knee',
      ],
    );
    const [age, , date, , , knee] = all;
    assert.equal(age?.kind === 'age' && age.years, 46);
    assert.deepEqual(date?.kind === 'date' && [date.day?.iso, date.meaning], ['2016-03-14', 'injury']);
    assert.equal(knee?.kind === 'bodyPart' && knee.side, 'left');
  });

  it('tell what is denied', () => {
    const { all } = factsOf('There is no documentation of physical therapy. He has had acupuncture.');
    assert.deepEqual(
      all.filter(fact => fact.kind === 'service').map(({ written, negated }) => [written, negated]),
      [
        ['physical therapy', true],
        ['acupuncture', false],
      ],
    );
  });

  it('have the same key for as long as they say the same, wherever they stand', () => {
    const { key } = factsOf('A 46 year old male fell. The left knee hurts.');
    assert.equal(factsOf('A 46 year old  male, as said, fell. It is the left knee that hurts.').key, key);
    assert.notEqual(factsOf('A 47 year old male fell. The left knee hurts.').key, key);
    assert.notEqual(factsOf('A 46 year old male fell. The right knee hurts.').key, key);
    assert.notEqual(factsOf('A 46 year old male fell. The left knee hurts, not.').key, '');
  });

  it('are none where there is no summary, or an empty one', () => {
    assert.deepEqual(factsOf('').facts, []);
    assert.deepEqual(caseFacts(parseLetter('', setup.profile), setup.vocabulary).facts, []);
  });

  it('of a summary of a million characters are read in no more than a few seconds', function () {
    this.timeout(20_000);
    const { facts } = factsOf(
      'On 10/12/2016 she, 46 years old, had 12 visits of physical therapy for the left knee. '.repeat(12_000),
    );
    assert.ok(facts.length > 30_000);
  });
});
