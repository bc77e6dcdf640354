import assert from 'node:assert/strict';
import { defaultDisplay } from '../../server/src/core/config/display';
import { parseLetter } from '../../server/src/core/language/letter';
import { checkLetter } from '../../server/src/core/rules/check';
import { citedElsewhere } from '../../server/src/core/services/codeLenses/citations';
import { codeLenses } from '../../server/src/core/services/codeLenses/codeLenses';
import type { Lens } from '../../server/src/core/services/codeLenses/lens';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const ca = testSetup();
const federal = testSetup({}, 'federal-external-review');
const completeness = { completeness: true, citations: false, preview: false };

function lensesOf(text: string, setup = ca, shows = defaultDisplay.codeLenses): readonly Lens[] {
  const letter = parseLetter(text, setup.profile);
  return codeLenses(letter, setup, checkLetter(letter, setup), shows);
}

const line = 'Decision based on MTUS Low Back Complaints 2004.';
const fields = `Claims Administrator guideline: ${line}

MAXIMUS guideline: ${line}

Decision rationale: The worker had no trial of exercise. Therefore, the request is not medically necessary.
`;

/** The words above each item, in order, without those above the letter. */
function aboveItems(items: string): string[] {
  const text = `# IMR ISSUES, DECISIONS AND RATIONALES\n\n${items}`;
  return lensesOf(text, ca, completeness)
    .filter(({ kind }) => kind === 'item')
    .map(lens => lens.text);
}

describe('code lenses above items', () => {
  it('say that one is decided and complete', () => {
    assert.deepEqual(aboveItems(`## Back brace: Upheld\n\n${fields}`), ['Decided, complete']);
  });

  it('say what is lacking, in the words of the letter', () => {
    assert.deepEqual(aboveItems('## Back brace\n\nDecision rationale:\n'), [
      'Lacks a decision, Claims Administrator guideline, MAXIMUS guideline and Decision rationale',
    ]);
    assert.deepEqual(aboveItems(`## Back brace: Upheld\n\n${fields.replace('no trial', '[[number]] [[weeks]]')}`), [
      'Decided, lacks text for 2 placeholders',
    ]);
    assert.deepEqual(aboveItems(`## : Upheld\n\n${fields}`), ['Decided, lacks a title']);
  });

  it('say that errors are left where nothing is lacking', () => {
    assert.deepEqual(aboveItems(`## Back brace: Uphled\n\n${fields}`), ['Decided, 1 problem to mend']);
  });

  it('lead to what is lacking first', () => {
    const { text, ranges } = readMarked(
      `# IMR ISSUES, DECISIONS AND RATIONALES\n\n## Back brace: Upheld\n\n${fields.replace('no trial', '⟪[[number]]⟫ trials')}`,
    );
    assert.deepEqual(
      lensesOf(text, ca, completeness).map(({ target }) => target),
      [ranges[0], ranges[0]],
    );
  });
});

describe('code lenses above the letter', () => {
  const above = (text: string, setup = ca) => lensesOf(text, setup).find(({ kind }) => kind === 'letter');

  it('count the items that are decided and complete', () => {
    const one = `## Back brace: Upheld\n\n${fields}`;
    const heading = '# IMR ISSUES, DECISIONS AND RATIONALES\n\n';
    assert.equal(above(heading + one)?.text, '1 of 1 item decided and complete');
    assert.equal(above(heading + one)?.target, null);
    const lens = above(`${heading}${one}\n## Crutches\n\n${fields}`);
    assert.equal(lens?.text, '1 of 2 items decided and complete');
    assert.deepEqual(lens?.span, { start: 0, end: 0 });
  });

  it('say of a case that is decided as a whole whether it is', () => {
    const { caseDecision, fields: own } = federal.profile.profile.items;
    const { sections } = federal.profile.profile;
    const heading = sections.find(({ kind }) => kind === 'issues')?.heading;
    const item = `# ${heading}\n\n## Back brace\n\n${own.map(({ label }) => `${label}: It was looked at.`).join('\n\n')}\n`;
    assert.equal(above(item, federal)?.text, '1 of 1 item complete, the case is not decided');
    const decided = `# ${sections.at(-1)?.heading}\n\n${caseDecision?.label}: Upheld\n\n${item}`;
    assert.equal(above(decided, federal)?.text, '1 of 1 item complete, the case is decided');
  });

  it('are none where there are no items', () => {
    assert.deepEqual(lensesOf('', ca, completeness), []);
    assert.deepEqual(lensesOf('# CLINICAL CASE SUMMARY\n\nNone.\n', ca, completeness), []);
  });
});

describe('code lenses above guideline lines', () => {
  const cited = (words: string) => {
    const text = `# IMR ISSUES, DECISIONS AND RATIONALES\n\n## Back brace: Upheld\n\nMAXIMUS guideline: ${words}\n`;
    return lensesOf(text).filter(({ kind }) => kind === 'citation');
  };

  it('are one for each guideline', () => {
    const two = cited('Decision based on MTUS Low Back Complaints 2004, and Neck and Upper Back Complaints 2004.');
    assert.deepEqual(
      two.map(({ guideline }) => guideline?.name),
      ['Low Back Complaints', 'Neck and Upper Back Complaints'],
    );
    const [one, ...others] = cited(line);
    assert.equal(others.length, 0);
    assert.equal(one?.guideline?.name, '');
    assert.deepEqual(cited('Decision based on MTUS Heartache Complaints 2004.'), []);
  });

  it('say in how many other letters it is cited', () => {
    const one = { id: 'x', name: '' };
    assert.equal(citedElsewhere(one, 0), 'Cited in no other letter');
    assert.equal(citedElsewhere(one, 1), 'Cited in 1 other letter');
    assert.equal(citedElsewhere({ ...one, name: 'Knee' }, 2), 'Knee: cited in 2 other letters');
  });

  it('can be switched off, as the others can', () => {
    const text = `# IMR ISSUES, DECISIONS AND RATIONALES\n\n## Back brace: Upheld\n\n${fields}`;
    const kinds = (shows: typeof completeness) => new Set(lensesOf(text, ca, shows).map(({ kind }) => kind));
    assert.deepEqual(kinds(completeness), new Set(['letter', 'item']));
    assert.deepEqual(kinds({ completeness: false, citations: true, preview: false }), new Set(['citation']));
    assert.deepEqual(kinds({ completeness: false, citations: false, preview: true }), new Set(['preview']));
  });
});

describe('the code lens that opens the preview', () => {
  it('stands above every letter, and above no empty text', () => {
    assert.deepEqual(
      lensesOf('Anything.').map(({ kind, span, text }) => ({ kind, span, text })),
      [{ kind: 'preview', span: { start: 0, end: 0 }, text: 'Preview' }],
    );
    assert.deepEqual(lensesOf(''), []);
  });
});
