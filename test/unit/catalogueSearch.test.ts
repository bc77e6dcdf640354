import assert from 'node:assert/strict';
import { builtInCatalogue } from '../../server/src/core/catalogue/builtIn';
import { type CatalogueHit, createCatalogueSearch } from '../../server/src/core/catalogue/search';
import { builtInVocabulary } from '../../server/src/core/vocabulary/builtIn';

const search = createCatalogueSearch(builtInCatalogue(['mtus', 'odg', 'acoem']), builtInVocabulary());

function described({ guideline, section, topic }: CatalogueHit): string {
  return [guideline.id, section?.name ?? topic?.title].filter(Boolean).join(' / ');
}

function first(query: string): string {
  const [hit] = search.search(query, 1);
  return hit ? described(hit) : '';
}

describe('the search of the catalogue', () => {
  it('finds a topic by what is done and where', () => {
    for (const query of ['traction neck', 'cervical traction', 'neck tracton']) {
      assert.equal(first(query), 'acoem2-ch08 / Traction / physical methods', query);
    }
  });

  it('finds the section with the topic', () => {
    const hits = search.search('traction neck', 8).map(described);
    assert.ok(hits.includes('acoem2-ch08 / Physical Methods'), hits.join('\n'));
  });

  it('finds a guideline by chapter number and family', () => {
    assert.equal(first('chapter 8'), 'acoem2-ch08');
    assert.equal(first('acoem 12'), 'acoem2-ch12');
    assert.equal(first('ODG shoulder'), 'odg-shoulder');
    assert.equal(first('knee 2019'), 'knee-2019');
  });

  it('finds by page, the topic with its pages', () => {
    const [hit] = search.search('309');
    assert.equal(hit?.guideline.id, 'acoem2-ch12');
    assert.deepEqual(hit?.pages, [[308, 310]]);
    assert.ok(search.search('page 127').some(({ guideline }) => guideline.id === 'acoem2-ch07'));
  });

  it('knows a drug by its class and a service by its synonyms', () => {
    const naproxen = search.search('naproxen', 5).map(described);
    assert.ok(naproxen.includes('cpmtg-2016 / NSAIDs (non-steroidal anti-inflammatory drugs)'), naproxen.join('\n'));
    assert.equal(first('omeprazole'), 'cpmtg-2016 / Proton Pump Inhibitors (PPIs)');
    assert.match(search.search('urine drug screen', 2).map(described).join('\n'), /opioids-2016 \/ 3\.3\.6/);
  });

  it('finds by alias, table and section number', () => {
    assert.equal(
      first('table 8-8'),
      'acoem2-ch08 / Table 8-8 Summary of Recommendations for Evaluating and Managing Neck and Upper Back Complaints',
    );
    assert.match(first('3.3.9'), /^opioids-2016 \/ 3\.3\.9 /);
    assert.match(first('TENS'), /TENS/);
  });

  it('finds while a word is being typed', () => {
    assert.ok(search.search('acup', 3).some(({ guideline }) => guideline.id === 'acupuncture-2007'));
  });

  it('bears empty, odd and long queries', () => {
    assert.deepEqual(search.search(''), []);
    assert.deepEqual(search.search('   ,;: '), []);
    assert.deepEqual(search.search('zzzzqqqqxxxx'), []);
    assert.ok(search.search(`neck ${'constructor __proto__ toString '.repeat(10_000)}`).length > 0);
  });
});
