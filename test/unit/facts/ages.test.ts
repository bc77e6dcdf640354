import assert from 'node:assert/strict';
import { agesIn } from '../../../server/src/core/facts/ages';
import { readNumber, writeNumber } from '../../../server/src/core/facts/agesWords';
import { assertLinear } from '../../support/growth';

const said = (text: string) =>
  agesIn(text).map(({ span, whose, years }) => [text.slice(span.start, span.end), years, whose]);

describe('ages', () => {
  const ofWorker: readonly (readonly [string, string, number])[] = [
    ['The injured worker is a 46 year old male who fell.', '46 year old', 46],
    ['This is a 47-year-old woman with neck pain.', '47-year-old', 47],
    ['The claimant is a 59 year-old gentleman.', '59 year-old', 59],
    ['The worker is a(n) 57 year old male, who lifted a box.', '57 year old', 57],
    ['This case involves a now 58-year-old female with a claim.', '58-year-old', 58],
    ['Patient is 59 y/o.', '59 y/o', 59],
    ['A 59 yo RHD male seen for his wrist.', '59 yo', 59],
    ['46yo female with low back pain.', '46yo', 46],
    ['The applicant, age 46, works as a cook.', 'age 46', 46],
    ['The claimant is a male aged 46.', 'aged 46', 46],
    ['The worker is 46 years of age.', '46 years of age', 46],
    ['This forty-six year old carpenter, who fell from a ladder, has knee pain.', 'forty-six year old', 46],
    ['The patient is a Sixty year old right hand dominant nurse.', 'Sixty year old', 60],
    ['She is now 46 years old and works as a welder.', '46 years old', 46],
    ['Age: 46.', 'Age: 46', 46],
    ["Given the patient's age of 62, a trial is sensible.", 'age of 62', 62],
    ['This 33 year old, right-handed, female worker fell.', '33 year old', 33],
    ['The 46-year-old was seen again.', '46-year-old', 46],
    ['46-year-old with low back pain.', '46-year-old', 46],
    ['The injured worker was a 31 year old male, who sustained an injury.', '31 year old', 31],
    ['The patient is a pleasant 54 yr old employee.', '54 yr old', 54],
    ['The male is 46-years-old.', '46-years-old', 46],
    ['The worker is a right hand dominant 46 year old male.', '46 year old', 46],
    ['The worker is reported to be a 46 year old male.', '46 year old', 46],
    ['Mr. Doe is a 46 year old male.', '46 year old', 46],
    ['In this case of a 46 year old female, imaging helps.', '46 year old', 46],
    ['IW is a 46 y.o. male.', '46 y.o', 46],
  ];
  for (const [text, words, years] of ofWorker) {
    it(text, () => assert.deepEqual(said(text), [[words, years, 'worker']]));
  }

  const ofOthers = [
    'There is a 12 year old injury of the same knee.',
    'The injury is 12 years old.',
    '20-year-old hardware was removed.',
    'It is meant for patients over 65 years of age.',
    'Her 12-year-old daughter helps her.',
    'The worker lives with a 44 year old wife.',
    'His wife is 44 years old.',
    'Adults 18 years of age and older may take it.',
    'Imaging in patients over age 30 is often abnormal.',
    'Consider a rotator cuff tear; over age 40; normal films.',
    'In 60 year old patients tears are common.',
    'For those 18-65 years old it is advised.',
    'Men aged 50 to 70 were enrolled.',
    'The mean age 46 of the group was noted.',
    'A case report of a 46 year old male was published.',
    'He was struck by a 23 year old male coworker.',
    'A person younger than 18 years of age is excluded.',
    'The claim is a 12 year old one.',
    'This is a 12 year old injury.',
    'It is 12 years old.',
    'A 12-year-old fracture, the patient says, healed.',
    'The worker was lifting a 60 year old female.',
    'The worker fell with an 80 year old patient.',
    'She cares for a 60 year old man at home.',
    'He assaulted a 46 year old male.',
    'She was hit by the 46-year-old male.',
    'She has two daughters, 12 years old.',
    'She has two children, ages 12 and 14.',
  ];
  for (const text of ofOthers) {
    it(`not the worker's: ${text}`, () =>
      assert.deepEqual(
        said(text).filter(([, , whose]) => whose !== 'other'),
        [],
      ));
  }

  const ofThen = [
    'He lost a finger at the age of 20.',
    'She has smoked since age 16.',
    'The worker was 40 years old at the time of the injury.',
    'Surgery was done when she was 12 years old.',
  ];
  for (const text of ofThen) {
    it(`at another time: ${text}`, () =>
      assert.deepEqual(
        said(text).map(([, , whose]) => whose),
        ['workerThen'],
      ));
  }

  it('are not found where no age is stated', () => {
    for (const text of [
      'a 10 year history of pain',
      'worked for 30 years',
      'page 46',
      '46 years ago',
      'older than 46',
      'the 4 year olds',
      'every 4 years',
      'average 46',
    ]) {
      assert.deepEqual(agesIn(text), [], text);
    }
  });

  it('give the place of the number, and each age once', () => {
    const text = 'The patient, age 46 years old, fell.';
    const [age, ...rest] = agesIn(text);
    assert.equal(text.slice(age?.number.start, age?.number.end), '46');
    assert.equal(rest.length, 0);
  });

  it('are read and written in words', () => {
    for (let years = 1; years < 100; years++) assert.equal(readNumber(writeNumber(years, 'one')), years);
    assert.equal(writeNumber(47, 'Forty six'), 'Forty seven');
    assert.equal(writeNumber(47, '46'), '47');
    assert.ok(Number.isNaN(readNumber('many')));
  });

  it('are found in a time that grows with the text', () => {
    assertLinear(
      ['46 ', '46 year ', 'age ', 'age (', 'forty-', 'a ', '46 yo ', 'is a 46 year old ', '- ', 'aged 46-'],
      agesIn,
    );
  });
});
