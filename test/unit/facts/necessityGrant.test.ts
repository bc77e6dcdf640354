import assert from 'node:assert/strict';
import { grantIn } from '../../../server/src/core/facts/necessityGrant';
import { sentencesIn } from '../../../server/src/core/facts/sentences';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';

const vocabulary = builtInVocabulary();
const granted = (text: string) => {
  const grant = grantIn(sentencesIn(text, vocabulary));
  return grant ? text.slice(grant.span.start, grant.span.end) : null;
};

describe('grantIn', () => {
  const grants = [
    'Given the above, the request is modified to 2 visits.',
    'Therefore, the request was modified to four more visits.',
    'The quantity is therefore modified to 30 tablets.',
    'The request is partially medically necessary.',
    'A partial approval is in order.',
    'I recommend a modification to six visits.',
    'A modification to six visits is recommended.',
    'The request is authorized for #30, and the remainder is not medically necessary.',
    'Two of the visits are medically necessary, but the other four are not medically necessary.',
    'Six visits are medically necessary; the remaining visits are not.',
    'Only two of the visits are medically necessary.',
  ];
  for (const text of grants) it(`a part is granted: ${text}`, () => assert.notEqual(granted(text), null));

  const others = [
    'Utilization review modified the request to 2 visits.',
    'The request was modified to 2 visits by utilization review.',
    'The request was previously modified to 2 visits.',
    'The prior request was modified to 6 visits.',
    'The worker was given modified duty.',
    'Her activities were modified to avoid bending.',
    'The request would be modified to 2 visits if a trial had been done.',
    'The request cannot be modified to 2 visits.',
    'The request is not medically necessary.',
    'The request is medically necessary.',
    'Six visits were authorized in May.',
    'The pad is medically necessary, but the pump is not medically necessary.',
    '',
  ];
  for (const text of others) it(`no part is granted: ${text}`, () => assert.equal(granted(text), null));

  it('takes a sentence in the past only near the end', () => {
    const filler = 'The worker was seen in March. '.repeat(6);
    assert.equal(granted(`The request was modified to 2 visits. ${filler}`), null);
    assert.equal(granted(`${filler}The request was modified to 2 visits.`), 'request was modified to');
  });

  it('reads a million characters in time', () => {
    for (const piece of ['the request is ', 'the request x ', 'I would ', 'modification to ', 'partial ']) {
      const start = performance.now();
      granted(piece.repeat(Math.ceil(1_000_000 / piece.length)));
      assert.ok(performance.now() - start < 3000, piece);
    }
  });
});
