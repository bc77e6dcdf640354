import assert from 'node:assert/strict';
import { compareLetters } from '../../../server/src/core/compare/compareLetters';
import type { Change, Comparison } from '../../../server/src/core/compare/comparison';
import { changeWords, groupWords, untranslated } from '../../../server/src/core/compare/words';
import { parseLetter } from '../../../server/src/core/language/letter';
import { growthProblem } from '../../support/growth';
import { testSetup } from '../../support/setup';
import { imaging, letter, letterOf, naproxen, physicalTherapy, replaced } from './letters';

const setup = testSetup();

function compare(before: string, after: string, with_ = setup): Comparison {
  return compareLetters(parseLetter(before, with_.profile), parseLetter(after, with_.profile), with_);
}

/** The letter compared with one in which these pieces are replaced. */
function edited(...replacements: readonly (readonly [string, string])[]): Comparison {
  return compare(letter, replaced(letter, ...replacements));
}

/** Each change as `part: kind nature before → after`. */
function told({ groups }: Comparison): string[] {
  return groups.flatMap(({ part, changes }) =>
    changes.map(({ kind, nature, fact, before, after }) => {
      const said = [before?.text ?? '', after?.text ?? ''].join(' → ');
      return `${part}: ${fact ?? kind} ${nature} ${said}`;
    }),
  );
}

function changesOf({ groups }: Comparison): Change[] {
  return groups.flatMap(({ changes }) => changes);
}

