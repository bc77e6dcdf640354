import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { type ParsedItem, type ParsedLetter, parsedLetter } from '../../server/src/core/output/parseOutput';
import { testSetup } from '../support/setup';

const setups = new Map(['ca-imr', 'federal-external-review'].map(id => [id, testSetup({}, id)]));

function parse(text: string, profile = 'ca-imr'): ParsedLetter {
  const setup = setups.get(profile);
  assert.ok(setup);
  return parsedLetter(parseLetter(text, setup.profile), setup, 'a.letter');
}

function parseItem(text: string): ParsedItem {
  const [item] = parse(`# IMR ISSUES, DECISIONS AND RATIONALES\n\n${text}`).items;
  assert.ok(item);
  return item;
}

describe('what a letter says as data', () => {
  it('header by the labels of the profile, sections, credentials', () => {
    const { version, path, profile, header, credentials, sections } = parse(`Case Number: CM16-0000001
Application
Received: 10/11/2016   Priority:  Standard
Priority: Expedited

# HOW THE IMR FINAL DETERMINATION WAS MADE
State(s) of Licensure: California, New
Mexico
Certification(s)/Specialty: Family Practice

## Not an item here

# Notes *of* the house
`);
    assert.deepEqual({ version, path, profile }, { version: 1, path: 'a.letter', profile: 'ca-imr' });
    assert.deepEqual(header, {
      'Case Number': 'CM16-0000001',
      'Application Received': '10/11/2016',
      Priority: 'Standard',
    });
    assert.deepEqual(credentials, { licensure: ['California', 'New Mexico'], specialty: ['Family Practice'] });
    assert.deepEqual(sections, [
      { kind: 'how-made', title: 'HOW THE IMR FINAL DETERMINATION WAS MADE' },
      { kind: 'other', title: 'Notes of the house' },
    ]);
  });

  it('an empty letter says nothing', () => {
    assert.deepEqual(parse(''), {
      version: 1,
      path: 'a.letter',
      profile: 'ca-imr',
      header: {},
      credentials: { licensure: [], specialty: [] },
      sections: [],
      items: [],
    });
  });

  it('titles as written, decisions in the word of the profile', () => {
    const said = ['PT, 2 x 3,: Upheld', 'PT is: uphled', 'PT: OVERTURNED', 'PT: Modified', 'QTY: 2'].map(title => {
      const item = parseItem(`## ${title}\n`);
      return [item.title, item.decision];
    });
    assert.deepEqual(said, [
      ['PT, 2 x 3,', 'Upheld'],
      ['PT is', 'Upheld'],
      ['PT', 'Overturned'],
      ['PT', 'Modified'],
      ['QTY: 2', null],
    ]);
  });

  it('texts folded, without comments and emphasis; null where the label is missing', () => {
    const item = parseItem(`## Naproxen <!-- or ibuprofen -->   550 mg: Upheld

Claims Administrator guideline:

Decision rationale: The *pain* is
  **worse**.\r\n\r\nAnd <!-- so\nit --> on since 9-10-
2015.
`);
    assert.deepEqual(item, {
      title: 'Naproxen 550 mg',
      decision: 'Upheld',
      claimsGuideline: { text: '', citations: [] },
      reviewerGuideline: null,
      rationale: 'The pain is worse. And on since 9-10-2015.',
    });
  });

  it('citations of both styles', () => {
    const { claimsGuideline, reviewerGuideline } = parseItem(`## Traction: Upheld

Claims Administrator guideline: Decision based on MTUS ACOEM Chapter 8 Neck and Upper Back Complaints Page(s):
173-174, 181, Chronic Pain Treatment Guidelines Massage therapy Page(s): 60.

MAXIMUS guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Initial Care, Special
Studies, and Zebra Complaints 2004, Section(s): Stripes.
`);
    assert.deepEqual(claimsGuideline?.citations, [
      {
        family: 'acoem-2004',
        guideline: 'acoem2-ch08',
        title: 'Neck and Upper Back Complaints',
        year: null,
        chapter: 8,
        pages: [
          [173, 174],
          [181, 181],
        ],
        sections: [],
        text: 'ACOEM Chapter 8 Neck and Upper Back Complaints Page(s): 173-174, 181',
      },
      {
        family: 'mtus-2009',
        guideline: 'cpmtg-2009',
        title: 'Chronic Pain Treatment Guidelines',
        year: null,
        chapter: null,
        pages: [[60, 60]],
        sections: ['Massage therapy'],
        text: 'Chronic Pain Treatment Guidelines Massage therapy Page(s): 60',
      },
    ]);
    assert.deepEqual(
      reviewerGuideline?.citations.map(({ family, guideline, title, year, sections }) => {
        return { family, guideline, title, year, sections };
      }),
      [
        {
          family: 'acoem-2004',
          guideline: 'acoem2-ch08',
          title: 'Neck and Upper Back Complaints',
          year: 2004,
          sections: ['Initial Care', 'Special Studies'],
        },
        { family: 'other', guideline: null, title: 'Zebra Complaints', year: 2004, sections: ['Stripes'] },
      ],
    );
  });

  it('a chapter cited by its number has the title of its guideline', () => {
    const { reviewerGuideline } = parseItem(
      '## Visit: Upheld\n\nMAXIMUS guideline: Decision based on MTUS ACOEM Chapter 7 Page(s): 127.\n',
    );
    const [citation] = reviewerGuideline?.citations ?? [];
    assert.equal(citation?.guideline, 'acoem2-ch07');
    assert.equal(citation?.title, 'Independent Medical Examinations and Consultations');
  });

  it('where the case is decided as a whole, its items share the decision', () => {
    const { items } = parse(
      '# FINAL EXTERNAL REVIEW DECISION\n\nFinal decision: overturned\n\n# FINDINGS\n\n## Home oxygen\n\n## Nebulizer\n',
      'federal-external-review',
    );
    assert.deepEqual(
      items.map(({ title, decision }) => [title, decision]),
      [
        ['Home oxygen', 'Overturned'],
        ['Nebulizer', 'Overturned'],
      ],
    );
  });
});
