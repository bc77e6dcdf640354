import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { documentLinks } from '../../server/src/core/services/documentLinks';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();

/** The links of a letter must be what stands between its marks. */
function links(source: string, used = setup) {
  const { text, ranges } = readMarked(source);
  const all = documentLinks(parseLetter(text, used.profile), used);
  assert.deepEqual(
    all.map(({ span }) => span),
    ranges,
  );
  return all;
}

describe('links', () => {
  it('lead to the sections of laws and to sources on the web', () => {
    const all = links(`# HOW THE IMR FINAL DETERMINATION WAS MADE

The review follows ⟪Labor Code section 4610.5⟫.

# IMR ISSUES, DECISIONS AND RATIONALES

## Knee brace: Upheld

MAXIMUS guideline: The MTUS does not apply. Decision based on Non-MTUS Citation ⟪https://example.org/knee⟫, ⟪www.example.org/brace⟫.

Decision rationale: By ⟪8 CCR
9792.21.1⟫ the *knee* comes first.
`);
    assert.deepEqual(
      all.map(({ address, title }) => [address, title]),
      [
        [
          'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=LAB&sectionNum=4610.5.',
          'California Labor Code, section 4610.5',
        ],
        ['https://example.org/knee', null],
        ['https://www.example.org/brace', null],
        ['https://www.dir.ca.gov/t8/9792_21_1.html', 'California Code of Regulations, title 8, section 9792.21.1'],
      ],
    );
  });

  it('are those that the profile knows', () => {
    const federal = testSetup({}, 'federal-external-review');
    const [link] = links('Under ⟪45 CFR 147.136(d)⟫ and Labor Code 4610.5.\n', federal);
    assert.equal(link?.address, 'https://www.ecfr.gov/current/title-45/section-147.136');
  });

  it('are no more than a thousand', () => {
    const letter = parseLetter(`# Annex\n\n${'www.example.org '.repeat(3000)}\n`, setup.profile);
    assert.equal(documentLinks(letter, setup).length, 1000);
  });
});
