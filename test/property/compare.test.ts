import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareLetters } from '../../server/src/core/compare/compareLetters';
import type { Change, Comparison } from '../../server/src/core/compare/comparison';
import { parseLetter } from '../../server/src/core/language/letter';
import { formatLetter } from '../../server/src/core/services/formatting';
import { applyEdits } from '../../server/src/core/text/span';
import { testSetup } from '../support/setup';
import { letterText, plausibleLetter, runs } from './letters';

const mirrorOf = { added: 'gone', gone: 'added', changed: 'changed', moved: 'moved' } as const;

for (const id of ['ca-imr', 'federal-external-review']) {
  const setup = testSetup({}, id);
  const { profile } = setup;
  const letters = fc.oneof(letterText(profile.profile), plausibleLetter(profile.profile));
  const compare = (before: string, after: string) =>
    compareLetters(parseLetter(before, profile), parseLetter(after, profile), setup);

  describe(`comparing letters (${id})`, function () {
    this.timeout(120_000);

    it('finds nothing in a letter and what formatting makes of it', () => {
      fc.assert(
        fc.property(letters, fc.constantFrom('join' as const, 'keep' as const, 40, 90), (text, wrap) => {
          const formatted = applyEdits(text, formatLetter(parseLetter(text, profile), { wrap }));
          assert.deepEqual(compare(text, formatted).groups, []);
        }),
        runs,
      );
    });

    it('finds the same the other way round', () => {
      fc.assert(
        fc.property(letters, letters, (before, after) => {
          assert.deepEqual(mirrored(compare(before, after)), kinds(compare(after, before)));
        }),
        runs,
      );
    });

    it('gives places that hold what is said to stand there', () => {
      fc.assert(
        fc.property(letters, letters, (before, after) => {
          for (const { changes } of compare(before, after).groups) {
            for (const change of changes) {
              assertPlace(before, change.before);
              assertPlace(after, change.after);
            }
          }
        }),
        runs,
      );
    });
  });
}

function assertPlace(text: string, said: Change['before']): void {
  if (!said) return;
  const { start, end } = said.span;
  assert.ok(0 <= start && start <= end && end <= text.length, `${start}-${end} of ${text.length}`);
}

function kinds({ groups }: Comparison): string[] {
  return groups.flatMap(({ part, changes }) => changes.map(change => kindOf(part, change, change.nature))).sort();
}

function mirrored({ groups }: Comparison): string[] {
  return groups
    .flatMap(({ part, changes }) => changes.map(change => kindOf(part, change, mirrorOf[change.nature])))
    .sort();
}

/** What names a change apart from its words: the words counted change their sides. */
function kindOf(part: string, { kind, label, fact, aspects }: Change, nature: Change['nature']): string {
  return [part, kind, nature, label, fact ?? '', ...aspects].join(' ');
}
