import assert from 'node:assert/strict';
import { grantIn } from '../../../server/src/core/facts/necessityGrant';
import { sentencesIn } from '../../../server/src/core/facts/sentences';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';
import { assertLinear } from '../../support/growth';

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
    'The request is granted in part.',
    'The request is approved in part.',
    'The request is approved in part and denied in part.',
    'The request is therefore overturned in part.',
    'The request is partially granted.',
    'The request is partially authorized.',
    'The request is found to be partially medically necessary.',
    'The request for therapy is medically necessary in part.',
    'The request is authorized with modification.',
    'The request is approved with the following modifications.',
    'The request is medically necessary as modified.',
    'The request is modified.',
    'The quantity is reduced to 30 tablets.',
    'The first four sessions are medically necessary, the remainder is not.',
    'The first four sessions are medically necessary, but the remaining ones are not medically necessary.',
    'However, two visits are medically necessary.',
    'A trial of two visits is certified.',
    'An initial trial of 6 sessions is medically necessary.',
    'As such, 6 sessions are medically necessary.',
    'The worker has improved, and two more visits are medically necessary.',
    'I grant the request in part.',
    'I would approve six visits.',
    'I recommend approval of 6 visits.',
    'Certification of 6 of the visits is recommended.',
    'A portion of the request is medically necessary.',
    'Half of the requested visits are approved.',
    'She has not improved, but the request is granted in part.',
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
    'The plan partially approved the request.',
    'The request is approved in part by the claims examiner.',
    'The request was denied in part because no exam was submitted.',
    'The request is denied in part due to a lack of records.',
    'The request is not approved in part.',
    'The request could be granted in part if a trial had been done.',
    'The request is not medically necessary, in part because no exam was submitted.',
    'Six visits are approved by the guideline.',
    'The drug is approved for 12 weeks of use.',
    'The patient is authorized for 6 sessions.',
    'The guideline recommends a trial of six visits.',
    'A trial of 6 sessions is supported and more may be added.',
    'An initial trial of 6 visits over 2 weeks is recommended.',
    'There is partial relief with the brace.',
    'A partial approval was issued in May.',
    'The worker has a partial tear, and surgery is approved.',
    'The remaining visits are not medically necessary.',
    'Therapy for the right shoulder, three times a week for four weeks is medically necessary.',
    '',
  ];
  for (const text of others) it(`no part is granted: ${text}`, () => assert.equal(granted(text), null));

  it('tells an amount from a part', () => {
    const isAmount = (text: string) => grantIn(sentencesIn(text, vocabulary))?.isAmount;
    assert.equal(isAmount('Six visits are medically necessary.'), true);
    assert.equal(isAmount('The request is approved for six visits.'), true);
    assert.equal(isAmount('Six visits are medically necessary. The remaining visits are not.'), false);
    assert.equal(isAmount('Six visits are medically necessary, but the others are not.'), false);
    assert.equal(isAmount('The request is granted in part.'), false);
  });

  it('takes a sentence in the past only near the end', () => {
    const filler = 'The worker was seen in March. '.repeat(6);
    assert.equal(granted(`The request was modified to 2 visits. ${filler}`), null);
    assert.equal(granted(`${filler}The request was modified to 2 visits.`), 'request was modified');
  });

  it('takes a time that grows with the text', () => {
    assertLinear(
      [
        'the request is ',
        'the request x ',
        'I would ',
        'modification to ',
        'partial ',
        'approved in ',
        'a trial of 6 ',
        'the remaining ',
      ],
      granted,
    );
  });
});