describe('comparing two letters', () => {
  it('finds nothing in a letter and itself, nor where only its form differs', () => {
    assert.deepEqual(compare(letter, letter).groups, []);
    const wrapped = letter
      .split('\n')
      .map(line => (line.startsWith('#') || line.length < 80 ? line : line.replace(/(.{40,60}?) /g, '$1\n')))
      .join('\n');
    assert.notEqual(wrapped, letter);
    assert.deepEqual(told(compare(letter, wrapped)), []);
    const otherMarkup = replaced(
      letter.replaceAll('\n', '\r\n'),
      ['## Naproxen', 'Naproxen'],
      ['# CLINICAL CASE SUMMARY', 'CLINICAL CASE  SUMMARY'],
      ['MAXIMUS guideline:', '**MAXIMUS Guideline:**'],
      ['brought the', '<!-- a note --> brought *the*'],
    );
    assert.deepEqual(told(compare(letter, otherMarkup)), []);
    const otherOrder = replaced(
      letter,
      ['Priority: Standard\n', ''],
      ['Date of Injury: 03/14/2016', 'Priority: Standard\nDate of Injury: 3/14/2016'],
    );
    assert.deepEqual(told(compare(letter, otherOrder)), []);
  });

  it('a decision and its finding that turned', () => {
    const turned = edited(['12 visits: Upheld', '12 visits: Overturned'], ['is not medically', 'is medically']);
    assert.deepEqual(told(turned), [
      'item: decision changed Upheld → Overturned',
      'item: finding changed is not medically necessary → is medically necessary',
      'item: rationale changed not → ',
    ]);
    const [decision, , rationale] = changesOf(turned);
    assert.equal(decision?.weight, 'decision');
    assert.deepEqual(rationale?.words, { added: 0, removed: 1 });
    assert.equal(rationale?.weight, 'wording');
  });

  it('a decision that is missing, or mistyped, or written as a near miss', () => {
    assert.deepEqual(told(edited(['12 visits: Upheld', '12 visits'])), ['item: decision gone Upheld → ']);
    assert.deepEqual(told(edited(['12 visits: Upheld', '12 visits: Uphelld'])), []);
  });

  it('both places are those of the change', () => {
    const after = replaced(
      letter,
      ['Priority: Standard', 'Priority: Expedited'],
      ['500 mg #60: Over', '550 mg #60: Over'],
    );
    for (const { before: was, after: is } of changesOf(compare(letter, after))) {
      assert.equal(letter.slice(was?.span.start, was?.span.end), was?.text);
      assert.equal(after.slice(is?.span.start, is?.span.end), is?.text);
    }
  });

  it('an item renamed, with its quantity', () => {
    assert.deepEqual(told(edited(['for the left knee, 12 visits: Upheld', 'of the left knee, 6 visits: Upheld'])), [
      'item: title changed Physical therapy for the left knee, 12 visits → Physical therapy of the left knee, 6 visits',
      'item: quantity changed 12 visits → 6 visits',
    ]);
  });

  it('an item named in other words, by its service or its rationale', () => {
    const brand = replaced(naproxen, ['## Naproxen 500 mg #60', '## Naprosyn 500 mg twice a day']);
    const changes = changesOf(compare(letter, letterOf(physicalTherapy, brand, imaging)));
    assert.ok(changes.every(({ kind }) => kind !== 'item'));
    const unknown = replaced(naproxen, ['## Naproxen 500 mg #60', '## The tablets in dispute']);
    const others = changesOf(compare(letter, letterOf(physicalTherapy, unknown, imaging)));
    assert.ok(others.some(({ kind }) => kind === 'title') && others.every(({ kind }) => kind !== 'item'));
  });

  it('another service in the same place is another item', () => {
    const brace = replaced(
      physicalTherapy,
      ['Physical therapy for the left knee, 12 visits:', 'Wheelchair rental:'],
      [
        physicalTherapy.slice(physicalTherapy.indexOf('The worker finished')),
        'A chair does what is asked of it. Days are long, and ways are wide.\n',
      ],
    );
    assert.deepEqual(told(compare(letter, letterOf(brace, naproxen, imaging))), [
      'item: item gone Physical therapy for the left knee, 12 visits → ',
      'item: item added  → Wheelchair rental',
    ]);
  });

  it('strength and quantity of a drug', () => {
    assert.deepEqual(told(edited(['## Naproxen 500 mg #60', '## Naproxen 550 mg #90'])), [
      'item: title changed Naproxen 500 mg #60 → Naproxen 550 mg #90',
      'item: strength changed 500 mg → 550 mg',
      'item: quantity changed #60 → #90',
    ]);
  });

  it('an item that moved, and the others that did not', () => {
    assert.deepEqual(told(compare(letter, letterOf(naproxen, imaging, physicalTherapy))), [
      'item: item moved Physical therapy for the left knee, 12 visits → Physical therapy for the left knee, 12 visits',
    ]);
  });

  it('an item added, an item gone, each where it stands', () => {
    const added = compare(letterOf(physicalTherapy, imaging), letter);
    assert.deepEqual(told(added), ['item: item added  → Naproxen 500 mg #60']);
    assert.deepEqual([added.groups[0]?.before, added.groups[0]?.after?.index], [null, 1]);
    assert.deepEqual(told(compare(letter, letterOf(physicalTherapy, imaging))), [
      'item: item gone Naproxen 500 mg #60 → ',
    ]);
  });

  it('the page of a citation', () => {
    const changed = edited(['page(s) 337-338', 'page(s) 338-339']);
    assert.deepEqual(told(changed), [
      'item: citation changed Knee Complaints, page(s) 337-338 → Knee Complaints, page(s) 338-339',
    ]);
    assert.deepEqual(changesOf(changed)[0]?.aspects, ['pages']);
    assert.equal(changesOf(changed)[0]?.label, 'MAXIMUS guideline');
  });

  it('citations that came, and the section and edition of others', () => {
    const changed = edited([
      'Low Back Complaints 2004, Section(s): Special Studies.\n\nMAX',
      'Low Back Complaints 2007, Section(s): Physical Methods, and Knee Complaints 2004, Section(s): Special Studies.\n\nMAX',
    ]);
    assert.deepEqual(
      changesOf(changed).map(({ nature, aspects }) => `${nature} ${aspects}`),
      ['changed edition,sections', 'added '],
    );
  });

  it('other sources that came', () => {
    const changed = edited([
      'Section(s): Special Studies.\n\nDecision rationale: No',
      'Section(s): Special Studies. Decision based on Non-MTUS Citation Official Disability Guidelines (ODG), Low Back Chapter, MRIs.\n\nDecision rationale: No',
    ]);
    assert.deepEqual(
      changesOf(changed).map(({ kind, nature }) => `${kind} ${nature}`),
      ['source added'],
    );
  });

  it('the side that a rationale speaks of, though the other is still named elsewhere', () => {
    assert.deepEqual(told(edited(['visits for the left knee on', 'visits for the right knee on'])), [
      'item: side changed left knee → right knee',
      'item: rationale changed left → right',
    ]);
  });

  it('a sentence that moved changes words, but no facts', () => {
    const sentence = ' Exercises at home can go on from there.';
    const changed = edited([sentence, ''], ['Decision rationale: The', `Decision rationale:${sentence} The`]);
    assert.deepEqual(
      changesOf(changed).map(({ kind, words }) => [kind, words]),
      [['rationale', { added: 0, removed: 0 }]],
    );
  });

  it('header, credentials and the facts of the summary', () => {
    const changed = edited(
      ['Priority: Standard\n', ''],
      ['Date of Injury: 03/14/2016', 'Date of Injury: 03/15/2016'],
      ['California, Ohio', 'Ohio, Texas'],
      ['47-year-old man', '48-year-old woman'],
      ['on 03/14/2016. He takes', 'on 03/15/2016. She takes'],
    );
    assert.deepEqual(told(changed).slice(0, -1), [
      'header: header gone Standard → ',
      'header: header changed 03/14/2016 → 03/15/2016',
      'credentials: credential gone California → ',
      'credentials: credential added  → Texas',
      'section: age changed 47-year-old → 48-year-old',
      'section: sex changed man → woman',
      'section: date changed 03/14/2016 → 03/15/2016',
    ]);
  });

  it('shows a date of which a part changed as a whole', () => {
    const [, summary] = changesOf(edited(['low back on 03/14/2016.', 'low back on 03/15/2016.']));
    assert.deepEqual([summary?.before?.text, summary?.after?.text], ['03/14/2016.', '03/15/2016.']);
  });

  it('sections that came or went, and fields', () => {
    assert.deepEqual(told(edited(['# IMR ISSUES', '# Notes of the house\n\nNone.\n\n# IMR ISSUES'])), [
      'section: section added  → Notes of the house',
    ]);
    assert.deepEqual(
      told(edited(['MAXIMUS guideline: Decision based on MTUS Knee Complaints, page(s) 337-338.\n\n', ''])),
      ['item: field gone Decision based on MTUS Knee Complaints, page(s) 337-338. → '],
    );
  });

  it('the decision of a case that is decided as a whole', () => {
    const federal = testSetup({}, 'federal-external-review');
    const label = federal.profile.profile.items.caseDecision?.label;
    const [first, second] = federal.profile.profile.items.decisions.map(({ word }) => word);
    const heading = federal.profile.profile.sections.at(-1)?.heading;
    const text = `# ${heading}\n\n${label}: ${first}\n`;
    const changed = compare(text, text.replace(String(first), String(second)), federal);
    assert.deepEqual(told(changed), [`section: decision changed ${first} → ${second}`]);
  });

  it('the weightiest comes first', () => {
    const changed = edited(['Priority: Standard', 'Priority: Expedited'], ['#60: Overturned', '#60: Upheld']);
    assert.deepEqual(
      changed.groups.map(({ part }) => part),
      ['item', 'header'],
    );
  });

  it('takes time that follows the size of the letters, whatever they hold', function () {
    this.timeout(120_000);
    const items = (count: number, of: (index: number) => string) =>
      letterOf(...Array.from({ length: count }, (_, index) => of(index)));
    const cases: readonly ((size: number) => readonly [string, string])[] = [
      size => [items(size / 200, () => naproxen), items(size / 200, () => imaging)],
      size => [
        items(size / 200, i => naproxen.replaceAll('500', String(i))),
        items(size / 200, i => naproxen.replaceAll('500', String(i + 7))),
      ],
      size => [
        items(size / 200, i => naproxen.replace('Naproxen', `Thing${i}`)),
        items(size / 200, i => naproxen.replace('Naproxen', `Thing${size - i}`)),
      ],
      size => [letter + 'ab '.repeat(size / 3), letter + 'ba '.repeat(size / 3)],
      size => [letter + '*'.repeat(size), letter + '* '.repeat(size / 2)],
      size => [
        letterOf(`## ${'left knee, 3 visits '.repeat(size / 20)}: Upheld`),
        letterOf(`## ${'#'.repeat(size / 2)}: Upheld`),
      ],
    ];
    for (const [index, lettersOf] of cases.entries()) {
      const problem = growthProblem(100_000, size => {
        const [before, after] = lettersOf(size);
        return () => void compare(before, after);
      });
      assert.equal(problem, null, `case ${index}`);
    }
  });
});

