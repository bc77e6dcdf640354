import assert from 'node:assert/strict';
import { extractDocx } from '../../server/src/convert/docx/extractDocx';
import { renderDocx } from '../../server/src/convert/docx/renderDocx';
import { importLetter } from '../../server/src/core/import/importLetter';
import { parseLetter } from '../../server/src/core/language/letter';
import { parsedLetter } from '../../server/src/core/output/parseOutput';
import { printLetter } from '../../server/src/core/printed/printLetter';
import { testSetup } from '../support/setup';
import { corpusIds, corpusText, describeCorpus, seedText } from './corpus';

const setup = testSetup();
const parsed = (text: string) => parsedLetter(parseLetter(text, setup.profile), setup, 'a.letter');

async function throughWord(source: string): Promise<void> {
  const markup = importLetter(source, setup).text;
  const file = await renderDocx(printLetter(parseLetter(markup, setup.profile), setup));
  assert.equal(file.kind, 'rendered');
  const answer = await extractDocx(file.bytes);
  assert.equal(answer.kind, 'extracted');
  assert.deepEqual(parsed(answer.extracted.text), parsed(markup));
  assert.deepEqual(parsed(importLetter(answer.extracted.text, setup).text), parsed(markup));
}

describeCorpus('posted letters from Word and back', () => {
  for (const id of corpusIds()) it(`${id} is equal`, () => throughWord(corpusText(id, 'layout')));
  for (const seed of ['000', '002'] as const) it(`the letter ${seed} is equal`, () => throughWord(seedText(seed)));
});
