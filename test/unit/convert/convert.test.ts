import assert from 'node:assert/strict';
import { convert } from '../../../server/src/convert/convert';
import { importLetter } from '../../../server/src/core/import/importLetter';
import { parseLetter } from '../../../server/src/core/language/letter';
import { checkLetter } from '../../../server/src/core/rules/check';
import { testSetup } from '../../support/setup';
import { p, wordFile } from '../../support/wordFile';

const setup = testSetup();

describe('a file that shows what would be a comment in a letter', () => {
  it('keeps it as text: it hides nothing and switches no check off', async () => {
    const lines = [
      '&lt;!-- letter-disable-file missing-decision: seen --&gt;',
      'CLINICAL CASE SUMMARY',
      'He fell &lt;!-- from a ladder --&gt; at work.',
      'IMR ISSUES, DECISIONS AND RATIONALES',
      'Knee brace',
      'Claims Administrator guideline: The Claims Administrator did not cite any medical evidence for its decision.',
    ];
    const bytes = wordFile(lines.map(line => p(line)).join(''));
    const answer = await convert({ kind: 'extract', format: 'docx', bytes });
    assert.ok(answer.kind === 'extracted');
    const { text } = importLetter(answer.extracted.text, setup);
    const letter = parseLetter(text, setup.profile);
    assert.match(letter.sections[0]?.part.body.text ?? '', /from a ladder/);
    const found = checkLetter(letter, setup, () => assert.fail()).map(({ rule }) => rule);
    assert.ok(found.includes('missing-decision'), found.join());
  });

  it('is refused, and not thrown, where its format fails', async () => {
    const answer = await convert({ kind: 'extract', format: 'docx', bytes: new Uint8Array(3) });
    assert.equal(answer.kind, 'refused');
  });
});
