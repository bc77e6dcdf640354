import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { parsedLetter } from '../../server/src/core/output/parseOutput';
import { cleanUp } from '../../server/src/core/services/cleanUp/cleanUp';
import { formatLetter } from '../../server/src/core/services/formatting';
import { applyEdits } from '../../server/src/core/text/span';
import { testSetup } from '../support/setup';
import { corpusIds, corpusText, describeCorpus, seedText, shapes } from './corpus';

const setup = testSetup();

describeCorpus('posted letters, formatted', () => {
  const texts = (): [string, string][] => [
    ...shapes.flatMap(shape => corpusIds().map((id): [string, string] => [`${id}, ${shape}`, corpusText(id, shape)])),
    ['the seed of 2014', seedText('000')],
    ['the seed of 2015', seedText('002')],
  ];

  for (const wrap of ['join', 'keep', 80] as const) {
    it(`say the same, and change no more the second time: ${wrap}`, function () {
      this.timeout(60_000);
      for (const [name, text] of texts()) {
        const letter = parseLetter(text, setup.profile);
        const formatted = parseLetter(applyEdits(text, formatLetter(letter, { wrap })), setup.profile);
        assert.notEqual(formatted.source.text, text, name);
        assert.deepEqual(parsedLetter(formatted, setup, ''), parsedLetter(letter, setup, ''), name);
        assert.deepEqual(formatLetter(formatted, { wrap }), [], name);
        assert.ok(
          formatted.items.every(({ part }) => part.marked),
          name,
        );
      }
    });
  }
});

describeCorpus('posted letters, cleaned up', () => {
  /** White space and hyphens aside: words that were broken are whole. */
  const bare = (text: string | undefined) => text?.replace(/[\s-]+/g, '');
  const said = (text: string) => {
    const { header, credentials, items } = parsedLetter(parseLetter(text, setup.profile), setup, '');
    return {
      header,
      credentials,
      items: items.map(({ title, decision, claimsGuideline, reviewerGuideline, rationale }) =>
        [title, decision, claimsGuideline?.text, reviewerGuideline?.text, rationale].map(each => bare(each ?? '')),
      ),
    };
  };

  it('say the same, have the same paragraphs in every shape, and are in form', function () {
    this.timeout(60_000);
    for (const id of corpusIds()) {
      const paragraphs = shapes.map(shape => {
        const text = corpusText(id, shape);
        const letter = parseLetter(text, setup.profile);
        const cleaned = applyEdits(text, cleanUp(letter, setup));
        assert.deepEqual(said(cleaned), said(text), `${id}, ${shape}`);
        assert.deepEqual(formatLetter(parseLetter(cleaned, setup.profile), { wrap: 'join' }), [], `${id}, ${shape}`);
        return cleaned.split('\n\n').length;
      });
      assert.equal(new Set(paragraphs).size, 1, `${id}: ${paragraphs}`);
    }
  });
});
