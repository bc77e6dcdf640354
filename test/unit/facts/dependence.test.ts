import assert from 'node:assert/strict';
import {
  dependenceOf,
  goesWithSurgery,
  namesSurgery,
  surgeriesBeside,
} from '../../../server/src/core/facts/dependence';
import { Sentence, sentenceOf } from '../../../server/src/core/facts/sentence';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';
import { assertLinear } from '../../support/growth';

const vocabulary = builtInVocabulary();
const sentence = (text: string) => sentenceOf(text, vocabulary);

describe('dependenceOf', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['Since the primary procedure is not medically necessary, the sling is not either.', 'surgery not-necessary'],
    [
      'As the requested surgical intervention is not medically necessary, neither is the sling.',
      'surgery not-necessary',
    ],
    ['Because the surgery is medically necessary, the assistant is needed.', 'surgery necessary'],
    ['The requested operation is not medically necessary.', 'surgery not-necessary'],
    ['This service depends on item 2.', '2 null'],
    ['The request is contingent upon item no. 12, which is refused.', '12 null'],
    ['The request is dependent on the item #3.', '3 null'],
    ['The request is not medically necessary.', ''],
    ['Surgery may be medically necessary.', ''],
    ['Testing before the surgery is not medically necessary.', ''],
    ['If the surgery is medically necessary, a sling is too.', ''],
    ['', ''],
  ];
  for (const [text, expected] of cases) {
    it(`${expected || 'none'}: ${text}`, () => {
      const found = sentence(text)
        .of(dependenceOf)
        .map(({ item, polarity }) => `${item ?? 'surgery'} ${polarity}`);
      assert.deepEqual(found, expected === '' ? [] : [expected]);
    });
  }

  it('marks what it says of the other service', () => {
    const text = 'As the surgery is not medically necessary, neither is the sling.';
    const [found] = sentence(text).of(dependenceOf);
    assert.equal(text.slice(found?.span.start, found?.span.end), 'the surgery is not medically necessary');
  });

  it('takes a time that grows with the text', () => {
    assertLinear(['the requested surgery is not medically necessary, ', 'depends on the item ', 'requested '], text =>
      new Sentence(text, vocabulary).of(dependenceOf),
    );
  });
});

describe('titles', () => {
  it('name a surgery', () => {
    for (const title of ['Left knee arthroscopy', 'Carpal tunnel release, right wrist', 'Lumbar fusion L4-5']) {
      assert.equal(sentence(title).of(namesSurgery), true, title);
      assert.equal(sentence(title).of(goesWithSurgery), false, title);
    }
  });

  it('name what goes with a surgery', () => {
    const titles = [
      'Associated surgical service: Hip pad',
      'Assistant surgeon',
      'Pre-op clearance',
      'Preoperative EKG',
      'Post-operative physical therapy, 12 visits',
      'Cold therapy unit, 7 day rental',
      'Surgical assistant for the knee arthroscopy',
    ];
    for (const title of titles) {
      assert.equal(sentence(title).of(goesWithSurgery), true, title);
      assert.equal(sentence(title).of(namesSurgery), false, title);
    }
  });

  it('name neither', () => {
    for (const title of ['MRI of the left knee', 'Norflex 100mg #60', 'Surgical consultation for the knee', '']) {
      assert.equal(sentence(title).of(namesSurgery), false, title);
      assert.equal(sentence(title).of(goesWithSurgery), false, title);
    }
  });

  it('are searched for the surgeries beside an item', () => {
    const titles = ['Pre-op clearance', 'Left knee arthroscopy', 'Carpal tunnel release', 'MRI of the knee'];
    assert.deepEqual(surgeriesBeside(titles, 0, vocabulary), [1, 2]);
    assert.deepEqual(surgeriesBeside(titles, 1, vocabulary), [2]);
    assert.deepEqual(surgeriesBeside([], 0, vocabulary), []);
  });
});
