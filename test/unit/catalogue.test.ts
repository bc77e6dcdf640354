import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInCatalogue } from '../../server/src/core/catalogue/builtIn';
import { createCatalogue, holdsPage } from '../../server/src/core/catalogue/catalogue';
import { loadCatalogue } from '../../server/src/core/catalogue/load';
import type { Guideline } from '../../server/src/core/catalogue/model';
import type { CatalogueFile } from '../../server/src/core/catalogue/schema';
import { builtInVocabulary } from '../../server/src/core/vocabulary/builtIn';

const folder = 'server/data/catalogue';
const files = readdirSync(folder).filter(name => name.endsWith('.json'));
const catalogue = builtInCatalogue(['mtus', 'odg', 'acoem']);

function guideline(id: string): Guideline {
  const found = catalogue.byId(id);
  assert.ok(found, id);
  return found;
}

const ids = (guidelines: readonly Guideline[]) => guidelines.map(({ id }) => id);

describe('the built-in catalogue', () => {
  for (const name of files) {
    it(`${name} is valid`, () => {
      const loaded = loadCatalogue(readFileSync(join(folder, name), 'utf8'));
      assert.deepEqual(loaded.ok ? [] : loaded.problems, []);
      assert.equal(loaded.ok && `${loaded.value.id}.json`, name);
    });
  }

  it('holds all 90 guidelines, each id once', () => {
    assert.equal(catalogue.guidelines.length, 90);
  });

  it('names only successors that exist, and that come later', () => {
    for (const { id, supersededBy, inForce } of catalogue.guidelines) {
      if (supersededBy === null) continue;
      const next = guideline(supersededBy);
      assert.notEqual(next.id, id);
      if (inForce.from && next.inForce.from) assert.ok(inForce.from < next.inForce.from, `${id} -> ${next.id}`);
    }
  });

  it('names only body parts that the vocabulary has', () => {
    const known = new Set(builtInVocabulary().bodyParts.map(({ id }) => id));
    for (const { id, appliesTo, sections, topics } of catalogue.guidelines) {
      const named = [appliesTo, ...sections, ...topics].flatMap(({ bodyParts }) => bodyParts);
      assert.deepEqual(
        named.filter(part => !known.has(part)),
        [],
        id,
      );
    }
  });

  it('says of every guideline that letters cite what it is about', () => {
    for (const { id, uses, appliesTo } of catalogue.guidelines) {
      if (uses > 0) assert.ok(appliesTo.bodyParts.length + appliesTo.terms.length > 0, id);
    }
  });

  it('keeps every published page of a checked chapter inside its window', () => {
    const checked = catalogue.guidelines.filter(({ pages }) => pages?.checked);
    assert.deepEqual(
      [...new Set(checked.map(({ chapter }) => chapter))].sort((a, b) => Number(a) - Number(b)),
      [7, 8, 9, 10, 11, 12, 13],
    );
    for (const chapter of checked) {
      for (const topic of chapter.topics.filter(({ certainty }) => certainty === 'published')) {
        for (const page of topic.pages.flat()) assert.ok(holdsPage(chapter, page), `${chapter.id} ${topic.title}`);
      }
    }
  });

  it('expects no reference where a guideline is cited as a whole', () => {
    assert.equal(guideline('acupuncture-2007').reference, 'none');
    assert.equal(guideline('acoem2-ch08').reference, 'page-or-section');
  });

  it('never takes a misspelt name for a section', () => {
    const names = catalogue.guidelines.flatMap(({ sections }) => sections.flatMap(s => [s.name, ...s.aliases]));
    assert.ok(!names.includes('Inital Care'));
    assert.ok(!names.some(name => /^\d+$/.test(name)));
  });

  it('weakens what an edition knows of the sections of another', () => {
    const lent = guideline('lowback-2016').sections.find(({ certainty }) => certainty === 'published');
    const borrowed = guideline('lowback-2020').sections.find(({ name }) => name === lent?.name);
    assert.equal(borrowed?.certainty, 'other-edition');
  });
});

describe('lookups of the catalogue', () => {
  it('finds a guideline by any printed name, whatever its case, spaces and punctuation', () => {
    assert.deepEqual(ids(catalogue.named('forearm,  wrist & hand COMPLAINTS')), ['acoem2-ch11']);
    assert.deepEqual(ids(catalogue.named('No such guideline')), []);
  });

  it('puts the edition of the year first', () => {
    assert.equal(catalogue.named('Chronic Pain Medical Treatment', 2009)[0]?.id, 'cpmtg-2009');
    assert.equal(catalogue.named('Chronic Pain Medical Treatment', 2016)[0]?.id, 'cpmtg-2016');
    assert.equal(catalogue.named('Chronic Pain Medical Treatment', 1999).length, 2);
  });

  it('accepts publication year and effective year', () => {
    assert.equal(catalogue.named('Knee Disorders', 2020)[0]?.id, 'knee-2019');
    assert.equal(catalogue.named('Knee Disorders', 2019)[0]?.id, 'knee-2019');
  });

  it('finds chapters by number, the latest edition first', () => {
    assert.deepEqual(ids(catalogue.chapter(12)), ['acoem2-ch12']);
    assert.deepEqual(ids(catalogue.chapter(10)), ['acoem2-ch10-2007', 'acoem2-ch10']);
    assert.deepEqual(catalogue.chapter(99), []);
  });

  it('tells which chapters hold a page, both where windows overlap', () => {
    assert.deepEqual(ids(catalogue.holding(127)), ['acoem2-ch07', 'cpmtg-2009']);
    assert.deepEqual(ids(catalogue.holding(328)), ['acoem2-ch12', 'acoem2-ch13']);
    assert.ok(ids(catalogue.holding(510)).includes('acoem2-ch07'), 'the other printing of chapter 7');
  });

  it('knows whether an edition was in force on a day', () => {
    const chronicPain = guideline('cpmtg-2009');
    assert.equal(catalogue.inForceAt(chronicPain, '2016-07-27'), true);
    assert.equal(catalogue.inForceAt(chronicPain, '2016-07-28'), false);
    assert.equal(catalogue.inForceAt(guideline('odg-neck'), '2016-07-28'), null);
    assert.equal(catalogue.inForceAt(guideline('acoem2-ch15'), '2020-01-01'), null, 'its end is uncertain');
  });

  it('finds the edition in force on a day among predecessors and successors', () => {
    const editions = ['2015-01-01', '2017-01-01', '2018-06-01', '2019-09-01', '2022-01-01'].map(
      day => catalogue.editionAt(guideline('lowback-2019'), day)?.id,
    );
    assert.deepEqual(editions, ['acoem2-ch12', 'acoem2-ch12', 'lowback-2016', 'lowback-2019', 'lowback-2020']);
    assert.equal(catalogue.editionAt(guideline('odg-neck'), '2016-01-01'), null);
  });

  it('survives editions that supersede each other in a circle', () => {
    const entry = { family: 'f', title: 'T', status: 'superseded', reference: 'none', certainty: 'low' } as const;
    const file: CatalogueFile = {
      version: 1,
      id: 'round',
      title: 'Round',
      guidelines: [
        { ...entry, id: 'a', supersededBy: 'b' },
        { ...entry, id: 'b', supersededBy: 'a' },
      ],
    };
    const round = createCatalogue([{ layer: 'user', origin: 'round.json', file }]);
    assert.equal(round.editionAt(round.guidelines[0] as Guideline, '2020-01-01'), null);
  });
});
