import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseLetter } from '../../server/src/core/language/letter';
import { checkLetter } from '../../server/src/core/rules/check';
import { unfinished } from '../../server/src/core/services/unfinished';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();

function against(text: string) {
  const letter = parseLetter(text, setup.profile);
  return unfinished(letter, checkLetter(letter, setup));
}

describe('what stands against sending a letter', () => {
  it('is nothing where it is finished', () => {
    const text = readFileSync('examples/2016-section-style.letter', 'utf8');
    assert.deepEqual(against(text), { errors: [], placeholders: [] });
  });

  it('is every placeholder, wherever it stands, but none in a comment', () => {
    const { text, ranges } = readMarked(
      'Case Number: ⟪[[number]]⟫\n\n# CLINICAL CASE SUMMARY\n\n<!-- [[no]] --> The ⟪[[worker\nor so]]⟫ came on ⟪____⟫.\n\n# IMR ISSUES, DECISIONS AND RATIONALES\n\n## ⟪[[service]]⟫: ⟪[[Upheld]]⟫\n\nDecision rationale: ⟪[[why]]⟫\n',
    );
    const { placeholders } = against(text);
    assert.deepEqual(
      placeholders.map(({ start, end }) => ({ start, end })),
      ranges,
    );
    assert.equal(placeholders[1]?.text, '[[worker or so]]');
  });

  it('is every error, once: what only points at a placeholder is named as that', () => {
    const text = readFileSync('examples/problems.letter', 'utf8');
    const { errors, placeholders } = against(text);
    assert.deepEqual(
      placeholders.map(each => each.text),
      ['[[reason]]'],
    );
    assert.ok(errors.length >= 3);
    assert.ok(errors.every(({ severity }) => severity === 'error'));
    assert.ok(!errors.some(({ rule }) => rule === 'unfilled-placeholder'));
  });

  it('leaves warnings and hints out', () => {
    const letter = parseLetter('', setup.profile);
    const found = { rule: 'x', span: { start: 0, end: 0 }, message: '', related: [], fixes: () => [] };
    const { errors } = unfinished(letter, [
      { ...found, severity: 'warning' },
      { ...found, severity: 'error' },
    ]);
    assert.deepEqual(
      errors.map(({ severity }) => severity),
      ['error'],
    );
  });
});
