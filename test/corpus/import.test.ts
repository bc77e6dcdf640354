import assert from 'node:assert/strict';
import { testSetup } from '../support/setup';
import { corpusIds, corpusText, describeCorpus, expectedLetter, seedText, shapes } from './corpus';
import { assertImported, expectedItems } from './imports';

const setup = testSetup();

/** How many of the items in the posted letters may come out otherwise than expected. */
const MAY_DIFFER = 1;

describeCorpus('importing the text of posted letters', () => {
  for (const shape of shapes) {
    it(`${shape}: loses no word, finds every item, and is found fault with as the source is`, function () {
      this.timeout(60_000);
      const ids = corpusIds();
      const right = ids.map(id => {
        const text = corpusText(id, shape);
        try {
          return assertImported(text, text, setup, expectedLetter(id));
        } catch (error) {
          throw new Error(id, { cause: error });
        }
      });
      const items = right.reduce((sum, each) => sum + each, 0);
      assert.ok(items >= expectedItems(ids) - MAY_DIFFER, `${items} of ${expectedItems(ids)} items`);
    });
  }

  for (const seed of ['000', '002'] as const) {
    it(`the seed ${seed}`, () => {
      assertImported(seedText(seed), seedText(seed), setup, null);
    });
  }
});
