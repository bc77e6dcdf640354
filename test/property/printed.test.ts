import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editLetter, parseLetter } from '../../server/src/core/language/letter';
import { parsedLetter } from '../../server/src/core/output/parseOutput';
import { blockHtml } from '../../server/src/core/printed/html';
import { postedText } from '../../server/src/core/printed/posted';
import { printedParts, printLetter } from '../../server/src/core/printed/printLetter';
import { testSetup } from '../support/setup';
import { assertPrinted, assertRedactedBy } from './claims/printed';
import { edit, letterText, plausibleLetter, runs } from './letters';

for (const id of ['ca-imr', 'federal-external-review']) {
  const setup = testSetup({}, id);
  const raw = setup.profile.profile;
  const anyLetter = fc.oneof(letterText(raw), plausibleLetter(raw));

  describe(`a printed letter, ${id} (${runs.numRuns} runs)`, function () {
    this.timeout(20_000 + runs.numRuns * 200);

    it('has every word of the letter that is no comment, in order, and no other', () => {
      fc.assert(
        fc.property(anyLetter, text => {
          assertPrinted(text, setup);
        }),
        runs,
      );
    });

    it('is after every edit what it is of the new text, and keeps the blocks of parts that were not touched', () => {
      fc.assert(
        fc.property(anyLetter, edit(raw), (text, { at, length, text: by }) => {
          const before = parseLetter(text, setup.profile);
          const kept = new Map(printedParts(before).map(({ part, blocks }) => [part, blocks]));
          const start = Math.floor(at * text.length);
          const end = Math.min(text.length, start + Math.round(length * text.length));
          const after = editLetter(before, { start, end }, by, text.slice(0, start) + by + text.slice(end));
          const fresh = parseLetter(after.source.text, setup.profile);
          assert.deepEqual(printLetter(after, setup), printLetter(fresh, setup));
          if (before.source.opening + after.source.opening > 0) return;
          for (const { part, blocks } of printedParts(after)) assert.equal(blocks, kept.get(part) ?? blocks);
        }),
        runs,
      );
    });

    it('says in its text what the letter says', () => {
      fc.assert(
        fc.property(plausibleLetter(raw), fc.context(), (text, context) => {
          const letter = parseLetter(text, setup.profile);
          const posted = postedText(printLetter(letter, setup), setup.profile);
          context.log(text);
          context.log(posted);
          const again = parseLetter(posted, setup.profile);
          assert.deepEqual(parsedLetter(again, setup, ''), parsedLetter(letter, setup, ''));
          assert.equal(postedText(printLetter(again, setup), setup.profile), posted);
        }),
        runs,
      );
    });

    it('is a page of no more than its own elements', () => {
      const hostile = fc.constantFrom('<script>', '</style>', '" onload="x', '<img src=x>', '&lt;', "'", '`', '\u0000');
      fc.assert(
        fc.property(fc.array(fc.oneof(hostile, anyLetter)), pieces => {
          const printed = printLetter(parseLetter(pieces.join(''), setup.profile), setup);
          const html = printed.blocks.map(blockHtml).join('');
          const own =
            /<\/?(?:table|tbody|tr|th|td|h2|h3|p|ul|li|span|mark|em|strong)(?: (?:class="letter-[a-z]+"|scope="row"))?>/g;
          assert.doesNotMatch(html.replace(own, ''), /[<>"'`]|&(?!(?:amp|lt|gt|quot|#39|#96);)/);
        }),
        runs,
      );
    });

    it('redacted, has nothing that identifies a person, and stays as it is the second time', () => {
      const named = fc.constantFrom(
        ' Ms. Jane Roe came. ',
        ' SSN 123-45-6789 ',
        ' Dr. Ann Lee wrote. ',
        ' on 03/04/2016 ',
        ' MRN 123456 ',
      );
      const policy = fc.constantFrom('posted' as const, 'safe-harbor' as const);
      fc.assert(
        fc.property(fc.array(fc.oneof(named, anyLetter), { maxLength: 4 }), policy, (pieces, by) => {
          assertRedactedBy(pieces.join(''), by, setup);
        }),
        { ...runs, numRuns: Math.ceil(runs.numRuns / 3) },
      );
    });
  });
}
