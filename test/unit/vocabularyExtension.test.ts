import assert from 'node:assert/strict';
import { builtInVocabulary } from '../../server/src/core/vocabulary/builtIn';
import { emptyVocabulary, extendVocabulary } from '../../server/src/core/vocabulary/extend';
import { layerVocabularies } from '../../server/src/core/vocabulary/layers';
import { matchTerms } from '../../server/src/core/vocabulary/matcher';
import { vocabularyProblems } from '../../server/src/core/vocabulary/problems';
import { bodyPartsOf, isWithin } from '../../server/src/core/vocabulary/regions';
import { type VocabularyFile, vocabularyFileSchema } from '../../server/src/core/vocabulary/schema';

const base = builtInVocabulary();

function extended(file: Omit<VocabularyFile, 'version'>) {
  return extendVocabulary(base, vocabularyFileSchema.parse({ version: 1, ...file }));
}

describe('extending the vocabulary', () => {
  it('adds entries and leaves the base as it is', () => {
    const extra = extended({ services: [{ id: 'sauna', title: 'sauna', class: 'modality', terms: ['sauna'] }] });
    const ids = (vocabulary: typeof base) => matchTerms('sauna', vocabulary).map(match => match.id);
    assert.deepEqual(ids(extra), ['sauna']);
    assert.deepEqual(ids(base), []);
    assert.deepEqual(vocabularyProblems(extra, extra), []);
  });

  it('adds words to an entry that is known, and replaces its other fields', () => {
    const extra = extended({ bodyParts: [{ id: 'knee', title: 'the knee', terms: ['genicular'] }] });
    assert.deepEqual(bodyPartsOf(extra, matchTerms('genicular, knee', extra)), ['knee']);
    assert.equal(extra.bodyParts.find(part => part.id === 'knee')?.title, 'the knee');
    assert.ok(isWithin(extra, 'knee', 'lower-extremity'));
    assert.equal(extra.bodyParts.length, base.bodyParts.length);
  });

  it('takes out a term that stands under "not" of the same entry', () => {
    const extra = extended({
      drugs: [{ id: 'carisoprodol', generic: 'carisoprodol', classes: [], not: ['Soma'] }].map(drug => ({
        ...drug,
        classes: ['muscle-relaxant'],
      })),
    });
    assert.deepEqual(matchTerms('Soma', extra), []);
    assert.equal(matchTerms('carisoprodol', extra).length, 1);
  });

  it('reports references to nothing, and a part that contains itself, and still works', () => {
    const extra = extended({
      bodyParts: [
        { id: 'a', title: 'a', parent: 'b', terms: ['partalpha'] },
        { id: 'b', title: 'b', parent: 'a' },
        { id: 'c', title: 'c', also: ['nowhere'] },
      ],
      services: [{ id: 'd', title: 'd', class: 'none', region: 'nowhere', about: ['nowhere'] }],
      sides: [{ id: 'e', title: 'e', covers: ['left', 'nowhere'] }],
    });
    assert.deepEqual(
      vocabularyProblems(extra, extra).map(({ list, id, field }) => `${list} ${id} ${field}`),
      [
        'bodyParts c also',
        'services d class',
        'services d region',
        'services d about',
        'sides e covers',
        'bodyParts a parent',
        'bodyParts b parent',
      ],
    );
    assert.ok(isWithin(extra, 'a', 'b'));
    assert.equal(matchTerms('partalpha', extra).length, 1);
  });

  it('adds to an abbreviation that is known', () => {
    const extra = extended({ abbreviations: [{ short: 'ROM', expansions: ['read-only memory'], common: true }] });
    assert.deepEqual(
      extra.abbreviations.find(({ short }) => short === 'ROM'),
      { short: 'ROM', expansions: ['range of motion', 'read-only memory'], common: true },
    );
  });

  it('makes do with nothing', () => {
    assert.deepEqual(matchTerms('MRI of the left knee', emptyVocabulary), []);
  });

  for (const [why, entry] of Object.entries({
    'a term without a letter': { id: 'x', title: 'x', terms: ['--'] },
    'a term with many hyphens': { id: 'x', title: 'x', terms: ['a-b-c-d-e-f'] },
    'an id with capitals': { id: 'Knee', title: 'x' },
    'an unknown field': { id: 'x', title: 'x', words: ['x'] },
  })) {
    it(`refuses ${why}`, () => {
      assert.equal(vocabularyFileSchema.safeParse({ version: 1, bodyParts: [entry] }).success, false);
    });
  }
});

describe('vocabulary files one over the other', () => {
  const layered = (...files: Omit<VocabularyFile, 'version'>[]) => {
    const { vocabulary, clashes } = layerVocabularies(
      base,
      files.map((file, index) => ({ origin: `${index}.json`, file: { version: 1, ...file } })),
    );
    return { vocabulary, clashes: clashes.map(({ kind, file, path }) => `${kind} ${file.origin} ${path.join('.')}`) };
  };
  const drug = (id: string, words: object) => ({ id, generic: id, classes: ['opioid'], ...words });

  it('are the built-in vocabulary where there are none', () => {
    assert.equal(layered().vocabulary, base);
  });

  it('may refer to what another one adds, whichever comes first', () => {
    const service = { id: 'sauna', title: 'sauna', class: 'heat', terms: ['sauna'] };
    const { clashes } = layered({ services: [service] }, { serviceClasses: [{ id: 'heat', title: 'heat' }] });
    assert.deepEqual(clashes, []);
  });

  it('tell of a word that means two entries, unless it is taken from the other', () => {
    const first = { drugs: [drug('housedrug', { brands: ['Housebrand'] })] };
    const second = drug('otherdrug', { brands: ['housebrand'] });
    assert.deepEqual(layered(first, { drugs: [second] }).clashes, ['ambiguous 1.json drugs.0.brands.0']);
    assert.deepEqual(layered(first, { drugs: [second, drug('housedrug', { not: ['Housebrand'] })] }).clashes, []);
  });

  it('tell of what they replace, and not of what they add', () => {
    const { clashes } = layered({
      bodyParts: [{ id: 'knee', title: 'the knee', terms: ['genicular'] }],
      abbreviations: [{ short: 'MRI', expansions: ['magnetic imaging'], common: false }],
    });
    assert.deepEqual(clashes, ['replaced 0.json bodyParts.0.title', 'replaced 0.json abbreviations.0.common']);
  });
});
