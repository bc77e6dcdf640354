import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractPdf } from '../../server/src/convert/pdf/extractPdf';
import { importLetter } from '../../server/src/core/import/importLetter';
import { pageAt, sourceOffset } from '../../server/src/core/import/origin';
import { testSetup } from '../support/setup';
import { corpusFolder, corpusIds, corpusText, describeCorpus, expectedLetter } from './corpus';
import { assertImported, expectedItems, missingWords } from './imports';

const setup = testSetup();

/** How many of the items in the posted letters may come out otherwise than expected. */
const MAY_DIFFER = 1;

async function extracted(id: string) {
  const answer = await extractPdf(readFileSync(join(corpusFolder, 'pdf', `${id}.pdf`)));
  assert.equal(answer.kind, 'extracted', id);
  return answer.extracted;
}

describeCorpus('importing posted letters from PDF', () => {
  it('loses no word, finds every item, and is found fault with as the text is', async function () {
    this.timeout(120_000);
    const ids = corpusIds();
    let right = 0;
    for (const id of ids) {
      const { text, pages, beside } = await extracted(id);
      try {
        assert.deepEqual(missingWords(corpusText(id, 'raw'), text), []);
        assert.deepEqual(beside, []);
        right += assertImported(text, corpusText(id, 'layout'), setup, expectedLetter(id));
        const imported = importLetter(text, setup);
        const last = imported.text.trimEnd().length - 1;
        assert.equal(sourceOffset(imported, last), text.trimEnd().length - 1, 'the way back');
        assert.equal(pages.length, text.split('\f').length);
        assert.equal(pageAt(pages, sourceOffset(imported, last)), text.trimEnd().split('\f').length);
      } catch (error) {
        throw new Error(id, { cause: error });
      }
    }
    assert.ok(right >= expectedItems(ids) - MAY_DIFFER, `${right} of ${expectedItems(ids)} items`);
  });
});
