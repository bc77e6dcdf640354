import assert from 'node:assert/strict';
import { disputedOf, shareTreatment, treatmentsOf, withoutGeneral } from '../../../server/src/core/facts/disputed';
import { looksElsewhere, regionsOf, speaksOfCase } from '../../../server/src/core/facts/regions';
import { type Sentence, sentenceOf } from '../../../server/src/core/facts/sentence';
import { termsOf } from '../../../server/src/core/facts/terms';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';
import { bearsOn, isNear, sidesMeant } from '../../../server/src/core/vocabulary/regions';

const vocabulary = builtInVocabulary();
const sentence = (text: string): Sentence => sentenceOf(text, vocabulary);

describe('regions', () => {
  function regions(text: string): string[] {
    return sentence(text)
      .of(regionsOf)
      .map(({ part, basis, side }) => `${side?.side ?? '-'} ${part} (${basis})`);
  }

  it('are body parts with their sides', () => {
    assert.deepEqual(regions('MRI of the left knee and the neck'), ['left knee (name)', '- neck (name)']);
    assert.deepEqual(regions('right wrist/hand'), ['right wrist (name)', 'right hand (name)']);
    assert.deepEqual(regions('bilateral hips and L4-5'), ['bilateral hip (name)', '- low-back (level)']);
    assert.deepEqual(regions('right-sided sciatica'), ['right low-back (diagnosis)']);
    assert.deepEqual(regions('nothing here'), []);
  });

  it('are found in linear time', () => {
    const start = performance.now();
    sentence('left knee and right hip, '.repeat(40_000)).of(regionsOf);
    // Measured: about 1 s, most of it to find the terms. A quadratic search would take minutes.
    assert.ok(performance.now() - start < 8000);
  });

  it('stand in sentences on the case, or on other times and sides', () => {
    assert.ok(sentence('The exam of his knee was normal.').of(speaksOfCase));
    assert.ok(!sentence('Guidelines ask for plain films of the knee.').of(speaksOfCase));
    assert.ok(sentence('He had a prior MRI of the right knee.').of(looksElsewhere));
    assert.ok(sentence('Strength is less than on the left.').of(looksElsewhere));
    assert.ok(!sentence('Films come prior to an MRI.').of(looksElsewhere));
  });
});

describe('how body parts stand to each other', () => {
  it('near: one within the other, or close together', () => {
    const near = (a: string, b: string) => isNear(vocabulary, a, b) && isNear(vocabulary, b, a);
    assert.ok(near('thumb', 'upper-extremity'));
    assert.ok(near('hand', 'wrist'));
    assert.ok(near('hip', 'pelvis'));
    assert.ok(near('ankle', 'foot'));
    assert.ok(!near('shoulder', 'elbow'));
    assert.ok(!near('knee', 'hip'));
    assert.ok(!near('upper-back', 'low-back'));
    assert.ok(!isNear(vocabulary, 'knee', 'no-such-part'));
  });

  it('bearing on each other: also a limb and where its nerves come from', () => {
    assert.ok(bearsOn(vocabulary, 'neck', 'upper-extremity'));
    assert.ok(bearsOn(vocabulary, 'lower-extremity', 'low-back'));
    assert.ok(!bearsOn(vocabulary, 'neck', 'knee'));
  });

  it('on sides: "bilateral" stands for both', () => {
    assert.deepEqual(sidesMeant(vocabulary, 'bilateral'), ['left', 'right']);
    assert.deepEqual(sidesMeant(vocabulary, 'left'), ['left']);
    assert.deepEqual(sidesMeant(vocabulary, 'no-such-side'), ['no-such-side']);
  });
});

describe('what is in dispute', () => {
  const treatments = (text: string) => [...withoutGeneral(treatmentsOf(sentence(text).of(termsOf), vocabulary))];
  const share = (a: string, b: string) => shareTreatment(new Set(treatments(a)), new Set(treatments(b)));

  it('is read from a title', () => {
    const disputed = sentence('MRI of the left knee, right hip and left knee').of(disputedOf);
    assert.deepEqual(disputed.parts, ['knee', 'hip']);
    assert.deepEqual(
      disputed.regions.map(region => region.part),
      ['knee', 'hip'],
    );
    assert.ok(disputed.treatments.has('service:mri'));
  });

  it('shares a service, a drug, or a class with one of its own', () => {
    assert.ok(share('MRI of the knee', 'the MRI'));
    assert.ok(share('MRI of the knee', 'the imaging'));
    assert.ok(share('tramadol', 'the opioid'));
    assert.ok(!share('MRI of the knee', 'X-ray of the knee'));
    assert.ok(!share('traction therapy', 'physical therapy'));
    assert.ok(!share('tramadol', 'naproxen'));
    assert.ok(!share('', ''));
  });
});
