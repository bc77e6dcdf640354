import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseLetter } from '../../server/src/core/language/letter';
import { checkLetter } from '../../server/src/core/rules/check';
import { composeEdits } from '../../server/src/core/services/composeEdits';
import { fixAll } from '../../server/src/core/services/fixAll';
import { applyEdits, type TextEdit } from '../../server/src/core/text/span';
import { testSetup } from '../support/setup';

const setup = testSetup();

describe('fix all', () => {
  const fixtures = readdirSync(join('test', 'rules')).flatMap(rule => {
    const folder = join('test', 'rules', rule);
    if (rule.endsWith('.ts')) return [];
    return readdirSync(folder)
      .filter(name => /^bad.*\.letter$/.test(name) && !name.includes('.fixed.'))
      .map(name => join(folder, name));
  });

  it('leaves no safe fix in any letter of the rules, and its edits make its text', () => {
    let fixed = 0;
    for (const path of fixtures) {
      const text = readFileSync(path, 'utf8').replace(/[⟪⟫‸]/g, '');
      const result = fixAll(parseLetter(text, setup.profile), setup);
      assert.equal(applyEdits(text, result.edits), result.text, path);
      assert.equal(result.applied.length > 0, result.text !== text, path);
      const left = checkLetter(parseLetter(result.text, setup.profile), setup);
      assert.deepEqual(
        left.flatMap(finding => finding.fixes()).filter(fix => fix.safe),
        [],
        path,
      );
      if (result.text !== text) fixed++;
    }
    assert.ok(fixed > 3, `${fixed} letters of ${fixtures.length} had a safe fix`);
  });

  it('touches no more than differs', () => {
    const text = '# IMR ISSUES, DECISIONS AND RATIONALES\n\n## Knee brace,: Upheld\n\nDecision ratonale: None.\n';
    const { edits, applied } = fixAll(parseLetter(text, setup.profile), setup);
    assert.deepEqual(
      edits.map(({ span, text: written }) => [text.slice(span.start, span.end), written]),
      [
        [',', ''],
        ['', 'i'],
      ],
    );
    assert.deepEqual(
      applied.map(({ rule, line }) => [rule, line]),
      [
        ['title-punctuation', 2],
        ['label-spelling', 4],
      ],
    );
  });

  it('ends although a rule never has enough', () => {
    const insatiable = {
      ...setup,
      rules: [
        {
          rule: {
            id: 'insatiable',
            group: 'style',
            scope: 'letter',
            severity: 'hint',
            summary: '',
            fix: 'safe',
            check(letter, _, report) {
              const at = { start: letter.source.text.length, end: letter.source.text.length };
              const fix = { title: 'More', safe: true, edits: [{ span: at, text: 'x' }] };
              report({ span: at, message: '', fixes: () => [fix] });
            },
          },
          severity: 'hint',
          options: {},
        },
      ],
    } satisfies typeof setup;
    const { text, edits } = fixAll(parseLetter('', insatiable.profile), insatiable);
    assert.match(text, /^x{2,50}$/);
    assert.deepEqual(edits, [{ span: { start: 0, end: 0 }, text }]);
  });
});

describe('edits composed', () => {
  /** Edits of a text of that length, none touching another. */
  const edits = (length: number): fc.Arbitrary<TextEdit[]> =>
    fc
      .tuple(
        fc.uniqueArray(fc.nat(length), { maxLength: 8 }),
        fc.array(fc.string({ maxLength: 3 }), { minLength: 4, maxLength: 4 }),
      )
      .map(([places, texts]) => {
        const sorted = places.sort((a, b) => a - b);
        return texts.flatMap((text, index) => {
          const start = sorted[2 * index];
          const end = sorted[2 * index + 1];
          return start === undefined || end === undefined ? [] : [{ span: { start, end }, text }];
        });
      });

  it('do what they do one after the other', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30 }).chain(text =>
          edits(text.length).chain(first => {
            const middle = applyEdits(text, first);
            return edits(middle.length).map(second => ({ text, first, middle, second }));
          }),
        ),
        ({ text, first, middle, second }) => {
          const composed = composeEdits(first, second, middle);
          assert.equal(applyEdits(text, composed), applyEdits(middle, second));
          for (const [index, { span }] of composed.entries()) {
            assert.ok(span.start <= span.end && span.start >= (composed[index - 1]?.span.end ?? 0), 'in order');
          }
        },
      ),
    );
  });
});
