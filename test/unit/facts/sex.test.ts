import assert from 'node:assert/strict';
import { sexWordsIn } from '../../../server/src/core/facts/sex';
import { assertLinear } from '../../support/growth';

const said = (text: string, kind: 'noun' | 'pronoun') =>
  sexWordsIn(text)
    .filter(word => word.kind === kind)
    .map(({ span, sex }) => `${text.slice(span.start, span.end)}: ${sex}`);

describe('words of sex', () => {
  const nouns: readonly (readonly [string, string])[] = [
    ['The injured worker is a 46 year old male who fell.', 'male: male'],
    ['This is a 47-year-old woman with neck pain.', 'woman: female'],
    ['The claimant is a pleasant 59 year-old right-handed gentleman.', 'gentleman: male'],
    ['A 59 yo RHD female, seen for her wrist.', 'female: female'],
    ['This lady has neck pain.', 'lady: female'],
    ['The gentleman was seen again.', 'gentleman: male'],
    ['This female worker fell.', 'female: female'],
    ['The male injured worker fell.', 'male: male'],
    ['The injured worker is a right hand dominant male with knee pain.', 'male: male'],
    ['Sex: female', 'female: female'],
    ['A female aged 46 fell.', 'female: female'],
    ['The worker, a male, 46 years of age, fell.', 'male: male'],
    ['46 y/o M with knee pain.', 'M: male'],
    ['Mr. Doe returned to work.', 'Mr: male'],
    ['Mrs. Jane Roe was injured.', 'Mrs: female'],
    ['Ms. Roe underwent surgery.', 'Ms: female'],
    ['The worker is a 46 year old female nurse.', 'female: female'],
    ['The worker is a 46-year-old-male.', 'male: male'],
  ];
  for (const [text, word] of nouns) it(text, () => assert.deepEqual(said(text, 'noun'), [word]));

  const noNouns = [
    'Male pattern baldness was noted.',
    'A female catheter was ordered.',
    'It is for male and female patients.',
    'The male nurse was present.',
    'He was struck by a 23 year old male coworker.',
    'A man pushed her from the ladder.',
    'The worker was robbed by a male with a knife.',
    'Sex: male/female',
    'In female patients the risk is higher.',
    'Seen with Ms. Roe, the adjuster.',
    'Ms. Roe, PA-C, saw the worker.',
    'Mr. Doe called and asked for a report.',
    'The worker was lifting a 60 year old female.',
    'The worker is a 46 year old transgender male.',
    'The claimant is a friend of a male who fell.',
    'His 12 year old female child helps.',
    'Man-made fibers were found.',
  ];
  for (const text of noNouns) it(`no noun of the worker: ${text}`, () => assert.deepEqual(said(text, 'noun'), []));

  it('pronouns, in every form', () => {
    assert.deepEqual(said('He said that she told him of her back and his knee; hers, himself, herself.', 'pronoun'), [
      'He: male',
      'she: female',
      'him: male',
      'her: female',
      'his: male',
      'hers: female',
      'himself: male',
      'herself: female',
    ]);
    assert.deepEqual(said("She's well. Her pain is less.", 'pronoun'), ['She: female', 'Her: female']);
  });

  const noPronouns = [
    'He/she has no affiliation.',
    'It was chosen for his/her clinical experience.',
    'The worker should see his or her physician, if he or she wishes.',
    'Each may choose him/her. (S)he agrees; s/he too.',
    'A trial (He, 2004) found none.',
    'He et al. found none.',
    'He J, Chen L. and others found none.',
    'He and Chen (2004) found none.',
    'The bundle of His was normal.',
    'Her-2 was negative, and HER was not taken.',
    'The guideline says: "the patient must show that he has tried exercise".',
    'The guideline says: \u201cA patient needs his shoulder.',
    'needs his shoulder.\u201d It was said so.',
    'The hershey bar, the hero, the sheet, this, other.',
  ];
  for (const text of noPronouns) it(`no pronoun: ${text}`, () => assert.deepEqual(said(text, 'pronoun'), []));

  it('behind inches and quotations, pronouns are read again', () => {
    assert.deepEqual(said('A 5" scar is on his knee.', 'pronoun'), ['his: male']);
    assert.deepEqual(said('Pain is "sharp" in her knee.', 'pronoun'), ['her: female']);
  });

  it('are found in a time that grows with the text', () => {
    assertLinear(
      ['he ', 'he or ', 'male ', '"', '46 yo male ', 'this a ', 'the a ', 'Mr. X ', '\u201c', 'worker is a a '],
      sexWordsIn,
    );
  });
});
