import assert from 'node:assert/strict';
import { compareLetters } from '../../server/src/core/compare/compareLetters';
import { parseLetter } from '../../server/src/core/language/letter';
import { testSetup } from '../support/setup';
import { corpusIds, corpusText, describeCorpus, shapes } from './corpus';

const setup = testSetup();

describeCorpus('posted letters, compared', () => {
  const letterOf = (id: string, shape: (typeof shapes)[number]) => parseLetter(corpusText(id, shape), setup.profile);

  it('say the same in whatever shape their text was taken from the page', function () {
    this.timeout(60_000);
    for (const id of corpusIds()) {
      for (const shape of shapes) {
        const { groups } = compareLetters(letterOf(id, 'layout'), letterOf(id, shape), setup);
        assert.deepEqual(groups, [], `${id}, ${shape}`);
      }
    }
  });

  it('say something else than the next one', function () {
    this.timeout(60_000);
    const ids = corpusIds();
    for (const [index, id] of ids.entries()) {
      const next = ids[(index + 1) % ids.length] ?? '';
      const { groups } = compareLetters(letterOf(id, 'layout'), letterOf(next, 'layout'), setup);
      assert.ok(
        groups.some(({ part, changes }) => part === 'header' && changes.some(({ kind }) => kind === 'header')),
        `${id} and ${next}`,
      );
    }
  });
});
