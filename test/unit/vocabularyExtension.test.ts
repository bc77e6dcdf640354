import assert from 'node:assert/strict';
import { builtInVocabulary } from '../../server/src/core/vocabulary/builtIn';
import { emptyVocabulary, extendVocabulary } from '../../server/src/core/vocabulary/extend';
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
    assert.deepEqual(vocabularyProblems(extra), []);
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
      services: [{ id: 'd', title: 'd', class: 'none', region: 'nowhere' }],
    });
    assert.deepEqual(
      vocabularyProblems(extra).map(({ list, id, field }) => `${list} ${id} ${field}`),
      ['bodyParts c also', 'services d class', 'services d region', 'bodyParts a parent', 'bodyParts b parent'],
    );
    assert.ok(isWithin(extra, 'a', 'b'));
    assert.equal(matchTerms('partalpha', extra).length, 1);
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
