import assert from 'node:assert/strict';
import { importLetter } from '../../server/src/core/import/importLetter';
import { saidBy, throughPdf, throughPostedText } from '../support/roundTrip';
import { testSetup } from '../support/setup';
import { corpusIds, corpusText, describeCorpus, seedText } from './corpus';

const setup = testSetup();

describeCorpus('posted letters that go to paper and come back', () => {
  const letters = () =>
    [...corpusIds().map(id => [id, corpusText(id, 'layout')]), ['000', seedText('000')], ['002', seedText('002')]].map(
      ([id = '', text = '']) => ({ id, text: importLetter(text, setup).text }),
    );

  it('by PDF', async function () {
    this.timeout(120_000);
    for (const { id, text } of letters()) {
      assert.deepEqual(saidBy(await throughPdf(text, setup), setup), saidBy(text, setup), id);
    }
  });

  it('by posted text', function () {
    this.timeout(60_000);
    for (const { id, text } of letters()) {
      assert.deepEqual(saidBy(throughPostedText(text, setup), setup), saidBy(text, setup), id);
    }
  });
});
