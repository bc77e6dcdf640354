import assert from 'node:assert/strict';
import { Sentence, sentenceOf } from '../../../server/src/core/facts/sentence';
import { termsOf } from '../../../server/src/core/facts/terms';
import { courseAt } from '../../../server/src/core/facts/treatmentCourse';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';
import { assertLinear } from '../../support/growth';

/** A sentence, and what it tells of each treatment in it: "id course". */
const table: readonly (readonly [string, ...string[]])[] = [
  ['Treatment to date has included acupuncture and home exercise.', 'acupuncture had', 'home-exercise had'],
  ['Treatments included: massage; yoga; acupuncture.', 'massage had', 'yoga had', 'acupuncture had'],
  ['She has had 12 sessions of physical therapy.', 'physical-therapy had'],
  ['He underwent an MRI of the knee in May.', 'mri had'],
  ['An X-ray of the wrist revealed a fracture.', 'x-ray had'],
  ['Medications include naproxen and tramadol.', 'naproxen had', 'tramadol had'],
  ['He takes gabapentin at night.', 'gabapentin had'],
  ['Acupuncture helped with the pain.', 'acupuncture helped'],
  ['She had good relief from massage.', 'massage helped'],
  ['He had no relief from massage.', 'massage failed'],
  ['He has failed naproxen.', 'naproxen failed'],
  ['Acupuncture was tried without benefit.', 'acupuncture failed'],
  ['She has not had acupuncture.', 'acupuncture none'],
  ['He reports no prior physical therapy.', 'physical-therapy none'],
  ['Treatment included no prior massage.', 'massage none'],
  ['The request for acupuncture was denied.', 'acupuncture null'],
  ['The plan is physical therapy.', 'physical-therapy null'],
  ['The treatment plan included massage.', 'massage null'],
  ['She was referred for acupuncture.', 'acupuncture null'],
  ['An MRI of the knee was requested.', 'mri null'],
  ['Treatment included yoga, but acupuncture was recommended.', 'yoga had', 'acupuncture null'],
];

describe('what is told of a treatment', () => {
  for (const [text, ...expected] of table) {
    it(text, () => {
      const sentence = sentenceOf(text, builtInVocabulary());
      const treatments = sentence.of(termsOf).filter(({ kind, id }) => kind !== 'bodyPart' && id !== 'medication');
      assert.deepEqual(
        treatments.map(({ id, start, end }) => `${id} ${courseAt(sentence, start, end)}`),
        expected,
      );
    });
  }

  it('takes a time that grows with the text', () => {
    assertLinear(['but massage ', 'not massage ', 'has had massage, '], text => {
      const sentence = new Sentence(text, builtInVocabulary());
      for (const { start, end } of sentence.of(termsOf)) courseAt(sentence, start, end);
    });
  });
});
