import assert from 'node:assert/strict';
import { necessityIn, type Polarity } from '../../../server/src/core/facts/necessity';
import { applyEdits } from '../../../server/src/core/text/span';
import { assertLinear } from '../../support/growth';

/*
 * Wordings of the finding of necessity: `+` it is medically necessary, `-` it is not, `0` no finding. Of several findings
 * in a sentence the last that is no reason for another counts.
 */
const wordings: readonly (readonly ['+' | '-' | '0', string])[] = [
  // With "is" and the like, in every tense and order.
  ['-', 'As such, the request is not medically necessary.'],
  ['+', 'As such, the request is medically necessary.'],
  ['-', 'The stair lift was not medically necessary.'],
  ['+', 'The two scans were medically necessary.'],
  ['-', 'These wrist splints are not medically necessary at this time.'],
  ['-', 'The request is not-medically necessary.'],
  ['-', 'The request is notmedically necessary and appropriate.'],
  ['-', 'The request is not medically-necessary.'],
  ['-', 'The heating pad will be considered medically unnecessary.'],
  ['-', 'A second bone scan is medically unnecessary.'],
  ['-', 'The bath rail is not a medical necessity for this worker.'],
  ['+', 'The walker is a medical necessity.'],
  ['-', 'For all of this the ankle brace is not a medically necessary item.'],
  ['-', 'The request isn’t medically necessary.'],
  ['-', "The cane wasn't medically necessary."],
  ['-', 'The request is no longer medically necessary.'],
  ['-', 'Further visits are neither medically necessary nor appropriate.'],
  ['-', 'The request is neither reasonable nor medically necessary.'],
  ['-', 'The request is, for these reasons, not medically necessary.'],
  ['-', 'The request is therefore not medically necessary.'],
  ['-', 'The request is not, at this time, medically necessary.'],
  ['+', 'The request therefore remains medically necessary.'],
  ['-', 'The request does not appear to be medically necessary.'],
  ['+', 'The requested walking boot appears to be medically necessary.'],
  ['-', 'The request would not be medically necessary.'],
  ['-', 'The request has not been medically necessary since the spring.'],
  ['-', 'Not medically necessary.'],
  ['+', 'Conclusion: medically necessary.'],
  ['-', 'Therefore, not medically necessary at this time.'],
  ['-', 'The request is not medical necessary.'],
  ['-', 'The request is not medically neccessary.'],
  // With a verb of judging.
  ['-', 'The wedge pillow is determined to be not medically necessary.'],
  ['-', 'The wedge pillow is determined to not be medically necessary.'],
  ['-', 'The wedge pillow is not determined to be medically necessary.'],
  ['-', 'The quantity asked for cannot be deemed medically necessary.'],
  ['-', 'The quantity could not be considered medically necessary.'],
  ['-', 'The request is deemed not medically necessary.'],
  ['+', 'Therefore the request is considered medically necessary at this time.'],
  ['-', 'The foam roller is not considered to be medically necessary.'],
  ['-', 'The foam roller is not found medically necessary.'],
  ['-', 'The foam roller is not seen as medically necessary.'],
  ['-', 'The foam roller is not felt to be medically necessary.'],
  ['-', 'The foam roller is not viewed as being medically necessary.'],
  ['-', 'The request is not certified as medically necessary.'],
  ['-', 'The foam roller is not found by this reviewer to be medically necessary.'],
  ['+', 'I deem the request for four home visits of a nurse medically necessary.'],
  ['-', 'I do not find the request for a stair lift medically necessary.'],
  ['-', 'I find the request for a stair lift, second floor, not medically necessary.'],
  ['-', 'We cannot consider the request medically necessary.'],
  ['-', 'The lack of any exam makes the request not medically necessary.'],
  ['+', 'I therefore conclude that the request is medically necessary.'],
  ['-', 'It is my opinion that the request is not medically necessary.'],
  ['-', 'This reviewer finds that the request is not medically necessary.'],
  // With the noun.
  ['-', 'Medical necessity has not been established.'],
  ['-', 'Medical necessity is not established at this time.'],
  ['+', 'Medical necessity has been established.'],
  ['-', 'The medical necessity of this request is not supported.'],
  ['-', 'The medical necessity for a scan of the left wrist, without dye, could not be demonstrated.'],
  ['+', 'The medical necessity of the referral is supported by the records.'],
  ['+', 'As such, medical necessity of the referral is supported by the notes provided for review.'],
  ['-', 'Medical necessity was not substantiated.'],
  ['-', 'Medical necessity of the lift chair has yet to be established.'],
  ['-', 'Medical necessity for the lift chair is lacking.'],
  ['-', 'No medical necessity for the lift chair has been shown.'],
  ['-', 'There is no medical necessity for a second opinion.'],
  ['-', 'The request lacks medical necessity.'],
  ['-', 'The request does not meet medical necessity criteria.'],
  ['-', 'Medical necessity criteria have not been met.'],
  ['-', 'The provider failed to establish the medical necessity of the lift chair.'],
  ['-', 'The records do not support the medical necessity of the lift chair.'],
  ['+', 'The records support the medical necessity of the lift chair.'],
  ['-', 'There is no documentation to support the medical necessity of the lift chair.'],
  ['-', 'The notes are insufficient to establish medical necessity.'],
  ['+', 'The notes are sufficient to establish medical necessity.'],
  ['-', 'The file cannot establish the medical necessity of the bed.'],
  ['-', 'The necessity of this request has not been shown.'],
  // With another word than "necessary".
  ['-', 'The request is not medically appropriate.'],
  ['-', 'The current request for three tests is not medically indicated.'],
  ['-', 'A second pair of shoes is not medically warranted.'],
  ['+', 'The referral is medically reasonable.'],
  ['-', 'The requested inversion table is not warranted.'],
  ['+', 'The requested visit is appropriate.'],
  ['-', 'As such the request is not necessary.'],
  ['-', 'The request is not supported.'],
  ['-', 'The request is not medically reasonable or necessary.'],
  ['-', 'The bath rail is not medically necessary, medically appropriate, or indicated here.'],
  ['-', 'No, the request for a bath rail was not medically necessary, medically appropriate, or indicated here.'],
  ['+', 'Yes, the request for a bath rail was medically necessary, medically appropriate, and indicated here.'],
  ['+', 'Conversely, the bath rail was medically necessary.'],
  ['+', 'The request is not only appropriate but medically necessary.'],
  ['-', 'The request is reasonable but not medically necessary.'],
  ['+', 'The six visits are within the guideline and medically necessary.'],
  ['-', 'The chair was not tried and not medically necessary.'],
  ['-', 'Thus, a second brace is not warranted.'],
  ['+', 'Therefore, the request is medically necessary and the denial by utilization review falls.'],
  ['+', 'I am reversing the prior review decision and deem the request for a bed medically necessary.'],
  ['+', 'The criteria noted above having been met, the lift chair is medically necessary.'],
  ['-', 'Absent such notes, medical necessity cannot be affirmed.'],
  ['-', 'Medical necessity could not be determined.'],
  ['+', 'The chair is medically necessary and should be authorized.'],
  ['+', 'There are no red flags and the scan is medically necessary.'],
  ['+', 'The worker has failed a trial of canes and the chair is medically necessary.'],
  ['+', 'The provider’s request for two reports is medically necessary.'],
  ['-', 'The request was refused as it was not medically necessary.'],
  ['-', 'I agree with the determination that the request is not medically necessary.'],
  // Denied by what it depends on.
  ['-', 'There is no evidence that the request is medically necessary.'],
  ['-', 'I do not believe that the request is medically necessary.'],
  ['-', 'It has not been shown that the chair is medically necessary.'],
  ['-', 'The notes fail to demonstrate that the chair is medically necessary.'],
  // Negated by their subject.
  ['-', 'None of the requested tests is medically necessary.'],
  ['-', 'None of the tests, including the one of the blood, are medically necessary.'],
  ['-', 'Neither the pad nor the pump is medically necessary.'],
  ['-', 'No additional visits are medically necessary.'],
  ['-', 'The pump is not approved, nor is it medically necessary.'],
  // Quotation marks around the service, reasons before the finding.
  ['-', 'The request for “lift chair, large” is not medically necessary.'],
  ['-', 'Therefore, the request for "lift chair, large" is not medically necessary.'],
  ['-', 'Since the guidelines state that a cane comes first, the request is not medically necessary.'],
  ['-', 'Although the provider feels that the bed is medically necessary, the request is not medically necessary.'],
  ['-', 'As the main procedure is not medically necessary, the ancillary service is not medically necessary.'],
  [
    '-',
    'Since the primary procedure is not medically necessary, none of the associated services are medically necessary.',
  ],
  ['+', 'Because the surgery is medically necessary, the assistant is medically necessary.'],
  ['-', 'It is unclear if the worker has tried a cane, and the request is not medically necessary.'],
  ['-', 'According to the clinical notes and the guidelines, a lift chair is not medically necessary.'],
  ['-', 'When considering the above, the request is not medically necessary.'],
  ['-', 'The guidelines do not recommend the chair, and the request is not medically necessary.'],
  ['-', 'The guidelines ask for a trial; the chair is not medically necessary.'],
  ['-', 'Until a trial is done, this request for a lift chair is not medically necessary.'],
  // No finding: on a condition, open, general.
  ['0', 'The request would be medically necessary if a trial had been done.'],
  ['0', 'A lift chair would be medically necessary.'],
  ['0', 'A lift chair is only medically necessary when the worker cannot stand up.'],
  ['0', 'A lift chair is not medically necessary unless the worker cannot stand up.'],
  ['0', 'If the trial succeeds, a lift chair is medically necessary.'],
  ['0', 'When a trial has failed, a lift chair is medically necessary.'],
  ['0', 'The question is whether the request is medically necessary.'],
  ['0', 'It must be decided whether or not a lift chair is medically necessary.'],
  ['0', 'In order to be medically necessary, a chair has to help the worker stand up.'],
  ['0', 'A lift chair may be medically necessary.'],
  ['0', 'A lift chair is usually not medically necessary.'],
  ['0', 'Blood tests are not routinely medically necessary.'],
  ['0', 'Is the request medically necessary?'],
  ['0', 'More visits were given than is medically necessary.'],
  ['0', 'All medically necessary care was given.'],
  ['0', 'The worker received medically necessary treatment in the spring.'],
  ['0', 'Additional notes are needed to establish medical necessity.'],
  ['0', 'The provider must document the medical necessity of each visit.'],
  ['0', 'A re-examination is necessary after a flare-up.'],
  ['0', 'An x-ray is indicated where there are red flags.'],
  ['0', 'Lift chairs are medically necessary for patients who cannot stand up.'],
  // No finding: the voice of a guideline, in quotation marks or not.
  ['0', 'The guideline states that a lift chair is not medically necessary.'],
  ['0', 'The literature considers lift chairs medically necessary when nothing else helps.'],
  ['0', 'The XYZ recommends a walker first and holds that a lift chair is not medically necessary.'],
  ['0', 'The guideline says: "Lift chairs are not medically necessary in most cases."'],
  ['0', 'The criteria indicate that blood tests are medically necessary before an operation.'],
  // No finding of the reviewer: others have found it.
  ['0', 'Utilization review found the request not medically necessary.'],
  ['0', 'The request was found not medically necessary by the utilization review physician.'],
  ['0', 'According to the utilization review, the request was not medically necessary.'],
  ['0', 'The provider believes it is medically necessary.'],
  ['0', 'The treating physician states that the lift chair is medically necessary.'],
  ['0', 'The prior reviewer concluded that the request was not medically necessary.'],
  ['0', 'The plan held that the request was not medically necessary.'],
  ['0', 'He feels that the chair is medically necessary.'],
  ['0', 'The prior request was not medically necessary.'],
  ['0', 'The chair was previously deemed medically necessary.'],
  ['0', 'The request was denied as not medically necessary.'],
  ['0', 'The denial found at the first level that no part of it was medically necessary.'],
  ['0', 'Medical necessity is determined by the guidelines.'],
  ['0', 'The prior determination that the request is not medically necessary does not stand.'],
  ['0', 'The chair was deemed medically necessary by the treating physician.'],
  ['0', 'The request was denied by utilization review as it was not medically necessary.'],
  ['0', 'With such notes the request would be medically necessary.'],
  ['0', 'The schedule speaks of treatment that is medically necessary.'],
  ['0', 'It is medically necessary to document each visit.'],
  // No finding: fixed advice, double negatives, other matters.
  ['0', 'This medical necessity decision should not be interpreted as advice to stop the drug at once.'],
  ['0', 'The decision addresses the medical necessity of the drug as it has been prescribed to the worker.'],
  ['0', 'The worker may consult other guidelines, if necessary.'],
  ['0', 'The request is not unreasonable.'],
  ['0', 'The request is not medically unnecessary.'],
  ['0', 'Supports for the arch of the foot were requested.'],
  ['0', 'The request was approved in May.'],
  ['0', ''],
  ['0', '.'],
  ['0', '"'],
];

