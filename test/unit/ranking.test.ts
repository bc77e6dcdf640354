import assert from 'node:assert/strict';
import { createCatalogue } from '../../server/src/core/catalogue/catalogue';
import type { CatalogueFile } from '../../server/src/core/catalogue/schema';
import { rankGuidelines } from '../../server/src/core/ranking/rank';
import { strengthsOf } from '../../server/src/core/ranking/strengths';
import type { Subject } from '../../server/src/core/ranking/subject';
import { termsOf } from '../../server/src/core/ranking/subject';
import { topicsOf } from '../../server/src/core/ranking/topics';
import { builtInVocabulary } from '../../server/src/core/vocabulary/builtIn';
import { matchTerms } from '../../server/src/core/vocabulary/matcher';

const vocabulary = builtInVocabulary();

function catalogueOf(...sections: readonly string[]) {
  const file: CatalogueFile = {
    version: 1,
    id: 'test',
    title: 'Test',
    guidelines: sections.map((name, index) => ({
      id: `g-${index}`,
      family: 'test',
      title: `Guideline ${index}`,
      status: 'adopted',
      reference: 'section',
      certainty: 'high',
      sections: [
        { name: `Zyx ${index}`, certainty: 'published' },
        { name, certainty: 'published' },
      ],
    })),
  };
  return createCatalogue([{ layer: 'workspace', origin: 'test.json', file }]);
}

function subject(title: string): Subject {
  const matches = matchTerms(title, vocabulary);
  const terms = termsOf(matches, vocabulary);
  return { matches, bodyParts: [], summaryParts: new Map(), terms, words: ` ${title.toLowerCase()} ` };
}

describe('the ranking of guidelines', () => {
  const catalogue = catalogueOf('Naproxen', 'Blue light exposure', 'Light', 'Physical therapy');
  const strengths = (title: string) => {
    const topics = topicsOf(catalogue, vocabulary);
    const found = strengthsOf(topics, subject(title));
    return topics.map(({ sections }) => found.of((sections[1] as (typeof sections)[number]).terms));
  };

  it('knows which sections a title names, by what the vocabulary knows and by their words', () => {
    assert.deepEqual(strengths('Naproxen 550 mg'), [1, 0, 0, 0]);
    assert.deepEqual(strengths('Blue light exposure of the wound'), [0, 0.9, 0.9, 0]);
    assert.deepEqual(strengths('Lightbox'), [0, 0, 0.9, 0]);
    assert.deepEqual(strengths('Moonlight, blue'), [0, 0, 0, 0]);
  });

  it('gives those first, each with the section first that is named', () => {
    const input = { subject: subject('Blue light exposure'), catalogue, vocabulary, day: null, otherLine: null };
    const [best, ...others] = rankGuidelines({ ...input, style: 'section' });
    assert.deepEqual([best?.guideline.id, best?.sections[0]?.name], ['g-1', 'Blue light exposure']);
    assert.equal(others.length, 3);
  });
});
