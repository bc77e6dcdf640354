import assert from 'node:assert/strict';
import { type DateMeaning, datedFactsIn, datedFactsOf } from '../../../server/src/core/facts/dateMeaning';
import { datesIn } from '../../../server/src/core/facts/dates';
import { sentenceOf } from '../../../server/src/core/facts/sentence';
import { assertLinear } from '../../support/growth';
import { testSetup } from '../../support/setup';

const { profile, vocabulary } = testSetup();
const plan = testSetup({}, 'federal-external-review').profile;

function meanings(text: string, own = profile): (DateMeaning | null)[] {
  return sentenceOf(text, vocabulary)
    .of(datedFactsOf(own))
    .map(fact => fact.meaning);
}

describe('the meaning of a date', () => {
  const table: [text: string, ...meanings: (DateMeaning | null)[]][] = [
    // The injury.
    ['The worker sustained an industrial injury on 10-13-16.', 'injury'],
    ['He sustained an industrial injury November 28, 2016.', 'injury'],
    ['The worker was injured on 10/13/2012.', 'injury'],
    ['She was injured at work on 10/13/2012 while lifting a box.', 'injury'],
    ['He injured his left knee on 10/13/2012.', 'injury'],
    ['She suffered a work related injury on May 2, 2016, hurting the back.', 'injury'],
    ['He incurred injuries to the neck and both shoulders on 05/02/2016.', 'injury'],
    ['A man of 40 with a date of injury of 5-2-16.', 'injury'],
    ['The reported date of injury was 5-2-16.', 'injury'],
    ['Date of injury: 05/02/2016.', 'injury'],
    ['The date of injury (DOI) on the form is 5/2/16.', 'injury'],
    ['The DOI is 05/02/2016.', 'injury'],
    ['D.O.I. 05/02/2016', 'injury'],
    ['A woman with a history of an occupational claim from 05/02/2016.', 'injury'],
    ['He filed a claim for neck pain associated with an industrial injury of May 2, 2016.', 'injury'],
    ['The industrial injury occurred on 05/02/2016.', 'injury'],
    ['On 05/02/2016, the patient sustained an injury to her wrist.', 'injury'],
    ['On 05/02/2016 he was injured in a fall.', 'injury'],
    ['Symptoms have been there since the 05/02/2016 injury.', 'injury'],
    ['Cumulative trauma from 05/02/2015 to 05/02/2016.', 'injury', 'injury'],
    ['He sustained an injury on 5-2-16 and was seen on 5-9-16.', 'injury', 'record'],
    // Another injury, or care for it.
    ['A prior injury on 05/02/2010 healed.', null],
    ['She sustained a previous injury to the same knee on 05/02/2010.', null],
    ['He had a re-injury on 05/02/2016.', null],
    ['He was re-injured on 05/02/2016.', null],
    ['A second injury occurred on 05/02/2016.', null],
    ['He had a non-industrial injury on 05/02/2016.', null],
    ['The first report of occupational injury or illness from 05/18/2016 shows pain.', null],
    ['She was treated for her injury on 05/09/2016.', null],
    ['The injured worker was seen on 05/09/2016.', 'record'],
    ['On 05/09/2016, the injured worker reported pain.', 'record'],
    ['Surgery of the injured knee on 05/09/2016.', null],
    // The decision under review.
    ['On 11-3-16, the claims administrator denied the scan.', 'denial'],
    ['On 11-3-16, utilization review determined that the scan was not needed.', 'denial'],
    ['On November 3, 2016 the Utilization Review (UR) non-certified the request.', 'denial'],
    ['The Utilization Review dated 11-16-16, denied the request.', 'denial'],
    ['The UR dated 11-14-16 non-certified the request.', 'denial'],
    ['The Utilization Review of 1-12-2017 non-certified an open MRI.', 'denial'],
    ['The original utilization review (1-3-17) denied a request.', 'denial'],
    ['The original utilization review 12-24-2016 certified a part.', 'denial'],
    ['In a utilization review report dated May 3, 2016, it was refused.', 'denial'],
    ['The Utilization Review report, with a decision date of 12-07-2016, denied it.', 'denial'],
    ['Utilization review denied the brace on 05/03/2016.', 'denial'],
    ['Utilization review non-certified the request on 05/03/2016.', 'denial'],
    ['The MRI was denied by utilization review on 05/03/2016.', 'denial'],
    ['On December 19, 2016, a request for therapy was denied by utilization review.', 'denial'],
    ['The request had been previously denied on 12/21/2016.', 'denial'],
    ['The request was non-certified on 12/21/2016.', 'denial'],
    ['It was previously reviewed and denied on 11/10/2016 for want of findings.', 'denial'],
    ['A prior determination dated 11/29/2016 found no need.', 'denial'],
    ['The previous denial for the requests below was on 12/16/2016.', 'denial'],
    [
      'The surgeon signed a request for authorization on 02/06/2017; a prior denial was made on 02/14/2017.',
      'request',
      'denial',
    ],
    ['Three notes were read.The UR dated 12-6-16 denied it.', 'denial'],
    // Another decision, or not its date.
    ['The previous UR decision of 11/01/2016 was about another drug.', null],
    ['An earlier utilization review dated 11/01/2016 certified therapy.', null],
    ['The clinic note reviewed by Utilization Review (UR) was dated 11-21-2016.', null],
    ['The appeal was denied on 12/21/2016.', null],
    ['Utilization review denied the MRI requested on 11/15/2016.', 'request'],
    ['Utilization review denied the request dated 11/15/2016.', 'request'],
    ['He was placed on modified work on 11/15/2016.', null],
    // Requests and records.
    ['A Request for Authorization form was signed on 12/16/2016.', 'request'],
    ['The RFA (request for authorization) dated November 17, 2016; an MRI was asked for.', 'request'],
    ['On 11-17-2016, the Request for Authorization asked for therapy.', 'request'],
    ['On December 21, 2016 the treating physician requested a brace.', 'request'],
    ['A progress report dated 11-10-2016 shows pain.', 'record'],
    ['The MRI of 11/25/2016 was normal.', 'record'],
    ['The patient was seen on 11/04/2016.', 'record'],
    ['A November 18, 2016 date of service was named.', 'record'],
    ['Reports (11-01-2016 to 12-15-2016) show pain.', 'record', 'record'],
    ['The off-work order runs until 05/02/2016.', null],
  ];
  for (const [text, ...expected] of table) it(text, () => assert.deepEqual(meanings(text), expected));

  it('depends on the words of the program', () => {
    assert.deepEqual(meanings("The plan's final denial of 03/04/2016 names no reason.", plan), ['denial']);
    assert.deepEqual(meanings('The claim was denied on 03/04/2016.', plan), [null], 'it may be an earlier one');
    assert.deepEqual(meanings('The UR dated 03/04/2016 came late.', plan), [null]);
  });

  it('is worked out once for a sentence and a profile', () => {
    const sentence = sentenceOf('He was injured on 10/13/2012.', vocabulary);
    assert.equal(sentence.of(datedFactsOf(profile)), sentence.of(datedFactsOf(profile)));
    assert.deepEqual(sentenceOf('No date.', vocabulary).of(datedFactsOf(profile)), []);
  });

  it('takes a time that grows with the text', () => {
    const pieces = ['on 10-13-16 ', 'injury on 10-13-16 and ', 'on 10-13-16', 'utilization review ', 'by UR '];
    const words = { names: [['utilization', 'review'], ['ur']], references: [['prior', 'denial']] };
    assertLinear(pieces, text => datedFactsIn(text, datesIn(text), words));
  });
});