const signs: Record<Polarity, '+' | '-'> = { necessary: '+', 'not-necessary': '-' };

describe('necessityIn', () => {
  for (const [expected, wording] of wordings) {
    it(`${expected} ${wording}`, () => {
      const findings = necessityIn(wording);
      const last = findings.filter(finding => !finding.isReason).at(-1);
      assert.equal(last ? signs[last.polarity] : '0', expected, JSON.stringify(findings));
    });
  }

  it('marks the verb and what it says', () => {
    const text = 'As such, the request is not medically necessary, medically appropriate, or indicated here.';
    const [finding] = necessityIn(text);
    assert.equal(
      text.slice(finding?.span.start, finding?.span.end),
      'is not medically necessary, medically appropriate, or indicated',
    );
  });

  it('tells a reason from the finding', () => {
    const findings = necessityIn('As the surgery is not medically necessary, the sling is not medically necessary.');
    assert.deepEqual(
      findings.map(finding => finding.isReason),
      [true, false],
    );
  });

  it('tells what is said of the request, and of a part of it', () => {
    assert.equal(necessityIn('The requested lift chair is medically necessary.')[0]?.ofRequest, true);
    assert.equal(necessityIn('A lift chair is medically necessary.')[0]?.ofRequest, false);
    assert.equal(necessityIn('Only two of the visits are medically necessary.')[0]?.ofPart, true);
  });

  it('finds both halves of a divided sentence', () => {
    const findings = necessityIn('Two visits are medically necessary, but the other four are not medically necessary.');
    assert.deepEqual(
      findings.map(finding => finding.polarity),
      ['necessary', 'not-necessary'],
    );
  });

  const turns: readonly (readonly [string, string])[] = [
    ['The request is not medically necessary.', 'The request is medically necessary.'],
    ['The request is medically necessary.', 'The request is not medically necessary.'],
    ['The chair is determined to not be medically necessary.', 'The chair is determined to be medically necessary.'],
    ['The request is not-medically necessary.', 'The request is medically necessary.'],
    ['The request is notmedically necessary.', 'The request is medically necessary.'],
    ['Medical necessity has not been established.', 'Medical necessity has been established.'],
    ['Medical necessity has been established.', 'Medical necessity has not been established.'],
  ];
  for (const [before, after] of turns) {
    it(`turns: ${before}`, () => {
      const [finding] = necessityIn(before);
      assert.ok(finding?.turned);
      assert.equal(applyEdits(before, [finding.turned]), after);
    });
  }

  it('turns nothing where more than a word would have to change', () => {
    const wordings = [
      'The request cannot be deemed medically necessary.',
      'The request is medically unnecessary.',
      'No further visits are medically necessary.',
      'The request is medically necessary and medically appropriate.',
    ];
    for (const wording of wordings) assert.equal(necessityIn(wording)[0]?.turned, null, wording);
  });

  it('takes a time that grows with the text', () => {
    const pieces = [
      'the request is not medically necessary and ',
      'medically necessary and ',
      'medically ',
      'not ',
      'is deemed to be ',
      '"necessary ',
      'medical necessity of ',
      'the guideline states that it is necessary ',
      'since as because the surgery is medically necessary, ',
      'request ',
      'x',
    ];
    assertLinear(pieces, necessityIn);
  });
});
