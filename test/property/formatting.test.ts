import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseLetter } from '../../server/src/core/language/letter';
import { parsedLetter } from '../../server/src/core/output/parseOutput';
import { formatLetter } from '../../server/src/core/services/formatting';
import { applyEdits } from '../../server/src/core/text/span';
import { testSetup } from '../support/setup';
import { wraps as allWraps, assertFormatted } from './claims/formatting';
import { letterText, plausibleLetter, runs } from './letters';

const wraps = fc.constantFrom(...allWraps);

for (const id of ['ca-imr', 'federal-external-review']) {
  const setup = testSetup({}, id);
  const { profile } = setup;

  describe(`formatting (${id})`, function () {
    this.timeout(120_000);

    it('changes nothing that any text says, and nothing the second time', () => {
      fc.assert(
        fc.property(letterText(profile.profile), wraps, (text, wrap) => {
          assertFormatted(text, wrap, setup);
        }),
        runs,
      );
    });

    it('finds a form for whatever a letter is written like', () => {
      fc.assert(
        fc.property(plausibleLetter(profile.profile), wraps, (text, wrap) => {
          const letter = parseLetter(text, profile);
          const formatted = parseLetter(applyEdits(text, formatLetter(letter, { wrap })), profile);
          assert.deepEqual(parsedLetter(formatted, setup, '').items, parsedLetter(letter, setup, '').items);
          const { lines } = formatted.source;
          assert.ok(formatted.items.every(({ part }) => part.marked || part.title.span.end === part.title.span.start));
          assert.ok(lines.every(({ content }) => content.includes('--') || !/ {2}|\s$|\f/.test(content)));
        }),
        runs,
      );
    });
  });
}
