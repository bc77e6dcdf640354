import assert from 'node:assert/strict';
import { addressOf, lawsIn } from '../../../server/src/core/facts/laws';
import { assertLinear } from '../../support/growth';
import { profileNamed } from '../../support/setup';

const california = profileNamed('ca-imr').laws;
const federal = profileNamed('federal-external-review').laws;

function cited(text: string, laws = california): [text: string, address: string][] {
  return lawsIn(text, laws).map(one => [text.slice(one.span.start, one.span.end), addressOf(one)]);
}

const labor = (section: string) =>
  `https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=${section}.`;
const title8 = (section: string) => `https://www.dir.ca.gov/t8/${section}.html`;

describe('laws that a text cites', () => {
  it('are found with the word for a section or without', () => {
    for (const written of [
      'Labor Code 4610.5',
      'labor code section 4610.5',
      'Lab. Code, § 4610.5',
      'Labor Code §4610.5',
    ]) {
      assert.deepEqual(cited(`As ${written} says.`), [[written, labor('4610.5')]]);
    }
    assert.deepEqual(cited('See Labor Code 4610.5.'), [['Labor Code 4610.5', labor('4610.5')]]);
  });

  it('are found with their number before their name', () => {
    const written = 'section 4610.6(d)(1) of the Labor Code';
    assert.deepEqual(cited(`Under ${written}, it is.`), [[written, labor('4610.6')]]);
  });

  it('have the address of their section, without its subdivision', () => {
    assert.deepEqual(cited('by 8 CCR 9792.21.1(a)(2) and'), [['8 CCR 9792.21.1(a)(2)', title8('9792_21_1')]]);
    assert.deepEqual(cited('California Code of Regulations, Title 8, section 9792.6.1'), [
      ['California Code of Regulations, Title 8, section 9792.6.1', title8('9792_6_1')],
    ]);
  });

  it('may be several, and ranges', () => {
    assert.deepEqual(cited('Labor Code sections 4610.5 and 4610.6, § 4616 or 12 visits'), [
      ['Labor Code sections 4610.5', labor('4610.5')],
      ['4610.6', labor('4610.6')],
      ['§ 4616', labor('4616')],
    ]);
    assert.deepEqual(cited('8 CCR 9792.20-9792.26'), [
      ['8 CCR 9792.20', title8('9792_20')],
      ['9792.26', title8('9792_26')],
    ]);
    assert.deepEqual(cited('29 CFR 2590.715-2719(d)', federal), [
      ['29 CFR 2590.715-2719(d)', 'https://www.ecfr.gov/current/title-29/section-2590.715-2719'],
    ]);
    assert.deepEqual(cited('42 U.S.C. 300gg-19', federal), [
      ['42 U.S.C. 300gg-19', 'https://www.govinfo.gov/link/uscode/42/300gg-19'],
    ]);
  });

  it('are none without a number, in another word, or of another law', () => {
    for (const text of [
      'the Labor Code of 12 states',
      'Labor Codex 4610',
      '18 CCR 9792',
      'Penal Code 4610',
      'Labor Code',
    ]) {
      assert.deepEqual(cited(text), [], text);
    }
  });

  it('are found in a time that grows with the text', () => {
    const pieces = ['Labor Code ', 'Labor Code 1(a)', '8 CCR 1.1.1.1.1.', 'section 1(a)(a)(a) of ', '§§§', '1, 1, '];
    assertLinear(pieces, text => lawsIn(`Labor Code 4610${text}`, california));
  });
});
