import assert from 'node:assert/strict';
import { builtInVocabulary } from '../../server/src/core/vocabulary/builtIn';
import { matchTerms } from '../../server/src/core/vocabulary/matcher';
import { matchSides } from '../../server/src/core/vocabulary/sides';
import { assertLinear } from '../support/growth';

const vocabulary = builtInVocabulary();

function sidesIn(text: string): string[] {
  return matchSides(text, matchTerms(text, vocabulary), vocabulary).map(
    ({ start, end, side, parts }) => `${text.slice(start, end)} = ${side}: ${parts.map(part => part.id).join(' ')}`,
  );
}

describe('sides', () => {
  it('belong to the body part that follows, with at most five words between', () => {
    assert.deepEqual(sidesIn('MRI of the left knee'), ['left = left: knee']);
    assert.deepEqual(sidesIn('right-sided selective nerve root block at L4'), ['right-sided = right: low-back']);
    assert.deepEqual(sidesIn('Bilateral hips'), ['Bilateral = bilateral: hip']);
    assert.deepEqual(sidesIn('left toes'), ['left = left: toe']);
    assert.deepEqual(sidesIn('right one two three four five six knee'), []);
  });

  it('belong to the body part before them where the words end', () => {
    assert.deepEqual(sidesIn('shoulder, right'), ['right = right: shoulder']);
    assert.deepEqual(sidesIn('pain of the knee on the left'), ['left = left: knee']);
    assert.deepEqual(sidesIn('MRI knee left without contrast'), ['left = left: knee']);
    assert.deepEqual(sidesIn('knees bilaterally'), ['bilaterally = bilateral: knee']);
    assert.deepEqual(sidesIn('he hurt a knee and left work'), []);
    assert.deepEqual(sidesIn('It is the knee. Right.'), []);
  });

  it('belong to all body parts that are joined, up to one without sides', () => {
    assert.deepEqual(sidesIn('left wrist/hand, fingers and elbow'), ['left = left: wrist hand finger elbow']);
    assert.deepEqual(sidesIn('left knee and right hip'), ['left = left: knee', 'right = right: hip']);
    assert.deepEqual(sidesIn('left knee and lumbar spine'), ['left = left: knee']);
  });

  it('may be abbreviated, at the body part only', () => {
    assert.deepEqual(sidesIn('R knee, Lt. hip'), ['R = right: knee', 'Lt = left: hip']);
    assert.deepEqual(sidesIn('EMG RUE and LLE'), ['RUE = right: upper-extremity', 'LLE = left: lower-extremity']);
    assert.deepEqual(sidesIn('R is for the knee'), []);
    assert.deepEqual(sidesIn('L spine'), []);
  });

  it('count "both" at the body part only', () => {
    assert.deepEqual(sidesIn('both knees'), ['both = bilateral: knee']);
    assert.deepEqual(sidesIn('both MRI and CT of the knee'), []);
  });

  it('take "left greater than right" for both', () => {
    assert.deepEqual(sidesIn('left greater than right knee pain'), ['left greater than right = bilateral: knee']);
  });

  for (const text of [
    'the right decision for the knee',
    'the right treatment of the knee',
    'the right to an MRI of the knee',
    'right away the knee',
    'a right-handed worker with knee pain',
    'a right hand dominant worker',
    'he left the clinic with knee pain',
    'left untreated, the knee',
  ]) {
    it(`are not in "${text}"`, () => assert.deepEqual(sidesIn(text), []));
  }

  it('are found in a time that grows with the text', () => {
    const find = (text: string) => matchSides(text, matchTerms(text, vocabulary), vocabulary);
    assertLinear(['left ', 'knee and ', 'left knee and '], text => [find(text), find(`left ${text}`)]);
  });
});
