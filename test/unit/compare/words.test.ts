import assert from 'node:assert/strict';
import { distinctWords, wordsAlone } from '../../../server/src/core/compare/wording';

describe('the words that are compared', () => {
  it('are those of letters and digits, with the marks that belong to them', () => {
    assert.equal(wordsAlone('He said: 2 tablets, cafe\u0301.'), 'He said 2 tablets cafe\u0301');
  });

  it('are none in a picture, be it of several joined ones', () => {
    assert.equal(wordsAlone('\u{1f469}\u200d\u2695\ufe0f 0'), '0');
    assert.deepEqual([...distinctWords('\u{1f469}\u200d\u2695\ufe0f A a', 10)], ['a']);
  });
});
