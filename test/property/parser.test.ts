import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editLetter, type Letter, parseLetter } from '../../server/src/core/language/letter';
import { testSetup } from '../support/setup';
import { assertLinesAlike } from './claims/parsing';
import { edit, letterText, plausibleLetter, type RandomEdit, runs } from './letters';
import { shapeOf } from './shape';

/** Replaces part of the letter; `at` and `length` are fractions of its text. */
function apply(letter: Letter, { at, length, text: inserted }: RandomEdit) {
  const { text } = letter.source;
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + Math.round(length * text.length));
  return {
    letter: editLetter(letter, { start, end }, inserted, text.slice(0, start) + inserted + text.slice(end)),
    undo: { replaced: { start, end: start + inserted.length }, by: text.slice(start, end) },
  };
}

for (const id of ['ca-imr', 'federal-external-review']) {
  const setup = testSetup({}, id);
  const { profile } = setup;
  const raw = profile.profile;
  const anyLetter = fc.oneof(letterText(raw), plausibleLetter(raw));

  describe(`the parser on any text, ${id} (${runs.numRuns} runs)`, function () {
    this.timeout(10_000 + runs.numRuns * 100);

    it('says after every edit what it says of the new text, and after undoing it what it said before', () => {
      fc.assert(
        fc.property(anyLetter, fc.array(edit(raw), { minLength: 1, maxLength: 8 }), (start, edits) => {
          let letter = parseLetter(start, profile);
          for (const each of edits) {
            const before = shapeOf(letter);
            const { letter: edited, undo } = apply(letter, each);
            const fresh = parseLetter(edited.source.text, profile);
            assert.deepEqual(shapeOf(edited), shapeOf(fresh));
            assert.deepEqual(edited.source.starts, fresh.source.starts);
            assert.equal(edited.source.opening, fresh.source.opening);
            const undone = editLetter(edited, undo.replaced, undo.by, letter.source.text);
            assert.deepEqual(shapeOf(undone), before);
            letter = edited;
          }
        }),
        runs,
      );
    });

    it('reads lines that end in LF, CRLF or CR alike, and places all in the same lines', () => {
      fc.assert(
        fc.property(anyLetter, text => {
          assertLinesAlike(text, setup);
        }),
        runs,
      );
    });

    it('keeps every item of a letter whose items stand as they should', () => {
      fc.assert(
        fc.property(plausibleLetter(raw), fc.context(), (text, context) => {
          const letter = parseLetter(text, profile);
          context.log(text);
          const titles = [...text.matchAll(/Service (\d+)/g)].map(match => Number(match[1]));
          assert.deepEqual(
            letter.items.map(item => Number(/Service (\d+)/.exec(item.part.title.text.text)?.[1])),
            titles,
          );
          for (const { part } of letter.items) {
            assert.deepEqual(
              part.fields.map(field => field.definition.label),
              raw.items.fields.map(field => field.label),
            );
          }
        }),
        runs,
      );
    });
  });
}
