import assert from 'node:assert/strict';
import { conclusionOf } from '../../../server/src/core/facts/necessityFinding';
import { sentencesIn } from '../../../server/src/core/facts/sentences';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';
import { assertLinear } from '../../support/growth';

const vocabulary = builtInVocabulary();
const conclusion = (text: string) => conclusionOf(sentencesIn(text, vocabulary));
const found = (text: string) => {
  const { finding } = conclusion(text);
  return finding ? `${finding.necessity.polarity}: ${text.slice(finding.span.start, finding.span.end)}` : null;
};
const filler = 'The worker was seen in March. ';

describe('conclusionOf', () => {
  it('takes the last finding of those near the end', () => {
    const text =
      'The request is medically necessary in part of its reasons. A cane is cheaper. It is not medically necessary.';
    assert.equal(found(text), 'not-necessary: is not medically necessary');
  });

  it('takes the answer at the start where the end has none', () => {
    const text = `No, the request for a lift chair was not medically necessary. ${filler.repeat(12)}`;
    assert.equal(found(text), 'not-necessary: was not medically necessary');
  });

  it('takes none from the middle', () => {
    const text = `${filler.repeat(3)}The request is medically necessary. ${filler.repeat(12)}`;
    assert.equal(found(text), null);
  });

  it('looks past fixed advice', () => {
    const advice = [
      'This decision addresses the medical necessity of the drug as it was prescribed.',
      'This medical necessity decision should not be interpreted as advice to stop the drug at once.',
      'The worker is advised to speak with the treating physician.',
      'Other guidelines tell how weaning is done.',
      'A tapering plan can be made.',
    ].join(' ');
    assert.equal(
      found(`As such, the request is not medically necessary. ${advice}`),
      'not-necessary: is not medically necessary',
    );
  });

  it('takes a plain finding rather than a weak one behind it', () => {
    const text = 'The request is not medically necessary. The requested chair is appropriate for others.';
    assert.equal(found(text), 'not-necessary: is not medically necessary');
  });

  it('takes no reason for a finding', () => {
    assert.equal(found('The cane is of no use, since the surgery is not medically necessary.'), null);
  });

  it('takes nothing from a quotation of several sentences', () => {
    const text =
      'The guideline says: "Chairs help some. A lift chair is not medically necessary. A cane will do." I agree with it.';
    assert.equal(found(text), null);
  });

  it('is not misled by a quotation that never closes', () => {
    const text = 'The guideline says: "Chairs help some. Canes help more. The request is not medically necessary.';
    assert.equal(found(text), 'not-necessary: is not medically necessary');
  });

  it('takes no side where a sentence divides the request', () => {
    for (const text of [
      'Two visits are medically necessary, but the other four are not medically necessary.',
      'The request is medically necessary for two visits, and the rest is not.',
      'Only two of the visits are medically necessary.',
    ]) {
      assert.equal(found(text), null, text);
      assert.equal(conclusion(text).isDivided, true, text);
    }
  });

  it('sees two findings that cannot both hold', () => {
    const text = `No, the request for a chair was not medically necessary. ${filler}Therefore, the request was medically necessary.`;
    assert.deepEqual(
      conclusion(text).conflict?.map(one => one.necessity.polarity),
      ['not-necessary', 'necessary'],
    );
  });

  it('sees none where words set them apart', () => {
    const text = `The request for the pad is medically necessary. However, the request for the pump is not medically necessary.`;
    assert.equal(conclusion(text).conflict, null);
  });

  it('finds nothing in nothing', () => {
    for (const text of ['', ' ', '.', '"', '""""', '\u201c\u201d']) assert.equal(found(text), null);
  });

  it('takes a time that grows with the text', () => {
    assertLinear(['The request is not medically necessary. ', '" A ', 'weaning ', 'is not. '], conclusion);
  });
});
