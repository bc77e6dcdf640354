import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editLetter, parseLetter } from '../../server/src/core/language/letter';
import { testSetup } from '../support/setup';
import { assertEdits } from './claims/edits';
import { editsMade, letterText, plausibleLetter, runs, steps } from './letters';

for (const id of ['ca-imr', 'federal-external-review']) {
  const setup = testSetup({}, id);
  const raw = setup.profile.profile;
  const anyLetter = fc.oneof({ weight: 3, arbitrary: letterText(raw) }, { weight: 1, arbitrary: plausibleLetter(raw) });

  describe(`any letter and any edits, ${id} (${runs.numRuns} runs)`, function () {
    this.timeout(20_000 + runs.numRuns * 300);

    for (const [pace, length] of [
      [1, 10],
      [3, 20],
    ] as const) {
      it(`all that is known of it is what a fresh run knows, asked after ${pace === 1 ? 'every edit' : `${pace} edits`}`, () => {
        fc.assert(
          fc.property(anyLetter, steps(raw, length), (text, made) => {
            assertEdits(text, editsMade(text, made), pace, { ...setup });
          }),
          { ...runs, numRuns: Math.ceil((runs.numRuns * 2) / 3) },
        );
      });
    }

    it('the same where much is pasted, and taken back', () => {
      const huge = fc
        .tuple(anyLetter, fc.constantFrom(1, 200, 20_000))
        .map(([text, times]) =>
          `${text} `.repeat(Math.max(1, Math.min(times, Math.floor(60_000 / (text.length + 1))))),
        );
      fc.assert(
        fc.property(anyLetter, huge, fc.double({ min: 0, max: 1, noNaN: true }), (text, pasted, at) => {
          const start = Math.floor(at * text.length);
          const paste = { start, end: start, text: pasted };
          const key = { start: start + pasted.length, end: start + pasted.length, text: 'x' };
          assertEdits(text, [paste, key, key], 1, { ...setup });
        }),
        { ...runs, numRuns: Math.ceil(runs.numRuns / 50) },
      );
    });
  });
}

describe('an edit of a letter', () => {
  const { profile } = testSetup();
  const raw = profile.profile;

  it('reuses the parts that an edit does not touch, by identity', () => {
    const item = (n: number) =>
      `\n## Service ${n}: ${raw.items.decisions[0]?.word}\n\n${raw.items.fields.map(f => `${f.label}: text ${n}.`).join('\n\n')}\n`;
    const text = `# ${raw.sections[2]?.heading}\n${[1, 2, 3, 4].map(item).join('')}`;
    const letter = parseLetter(text, profile);
    const at = text.indexOf('text 2');
    const changed = editLetter(letter, { start: at, end: at }, 'new ', `${text.slice(0, at)}new ${text.slice(at)}`);
    assert.deepEqual(
      changed.parts.map((p, i) => p.part === letter.parts[i]?.part),
      [true, true, true, false, true, true],
    );
  });
});
