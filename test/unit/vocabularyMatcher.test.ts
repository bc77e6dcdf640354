import assert from 'node:assert/strict';
import { builtInVocabulary } from '../../server/src/core/vocabulary/builtIn';
import { matchTerms, type TermKind } from '../../server/src/core/vocabulary/matcher';
import { bodyPartsOf, canBeAbout, drugClassesOf, isWithin, related } from '../../server/src/core/vocabulary/regions';

const vocabulary = builtInVocabulary();

function found(text: string, kind: TermKind): string[] {
  return matchTerms(text, vocabulary, [kind]).map(match => `${match.id}: ${text.slice(match.start, match.end)}`);
}

function partsIn(text: string): string[] {
  return bodyPartsOf(vocabulary, matchTerms(text, vocabulary));
}

describe('finding terms', () => {
  it('finds a term however its words are joined, in the plural and in any letter case', () => {
    assert.deepEqual(found('X-rays, x ray, xray, an X-RAY and X-\nrays', 'service'), [
      'x-ray: X-rays',
      'x-ray: x ray',
      'x-ray: xray',
      'x-ray: X-RAY',
      'x-ray: X-\nrays',
    ]);
    assert.deepEqual(found('low-back, Low  Back and lowback', 'bodyPart'), [
      'low-back: low-back',
      'low-back: Low  Back',
      'low-back: lowback',
    ]);
    assert.deepEqual(found('headaches, biopsies, patches', 'bodyPart'), ['head: headaches']);
  });

  it('finds both sides of a slash', () => {
    assert.deepEqual(found('EMG/NCV', 'service'), ['emg: EMG', 'ncs: NCV']);
  });

  it('prefers the longest term, and finds each kind on its own', () => {
    assert.deepEqual(
      matchTerms('rotator cuff repair', vocabulary).map(({ kind, id }) => `${kind} ${id}`),
      ['bodyPart rotator-cuff', 'service rotator-cuff-repair'],
    );
    assert.deepEqual(found('MR arthrogram', 'service'), ['mr-arthrogram: MR arthrogram']);
  });

  it('joins no words over the end of a sentence or a comma, but over an abbreviation', () => {
    assert.deepEqual(found('Treatment was low. Back pain', 'bodyPart'), ['back: Back']);
    assert.deepEqual(found('it was low, back pain', 'bodyPart'), ['back: back']);
    assert.deepEqual(found('Tylenol No. 3', 'drug'), ['codeine-acetaminophen: Tylenol No. 3']);
  });

  it('takes whole words only', () => {
    for (const text of ['early', 'legal', 'charm', 'hipster', 'toenailed', 'Maytag', 'handling', 'chinese']) {
      assert.deepEqual(matchTerms(text, vocabulary), [], text);
    }
  });

  it('counts an abbreviation only in its own letters', () => {
    assert.deepEqual(found('PT and OT', 'service'), ['physical-therapy: PT', 'occupational-therapy: OT']);
    assert.deepEqual(found('the pt went to ot, ten tens of units', 'service'), []);
    assert.deepEqual(found('PT/INR', 'service'), ['coagulation-test: PT/INR']);
  });

  for (const text of [
    'he went back to work',
    'back to the office',
    'on the other hand, the request',
    'a right hand dominant worker',
    'a face to face encounter',
    'a rule of thumb',
    'a 3 foot ladder and 6 feet of rope',
    'heel-toe walking and straight leg raise',
    'a head-on collision',
    "at arm's length",
    'the control arm',
    'T2-weighted images, free T4',
    'with radiculopathy',
    'may be considered',
  ]) {
    it(`finds no body part in "${text}"`, () => assert.deepEqual(found(text, 'bodyPart'), []));
  }

  it('finds no drug in words that only look like one', () => {
    for (const text of ['a Hyundai Sonata', 'well versed in', 'the same retina', 'morphine equivalent dose']) {
      assert.deepEqual(found(text, 'drug'), [], text);
    }
  });

  it('finds spinal levels and their ranges', () => {
    const levels = (text: string) =>
      matchTerms(text, vocabulary, ['bodyPart']).map(match => `${match.id} ${text.slice(match.start, match.end)}`);
    assert.deepEqual(levels('L4-5, L5-S1; c5-C6-C7'), ['low-back L4-5', 'low-back L5-S1', 'neck c5-C6-C7']);
    assert.deepEqual(levels('C7-T1 and T12 to L2'), [
      'neck C7-T1',
      'upper-back C7-T1',
      'upper-back T12 to L2',
      'low-back T12 to L2',
    ]);
    assert.deepEqual(levels('L-4/L-5, C4/5, T10'), ['low-back L-4/L-5', 'neck C4/5', 'upper-back T10']);
    assert.deepEqual(levels('L5-2 views'), ['low-back L5']);
    assert.deepEqual(levels('L9, C12, L0631, S13.4'), []);
  });

  it('says how a body part is named', () => {
    const bases = matchTerms('elbow, lateral epicondylitis, L4', vocabulary, ['bodyPart']).map(match => match.basis);
    assert.deepEqual(bases, ['name', 'diagnosis', 'level']);
  });

  it('finds combinations, strengths between the words, and brands', () => {
    assert.deepEqual(found('hydrocodone/APAP 10/325, Norco', 'drug'), [
      'hydrocodone-acetaminophen: hydrocodone/APAP',
      'hydrocodone-acetaminophen: Norco',
    ]);
    assert.deepEqual(found('Lidocaine 5% patch, Lidoderm® patches, OxyContin', 'drug'), [
      'lidocaine-topical: Lidocaine 5% patch',
      'lidocaine-topical: Lidoderm',
      'oxycodone: OxyContin',
    ]);
  });

  it('gives offsets in UTF-16', () => {
    const text = '😀 für das knee';
    const [match] = matchTerms(text, vocabulary, ['bodyPart']);
    assert.deepEqual(match && text.slice(match.start, match.end), 'knee');
  });
});

