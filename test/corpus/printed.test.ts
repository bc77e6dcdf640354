import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { parsedLetter } from '../../server/src/core/output/parseOutput';
import { postedText } from '../../server/src/core/printed/posted';
import { printLetter } from '../../server/src/core/printed/printLetter';
import { redacted } from '../../server/src/core/services/redact';
import { testSetup } from '../support/setup';
import { corpusIds, corpusText, describeCorpus, seedText, shapes } from './corpus';

const setup = testSetup();

describeCorpus('posted letters, printed', () => {
  const texts = (): [string, string][] => [
    ...shapes.flatMap(shape => corpusIds().map((id): [string, string] => [`${id}, ${shape}`, corpusText(id, shape)])),
    ['the seed of 2014', seedText('000')],
    ['the seed of 2015', seedText('002')],
  ];
  const posted = (text: string) => postedText(printLetter(parseLetter(text, setup.profile), setup), setup.profile);

  it('say the same as plain text, which stays as it is when it is printed again', function () {
    this.timeout(60_000);
    const said = (text: string) => parsedLetter(parseLetter(text, setup.profile), setup, '');
    for (const [name, text] of texts()) {
      const plain = posted(text);
      assert.deepEqual(said(plain), said(text), name);
      assert.equal(posted(plain), plain, name);
      assert.doesNotMatch(plain, /^#/m, name);
    }
  });

  it('have the lines of the header table that posted letters have, but for a column or two', () => {
    for (const id of corpusIds()) {
      const lines = (text: string) =>
        text
          .split('\n')
          .slice(0, 5)
          .map(line => line.trim().replace(/ {2,}/g, '  '));
      assert.deepEqual(lines(posted(corpusText(id, 'layout'))), lines(corpusText(id, 'layout')), id);
    }
  });

  it('hold nothing to redact under the policy they were posted by, and keep their items under the other', function () {
    this.timeout(60_000);
    for (const id of corpusIds()) {
      const letter = parseLetter(corpusText(id, 'layout'), setup.profile);
      assert.deepEqual(redacted(letter, setup, 'posted').counts, {}, id);
      const copy = redacted(letter, setup, 'safe-harbor');
      assert.equal(copy.isComplete, true, id);
      const items = parseLetter(copy.text, setup.profile).items;
      assert.deepEqual(
        items.map(({ part }) => part.title.decision?.word),
        letter.items.map(({ part }) => part.title.decision?.word),
        id,
      );
    }
  });
});
