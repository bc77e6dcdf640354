import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { checkLetter } from '../../server/src/core/rules/check';
import type { Lack } from '../../server/src/core/services/lacks';
import { type Readiness, readiness } from '../../server/src/core/services/readiness';
import { readDay } from '../../server/src/core/text/dates';
import { goodItem, goodLetter } from '../protocol/support/letters';
import { growthProblem } from '../support/growth';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const today = readDay('2016-11-01');
const never = (_rule: string, error: unknown) => {
  throw error;
};

function read(text: string, profileId = 'ca-imr', day = today): Readiness {
  const setup = testSetup({}, profileId);
  const letter = parseLetter(text, setup.profile);
  assert.ok(day);
  return readiness(letter, checkLetter(letter, setup, never), day);
}

const named = (lacks: readonly Lack[]) => lacks.map(({ kind, name }) => (name === '' ? kind : `${kind}: ${name}`));

describe('readiness', () => {
  it('of a whole letter lacks nothing', () => {
    const { parts, items, problems, lacks, profile, style } = read(goodLetter);
    assert.deepEqual(lacks, []);
    assert.deepEqual(items, { complete: 1, total: 1 });
    assert.equal(problems.error, 0);
    assert.equal(profile.id, 'ca-imr');
    assert.equal(style, 'section');
    assert.deepEqual(
      parts.map(({ kind, isComplete, children }) => [kind, isComplete, children.length]),
      [
        ['header', true, 0],
        ['section', true, 0],
        ['section', true, 0],
        ['section', true, 1],
      ],
    );
    assert.equal(parts[3]?.children[0]?.decision, 'Upheld');
  });

  it('of an empty letter has no parts', () => {
    assert.deepEqual(read('  \n<!-- nothing yet -->\n').parts, []);
  });

  // Each mark in a letter is a place to go, in order.
  const lacking: readonly [what: string, letter: string, lacks: readonly string[]][] = [
    [
      'a header field',
      goodLetter.replace('Decision Date: 11/08/2016\n', '').replace('Case Number', '⟪Case Number⟫'),
      ['field: Decision Date'],
    ],
    ['the value of one', goodLetter.replace('Priority: Standard', '⟪Priority⟫:'), ['field: Priority']],
    [
      'a date still to be filled in',
      goodLetter.replace('11/08/2016', '⟪[[mm/dd/yyyy]]⟫'),
      ['placeholder: Decision Date'],
    ],
    [
      'a credential',
      goodLetter.replace('State(s) of Licensure: California\n', '').replace(/# (HOW .*)/, '# ⟪$1⟫'),
      ['field: State(s) of Licensure'],
    ],
    [
      'a decision',
      goodLetter.replace(
        '## Physical therapy for the neck, 6 visits: Upheld',
        '## ⟪Physical therapy for the neck, 6 visits⟫',
      ),
      ['decision'],
    ],
    ['a decision that is one', goodLetter.replace('Upheld', '⟪Denied⟫'), ['decision']],
    [
      'a field, and what is left to write in another',
      goodLetter
        .replace(/Claims Administrator guideline: .*\n\n/, '')
        .replace('Physical therapy for the neck, 6 visits: Upheld', '⟪Physical therapy for the neck, 6 visits⟫: Upheld')
        .replace('what they changed', '⟪[[what they\nchanged]]⟫'),
      ['field: Claims Administrator guideline', 'placeholder: what they changed'],
    ],
    [
      'a rationale',
      goodLetter.replace(/Decision rationale: .*/, '⟪Decision rationale⟫:'),
      ['field: Decision rationale'],
    ],
    ['items', goodLetter.replace(goodItem, '').replace(/# (IMR ISSUES.*)/, '# ⟪$1⟫'), ['items']],
    [
      'a section',
      goodLetter.replace(/# CLINICAL CASE SUMMARY\n\n.*\n\n/, '').replace(/# (HOW .*)/, '# ⟪$1⟫'),
      ['section: CLINICAL CASE SUMMARY'],
    ],
    [
      'the text below standard words',
      goodLetter.replace(
        /# CLINICAL CASE SUMMARY\n\n.*/,
        '# ⟪CLINICAL CASE SUMMARY⟫\n\nThe expert reviewer wrote this summary after reading the complete case file, including all the\nmedical records in it:',
      ),
      ['text'],
    ],
  ];
  for (const [what, marked, expected] of lacking) {
    it(`says that a letter lacks ${what}, and where it belongs`, () => {
      const { text, ranges } = readMarked(marked);
      const { lacks } = read(text);
      assert.deepEqual(named(lacks), expected);
      assert.deepEqual(
        lacks.map(({ span }) => span),
        ranges,
      );
    });
  }

  it('of an item ends with an error in it, though nothing is lacking', () => {
    const { lacks, items, parts, problems } = read(goodLetter.replace('exercises at home', 'exercises at ____ home'));
    assert.deepEqual(lacks, []);
    assert.deepEqual(items, { complete: 0, total: 1 });
    assert.equal(problems.error, 1);
    assert.equal(parts[3]?.problems.error, 0, 'the error is the item’s, not the section’s');
    assert.equal(parts[3]?.isComplete, false, 'its section is not complete either');
    assert.equal(parts[3]?.children[0]?.problems.error, 1);
  });

  it('of a long letter takes no longer for each section', () => {
    const { profile } = testSetup({});
    const problem = growthProblem(10_000, sections => {
      assert.ok(today);
      const letter = parseLetter('# HOW THE IMR FINAL DETERMINATION WAS MADE\n\n[[\n\n'.repeat(sections), profile);
      return () => assert.ok(readiness(letter, [], today).parts.length > sections);
    });
    assert.equal(problem, null);
  });

  it('counts items that stand in no section', () => {
    assert.deepEqual(read(`${goodItem}\n${goodItem.replace('visits: Upheld', 'visits')}`).items, {
      complete: 0,
      total: 2,
    });
  });

  it('asks for the decision of the case where the case is decided as a whole', () => {
    const text = `# FINAL EXTERNAL REVIEW DECISION\n\n⟪Final decision⟫: [[Upheld or Overturned]]\n`;
    const marked = readMarked(text);
    const own = read(marked.text, 'federal-external-review').lacks.filter(({ kind }) => kind === 'decision');
    assert.deepEqual(
      own.map(({ span }) => span),
      marked.ranges,
    );
    const decided = read(marked.text.replace(/\[\[.*\]\]/, 'Upheld'), 'federal-external-review');
    assert.deepEqual(
      decided.lacks.filter(({ kind }) => kind === 'decision'),
      [],
    );
  });

  describe('deadline', () => {
    const header = 'Date Request Received: 10/11/2016\nDate of Decision: 10/20/2016\nType of Review: Standard\n';
    const federal = (text: string, day: string) => {
      const { deadline } = read(text, 'federal-external-review', readDay(day));
      return deadline && { last: deadline.last.iso, left: deadline.daysLeft, decided: deadline.decided?.iso ?? null };
    };

    it('counts from the decision', () => {
      const of = federal(header, '2020-01-01');
      assert.equal(of?.decided, '2016-10-20');
      assert.equal(of?.left, of && (Date.parse(of.last) - Date.parse('2016-10-20')) / 86_400_000);
    });

    it('counts from today where nothing is decided', () => {
      const open = header.replace('10/20/2016', '[[mm/dd/yyyy]]');
      const last = federal(open, '2016-10-11')?.last ?? '';
      assert.equal(federal(open, last)?.left, 0);
      assert.equal(federal(open, '2017-12-31')?.decided, null);
      assert.ok((federal(open, '2017-12-31')?.left ?? 0) < -300);
    });

    it('is not known without the date that starts the clock', () => {
      assert.equal(federal(header.replace('10/11/2016', 'soon'), '2016-10-11'), null);
    });
  });
});