describe('body parts of matches', () => {
  it('takes them from diagnoses and services too', () => {
    assert.deepEqual(partsIn('carpal tunnel release'), ['carpal-tunnel']);
    assert.deepEqual(partsIn('plantar fasciitis'), ['heel']);
    assert.deepEqual(partsIn('hearing aids'), ['ear']);
    assert.deepEqual(partsIn('ACDF'), ['neck']);
  });

  it('lets a named part stand for the one that the service implies', () => {
    assert.deepEqual(partsIn('epidural steroid injection'), ['spine']);
    assert.deepEqual(partsIn('lumbar epidural steroid injection'), ['low-back']);
    assert.deepEqual(partsIn('upper and lower extremities'), ['upper-extremity', 'lower-extremity']);
  });

  it('knows what is part of what', () => {
    assert.ok(isWithin(vocabulary, 'thumb', 'upper-extremity'));
    assert.ok(isWithin(vocabulary, 'sacroiliac-joint', 'low-back'));
    assert.ok(isWithin(vocabulary, 'sacroiliac-joint', 'hip-pelvis'));
    assert.ok(!isWithin(vocabulary, 'upper-extremity', 'thumb'));
    assert.ok(related(vocabulary, 'upper-extremity', 'thumb'));
    assert.ok(related(vocabulary, 'back', 'low-back'));
    assert.ok(!related(vocabulary, 'neck', 'low-back'));
    assert.ok(!related(vocabulary, 'knee', 'shoulder'));
    assert.ok(!related(vocabulary, 'nothing', 'nothing'));
  });

  it('lets a nerve test or a whole limb be about the spine, and nothing else', () => {
    const about = (text: string, part: string) => canBeAbout(vocabulary, matchTerms(text, vocabulary), part);
    assert.ok(about('EMG of the right wrist', 'neck'));
    assert.ok(about('NCS of the lower extremities', 'low-back'));
    assert.ok(about('physical therapy for the leg', 'low-back'));
    assert.ok(about('MRI of the left knee', 'knee'));
    assert.ok(!about('MRI of the left knee', 'low-back'));
    assert.ok(!about('EMG of the right wrist', 'low-back'));
    assert.ok(!about('urine drug test', 'low-back'));
  });

  it('lets a service be about what it can be about whatever part it is for', () => {
    const about = (text: string, part: string) => canBeAbout(vocabulary, matchTerms(text, vocabulary), part);
    assert.ok(about('psychotherapy for low back pain', 'mental'));
    assert.ok(about('psychotherapy for low back pain', 'low-back'));
    assert.ok(!about('psychotherapy for low back pain', 'knee'));
    assert.ok(!about('psychotherapy', 'mental'), 'no part is named');
  });

  it('gives the classes of drugs with those above them', () => {
    const classes = drugClassesOf(vocabulary, matchTerms('Zoloft and opioids', vocabulary));
    assert.deepEqual([...classes].sort(), ['antidepressant', 'opioid', 'ssri']);
  });
});

describe('the cost of finding terms', () => {
  const megabyte = 1_000_000;
  const hostile = {
    'one long word': 'a'.repeat(megabyte),
    hyphens: '-'.repeat(megabyte),
    'hyphened letters': 'a-'.repeat(megabyte / 2),
    'beginnings of terms': 'range of '.repeat(megabyte / 9),
    'a passed-over phrase': 'back to '.repeat(megabyte / 8),
    'a range of levels': 'L4-'.repeat(megabyte / 3),
    'decimal points': '1.'.repeat(megabyte / 2),
    possessives: "'s".repeat(megabyte / 2),
  };
  for (const [name, text] of Object.entries(hostile)) {
    it(`is linear for a megabyte of ${name}`, () => {
      matchTerms(text.slice(0, 1000), vocabulary);
      const start = performance.now();
      matchTerms(text, vocabulary);
      // Measured: 5 to 150 ms. A quadratic search would take minutes.
      assert.ok(performance.now() - start < 3000);
    });
  }

  it('is small for 100 KB of prose', () => {
    const sentence = 'The worker had an MRI of the lumbar spine, and took naproxen for pain of the left knee at work. ';
    const text = sentence.repeat(1050);
    matchTerms(text, vocabulary);
    const start = performance.now();
    const matches = matchTerms(text, vocabulary);
    const took = performance.now() - start;
    assert.equal(matches.length, 1050 * 4);
    // Measured: 5 ms on two cores.
    assert.ok(took < 150, `${took} ms`);
  });
});
