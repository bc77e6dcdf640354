import assert from 'node:assert/strict';
import { builtInCatalogue } from '../../../server/src/core/catalogue/builtIn';
import { treatmentsOfTopic } from '../../../server/src/core/facts/topics';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';
import { profileNamed } from '../../support/setup';

const vocabulary = builtInVocabulary();
const { guidelines } = builtInCatalogue(profileNamed('ca-imr').catalogues);

function topic(guideline: string, name: string) {
  const section = guidelines.find(({ id }) => id === guideline)?.sections.find(one => one.name === name);
  assert.ok(section, `${guideline} has the section ${name}`);
  return treatmentsOfTopic(section, vocabulary);
}

describe('topics of sections', () => {
  it('are the treatments that their names and terms say', () => {
    assert.ok(topic('cpmtg-2016', 'Epidural steroid injections (ESIs)')?.has('service:epidural-steroid-injection'));
    assert.ok(topic('cpmtg-2016', 'Muscle relaxants (for pain)')?.has('drugClass:muscle-relaxant'));
  });

  it('are absent where the name says no treatment', () => {
    assert.equal(topic('acoem2-ch12', 'Initial Care'), null);
    assert.equal(topic('acoem2-ch12', 'Special Studies'), null);
  });
});
