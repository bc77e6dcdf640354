import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import {
  type CatalogueEntry,
  catalogueChildren,
  catalogueEntries,
  searchCatalogue,
} from '../../server/src/core/services/catalogueTree';
import { type CitationRef, citationText } from '../../server/src/core/services/citationText';
import { insertCitation } from '../../server/src/core/services/insertCitation';
import { applyEdits } from '../../server/src/core/text/span';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();
const view = { style: 'section', day: null } as const;

describe('the tree of the catalogue', () => {
  it('has every guideline, those that cannot be cited in the letter last', () => {
    const entries = catalogueEntries(setup, { style: 'section', day: '2016-10-03' });
    assert.equal(entries.length, setup.catalogue.guidelines.length);
    const states = entries.map(({ inForce, status }) => (status === 'proposed' ? 2 : inForce === false ? 1 : 0));
    assert.deepEqual(states, [...states].sort());
    assert.deepEqual([...new Set(states)], [0, 1, 2]);
  });

  it('leads from a guideline to its sections, and from a section to its pages', () => {
    const guideline = catalogueEntries(setup, view).find(({ citation }) => citation.guideline === 'acoem2-ch12');
    assert.ok(guideline?.hasChildren);
    const sections = catalogueChildren(setup, guideline.citation, view);
    assert.ok(sections.length > 10);
    assert.ok(sections.every(({ kind, within }) => kind === 'section' && within === guideline.name));
    const paged = everySection().find(({ hasChildren }) => hasChildren);
    assert.ok(paged);
    const pages = catalogueChildren(setup, paged.citation, view);
    assert.equal(pages.map(({ name }) => name).join(', '), paged.pages);
    assert.deepEqual(catalogueChildren(setup, (pages[0] as CatalogueEntry).citation, view), []);
  });

  it('names each entry once', () => {
    const keys = everySection().map(({ citation }) => JSON.stringify(citation));
    assert.equal(new Set(keys).size, keys.length);
  });

  it('says how well each section and page is known', () => {
    assert.ok(everySection().every(({ certainty }) => certainty !== null));
    assert.ok(new Set(everySection().map(({ certainty }) => certainty)).size > 2);
  });

  it('knows no children of what is not in the catalogue', () => {
    for (const citation of [{ guideline: 'none' }, { guideline: 'acoem2-ch12', section: 'none' }]) {
      assert.deepEqual(catalogueChildren(setup, citation, view), []);
    }
  });

  it('finds guidelines and sections by words, chapter and page', () => {
    assert.equal(searchCatalogue(setup, 'chapter 12', view)[0]?.citation.guideline, 'acoem2-ch12');
    const found = searchCatalogue(setup, 'manipulation', view);
    assert.ok(found.slice(0, 5).some(({ name }) => /manipulation/i.test(name)));
    assert.equal(new Set(found.map(({ citation }) => JSON.stringify(citation))).size, found.length);
    assert.deepEqual(searchCatalogue(setup, '   ', view), []);
  });

  it('is made of what can be cited', () => {
    for (const { citation, name } of everySection()) {
      for (const style of ['page', 'section'] as const) {
        const cited = citationText(citation, setup, style);
        assert.ok(
          cited && cited.text.trim() === cited.text && !/ {2}|undefined|null/.test(cited.text),
          `${name}: ${cited?.text}`,
        );
      }
    }
  });

  function everySection(): CatalogueEntry[] {
    return catalogueEntries(setup, view).flatMap(({ citation }) => catalogueChildren(setup, citation, view));
  }
});

describe('inserting a citation', () => {
  const header = 'Decision Date: 11/08/2016\n\n# IMR ISSUES, DECISIONS AND RATIONALES\n\n## Brace: Upheld\n\n';
  const physical = { guideline: 'acoem2-ch12', section: 'Physical Methods' };
  const insert = (line: string, ref: CitationRef, before = header, own = setup) => {
    const { text, cursors } = readMarked(before + line);
    const edit = insertCitation(parseLetter(text, own.profile), own, ref, cursors[0] ?? 0);
    return edit && applyEdits(text, [edit]).slice(before.length);
  };
  const cited = 'MTUS Low Back Complaints 2004, Section(s): Physical Methods';
  const label = 'MAXIMUS guideline:';

  const places: readonly [what: string, line: string, expected: string][] = [
    ['an empty line, with its words', `${label}‸\n`, `${label} Decision based on ${cited}.\n`],
    ['an empty line with a blank', `${label} ‸\n`, `${label} Decision based on ${cited}.\n`],
    [
      'the place of a placeholder',
      `${label} Decision based on MTUS [[cita‸tion]].`,
      `${label} Decision based on ${cited}.`,
    ],
    ['a line that is one placeholder', `${label} [[citation]]‸`, `${label} Decision based on ${cited}.`],
    ['words that announce it', `${label} Decision based on MTUS ‸`, `${label} Decision based on ${cited}.`],
    [
      'citations, behind the one before the cursor',
      `${label} Decision based on MTUS Knee Complaints 2004‸, Section(s): Special Studies. More.`,
      `${label} Decision based on MTUS Knee Complaints 2004, Section(s): Special Studies, and ${cited.slice(5)}. More.`,
    ],
    [
      'a rationale, as words',
      'Decision rationale: As the‸guideline says.',
      `Decision rationale: As the ${cited.slice(5)} guideline says.`,
    ],
    [
      'a bracket, without a blank',
      'Decision rationale: So it is (‸).',
      `Decision rationale: So it is (${cited.slice(5)}).`,
    ],
  ];
  for (const [what, line, expected] of places) {
    it(`fills ${what}`, () => assert.equal(insert(line, physical), expected));
  }

  it('keeps to the style of the letter', () => {
    const page = `${label} Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page(s): 300.\n\n## Corset: Upheld\n\n${label}‸`;
    assert.match(
      insert(page, physical) ?? '',
      /Corset: Upheld\n\nMAXIMUS guideline: Decision based on MTUS ACOEM Chapter 12 Low Back Complaints Page\(s\): /,
    );
    const one = { ...physical, page: '298-299' };
    assert.match(insert(page, one) ?? '', /Page\(s\): 298-299\.$/);
  });

  it('names a source outside the standard in the words for such', () => {
    const other = { guideline: 'odg-knee' };
    assert.equal(
      insert(`${label}‸`, other),
      `${label} The Expert Reviewer based their decision on recommendation(s) outside of the MTUS Guidelines. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG) Knee & Leg.`,
    );
    assert.equal(
      insert(`${label} Decision based on Non-MTUS Citation Journal of Braces.‸`, other),
      `${label} Decision based on Non-MTUS Citation Journal of Braces and Other Medical Treatment Guidelines Official Disability Guidelines (ODG) Knee & Leg.`,
    );
  });

  it('puts plain words into the letters of a program without guideline lines', () => {
    const own = testSetup({}, 'federal-external-review');
    assert.equal(insert('A ‸', { guideline: 'none' }, '', own), null);
  });

  it('does nothing for what is not in the catalogue', () => {
    assert.equal(insert(`${label}‸`, { guideline: 'none' }), null);
    assert.equal(insert(`${label}‸`, { guideline: 'acoem2-ch12', section: 'none' }), null);
  });
});
