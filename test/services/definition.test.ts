import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { definition } from '../../server/src/core/services/definition';
import { references } from '../../server/src/core/services/references';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();

const letter = `Date of Injury: 03/14/2016
UR Denial Date: 10/03/2016

# CLINICAL CASE SUMMARY

The injured worker is a 47-year-old man who hurt his right shoulder on 03/14/2016. He takes ibuprofen.

# IMR ISSUES, DECISIONS AND RATIONALES

## Arthroscopy of the right shoulder: Upheld

MAXIMUS guideline: Decision based on MTUS Shoulder Complaints 2004, Section(s): Special Studies, Surgical Considerations.

Decision rationale: This 47-year-old man was hurt on March 14, 2016. The Shoulder Complaints guideline asks for more. The right shoulder is stiff. The arthroscopy is not medically necessary.

## Associated surgical service: cold therapy unit, 7 days: Upheld

MAXIMUS guideline: Decision based on MTUS Chronic Pain Medical Treatment Guidelines Page(s): 22-23.

Decision rationale: The surgery is not medically necessary, see item 1. As above, see rationale above; items 1 and 3 say more.

## Ibuprofen 600 mg: Overturned

Decision rationale: Ibuprofen helps, see the item below. Item 4 is another one.
`;

const text = (span: { start: number; end: number }) => letter.slice(span.start, span.end);

/** What the place behind `before` refers to, in words. */
function target(before: string, word: string): unknown {
  const at = letter.indexOf(word, letter.indexOf(before));
  assert.ok(letter.includes(before) && at >= 0, before);
  const found = definition(parseLetter(letter, setup.profile), setup, at + 1);
  if (!found) return null;
  const { origin, target } = found;
  return target.kind === 'guideline'
    ? [text(origin), target.guideline.id, target.part && ('name' in target.part ? target.part.name : target.part.title)]
    : [text(origin), ...target.places.map(({ span }) => [span.start, text(span)])];
}

const place = (before: string, word: string) => [letter.indexOf(word, letter.indexOf(before)), word];
const arthroscopy = place('##', 'Arthroscopy of the right shoulder');

describe('definition', () => {
  it('of a citation is its guideline, and the section or page that is cited', () => {
    const cited = 'Shoulder Complaints 2004, Section(s): Special Studies, Surgical Considerations';
    assert.deepEqual(target('MAXIMUS', 'Shoulder'), [cited, 'acoem2-ch09', null]);
    assert.deepEqual(target('MAXIMUS', 'Surgical Con'), [cited, 'acoem2-ch09', 'Surgical Considerations']);
    const [origin, id, topic] = target('Chronic', '22-23') as string[];
    assert.deepEqual([origin, id], ['Chronic Pain Medical Treatment Guidelines Page(s): 22-23', 'cpmtg-2009']);
    assert.ok(topic, 'a topic on page 22');
  });

  it('of a guideline named in a rationale is the edition that the item cites', () => {
    assert.deepEqual(target('The Shoulder', 'Complaints'), ['Shoulder Complaints', 'acoem2-ch09', null]);
  });

  it('of words about another item is that item', () => {
    assert.deepEqual(target('see item 1', 'item 1'), ['item 1', arthroscopy]);
    assert.deepEqual(target('see rationale above', 'above'), ['see rationale above', arthroscopy]);
    assert.deepEqual(target('items 1 and', 'items'), ['items 1', arthroscopy]);
    assert.deepEqual(target('items 1 and', '3'), ['3', place('7 days: Upheld', 'Ibuprofen 600 mg')]);
    assert.deepEqual(target('The surgery', 'surgery'), ['The surgery is not medically necessary', arthroscopy]);
    assert.deepEqual(target('## Associated', 'Associated'), ['Associated surgical service', arthroscopy]);
  });

  it('is nothing where there is no such item', () => {
    assert.equal(target('see the item below', 'below'), null);
    assert.equal(target('Item 4', 'Item 4'), null);
    assert.equal(target('As above', 'above'), null);
    assert.equal(target('is stiff', 'stiff'), null);
  });

  it('of a sentence in which an item depends on another is that one', () => {
    const sentence = setup.profile.profile.items.dependsOn ?? assert.fail();
    const { text: marked, cursors } = readMarked(
      sentence.replace('{item}', 'knee arthr‸oscopy').replace('{decision}', 'upheld'),
    );
    const head =
      '# IMR ISSUES, DECISIONS AND RATIONALES\n\n## Knee arthroscopy: Upheld\n\n## Crutches: Upheld\n\nDecision rationale: ';
    const read = parseLetter(head + marked, setup.profile);
    const found = definition(read, setup, head.length + (cursors[0] ?? 0));
    const [first] = found?.target.kind === 'places' ? found.target.places : [];
    assert.equal(first && head.slice(first.span.start, first.span.end), 'Knee arthroscopy');
  });

  it('of a fact is the place that states it', () => {
    assert.deepEqual(target('was hurt', 'March'), ['March 14, 2016', place('Date', '03/14/2016')]);
    assert.deepEqual(target('This 47', '47'), ['47-year-old', place('worker is', '47-year-old')]);
    assert.deepEqual(target('The right', 'right'), ['right shoulder', place('hurt his', 'right shoulder')]);
    assert.deepEqual(target('rationale: Ibuprofen', 'Ibuprofen'), ['Ibuprofen', place('7 days: Upheld', 'Ibuprofen')]);
  });
});

describe('references', () => {
  function found(before: string, word: string) {
    const at = letter.indexOf(word, letter.indexOf(before));
    return references(parseLetter(letter, setup.profile), setup, at + 1);
  }
  const words = (before: string, word: string) => found(before, word)?.places.map(({ span }) => text(span));

  it('of a guideline are its citations and where it is named', () => {
    assert.equal(found('MAXIMUS', 'Shoulder')?.guideline?.id, 'acoem2-ch09');
    assert.deepEqual(words('MAXIMUS', 'Shoulder'), [
      'Shoulder Complaints 2004, Section(s): Special Studies, Surgical Considerations',
      'Shoulder Complaints',
    ]);
    assert.equal(found('The Shoulder', 'Shoulder')?.guideline?.id, 'acoem2-ch09');
  });

  it('of an item are its service and the items that depend on it', () => {
    const all = [
      'Arthroscopy of the right shoulder',
      'arthroscopy',
      'Associated surgical service',
      'The surgery is not medically necessary',
      'item 1',
      'see rationale above',
      'items 1',
    ];
    assert.deepEqual(words('## Arthroscopy', 'Arthroscopy'), all);
    assert.deepEqual(words('see item 1', 'item 1'), all);
    assert.deepEqual(
      found('## Arthroscopy', 'Arthroscopy')?.places.map(({ states }) => states),
      all.map((_, index) => index === 0),
    );
  });

  it('of a fact are all places that state it', () => {
    assert.deepEqual(words('Date of', '03/14'), ['03/14/2016', '03/14/2016', 'March 14, 2016']);
    assert.equal(found('is stiff', 'stiff'), null);
  });
});