describe('the words for a comparison', () => {
  const wordsOf = ({ groups }: Comparison) =>
    groups.map(group => [
      groupWords(group, untranslated),
      ...group.changes.map(change => changeWords(change, group, untranslated)),
    ]);

  it('say what was and what is', () => {
    const changed = edited(
      ['12 visits: Upheld', '12 visits: Overturned'],
      ['page(s) 337-338', 'page(s) 338-339'],
      ['visits for the left knee on', 'visits for the right knee on'],
      ['Priority: Standard\n', ''],
    );
    assert.deepEqual(wordsOf(changed), [
      [
        'Item 1: Physical therapy for the left knee, 12 visits',
        'Decision: Upheld → Overturned',
        'Citation (pages) in "MAXIMUS guideline": Knee Complaints, page(s) 337-338 → Knee Complaints, page(s) 338-339',
        'Side in "Decision rationale": left knee → right knee',
        'Decision rationale: words added: 1, removed: 1: "left" → "right"',
      ],
      ['Header of the letter', 'Priority gone: Standard'],
    ]);
    assert.deepEqual(wordsOf(compare(letter, letterOf(naproxen, imaging, physicalTherapy))), [
      ['Item 3: Physical therapy for the left knee, 12 visits', 'Stands in place 3 instead of 1'],
    ]);
  });

  it('are short, and cut no character in two', () => {
    const long = '😀'.repeat(500);
    const [, line = ''] = wordsOf(edited(['Exercises at home', `x${long}`]))[0] ?? [];
    assert.ok(line.length < 500, line);
    assert.ok(!/\p{Surrogate}/u.test(line), 'no half of a character');
  });
});
