import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultDisplay } from '../../server/src/core/config/display';
import { editLetter, type Letter, parseLetter } from '../../server/src/core/language/letter';
import { checkLetter } from '../../server/src/core/rules/check';
import { codeLenses } from '../../server/src/core/services/codeLenses/codeLenses';
import { inlayHints } from '../../server/src/core/services/inlayHints/inlayHints';
import { renameTarget } from '../../server/src/core/services/rename/rename';
import { isRefusal } from '../../server/src/core/services/rename/target';
import { semanticTokens } from '../../server/src/core/services/semanticTokens/semanticTokens';
import { signatureHelp } from '../../server/src/core/services/signatureHelp/signatureHelp';
import { testSetup } from '../support/setup';
import { edit, letterText, runs } from './letters';

const setup = testSetup();
const { profile } = setup;

/** All that is shown in the text of the letter. */
function shown(letter: Letter) {
  const all = { start: 0, end: letter.source.text.length };
  return {
    tokens: semanticTokens(letter, setup),
    hints: inlayHints(letter, setup, all, defaultDisplay.inlayHints).map(({ kind, offset, label, card }) => [
      kind,
      offset,
      label,
      card(),
    ]),
    lenses: codeLenses(letter, setup, checkLetter(letter, setup), defaultDisplay.codeLenses),
  };
}

describe(`what is shown in any text (${runs.numRuns} runs)`, function () {
  this.timeout(120_000);

  it('is after an edit what it is in the fresh text', () => {
    fc.assert(
      fc.property(
        letterText(profile.profile),
        fc.array(edit(profile.profile), { minLength: 1, maxLength: 4 }),
        (text, edits) => {
          let letter = parseLetter(text, profile);
          shown(letter);
          for (const { at, length, text: inserted } of edits) {
            const before = letter.source.text;
            const start = Math.floor(at * before.length);
            const end = Math.min(before.length, start + Math.round(length * before.length));
            const after = before.slice(0, start) + inserted + before.slice(end);
            letter = editLetter(letter, { start, end }, inserted, after);
            shown(letter);
          }
          assert.deepEqual(shown(letter), shown(parseLetter(letter.source.text, profile)));
        },
      ),
      runs,
    );
  });

  it('has at every place something to rename, with edits within the text, or a reason why not', () => {
    fc.assert(
      fc.property(letterText(profile.profile), fc.double({ min: 0, max: 1, noNaN: true }), (text, at) => {
        const letter = parseLetter(text, profile);
        const offset = Math.floor(at * text.length);
        signatureHelp(letter, setup, offset);
        const target = renameTarget(letter, setup, offset);
        if (isRefusal(target)) return assert.match(target.refused, /\.$/);
        assert.ok(target.span.start <= offset && offset <= target.span.end);
        for (const name of ['left', '52', '1/2/2016', 'Gym membership']) {
          const renamed = target.rename(name);
          if (isRefusal(renamed)) continue;
          let last = 0;
          for (const { span } of renamed.edits) {
            assert.ok(span.start >= last && span.end > span.start && span.end <= text.length);
            last = span.end;
          }
        }
      }),
      runs,
    );
  });
});
