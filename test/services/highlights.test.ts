import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { highlights } from '../../server/src/core/services/highlights';
import { linkedEditing } from '../../server/src/core/services/linkedEditing';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();

const letter = `Case Number: CM16-0000042
Date of Injury: 03/14/2016
UR Denial Date: 10/03/2016

# CLINICAL CASE SUMMARY

The injured worker is a 47-year-old man. On 03/14/2016 he hurt his right shoulder and the left knee. He takes ibuprofen.

# IMR ISSUES, DECISIONS AND RATIONALES

## MRI of the right shoulder: Upheld

MAXIMUS guideline: Decision based on MTUS Shoulder Complaints 2004, Section(s): Special Studies.

Decision rationale: The worker, age 47, was hurt on March 14, 2016. Motrin helps the shoulder, right. The Shoulder Complaints guideline asks for red flags. The MRI is not necessary.

## Physical therapy: Overturned

Decision rationale: The right shoulder of this 47-year-old man is stiff. He was hurt on 03/14/2016.
`;

/** Each place is looked for from the same word, so that all of them must find each other. */
function found(word: string, occurrence = 0): string[] {
  let at = -1;
  for (let i = 0; i <= occurrence; i++) at = letter.indexOf(word, at + 1);
  assert.ok(at >= 0, word);
  return highlights(parseLetter(letter, setup.profile), setup, at + 1).map(
    ({ span, kind }) => `${kind}: ${letter.slice(span.start, span.end)}`,
  );
}

describe('highlights', () => {
  it('show a date wherever it stands, however it is written', () => {
    const all = ['statement: 03/14/2016', 'statement: 03/14/2016', 'mention: March 14, 2016', 'mention: 03/14/2016'];
    assert.deepEqual(found('03/14/2016'), all);
    assert.deepEqual(found('March 14, 2016'), all);
  });

  it("show the worker's age", () => {
    assert.deepEqual(found('47-year'), ['statement: 47-year-old', 'mention: age 47', 'mention: 47-year-old']);
  });

  it('show a body part with its side, and no other side', () => {
    const all = [
      'statement: right shoulder',
      'statement: right shoulder',
      'mention: shoulder',
      'mention: right',
      'mention: right shoulder',
    ];
    assert.deepEqual(found('right shoulder').sort(), all.sort());
    assert.deepEqual(found('left knee'), ['statement: left knee']);
  });

  it('show a drug by all its names, and a service', () => {
    assert.deepEqual(found('ibuprofen'), ['statement: ibuprofen', 'mention: Motrin']);
    assert.deepEqual(found('MRI'), ['statement: MRI', 'mention: MRI']);
  });

  it('show a guideline where it is cited and where it is named', () => {
    const all = ['statement: Shoulder Complaints 2004, Section(s): Special Studies', 'mention: Shoulder Complaints'];
    assert.deepEqual(found('Complaints 2004'), all);
    assert.deepEqual(found('Complaints guideline'), all);
  });

  it('show labels and decisions that are the same', () => {
    assert.deepEqual(found('Decision rationale'), ['word: Decision rationale', 'word: Decision rationale']);
    assert.deepEqual(found('Upheld'), ['word: Upheld']);
  });

  it('show nothing where nothing is known', () => {
    assert.deepEqual(found('stiff'), []);
  });
});

describe('linked editing', () => {
  /** The places must be those between the marks; the cursor stands in one of them. */
  function linked(source: string): void {
    const { text, ranges, cursors } = readMarked(source);
    const read = parseLetter(text, setup.profile);
    for (const offset of [...cursors, ...ranges.map(({ start }) => start)]) {
      assert.deepEqual(linkedEditing(read, setup, offset), ranges);
    }
  }
  const summary = '# CLINICAL CASE SUMMARY\n\n';

  it('is of the number of the age, in digits and the same in words', () => {
    linked(`${summary}A ⟪4‸7⟫-year-old man. The worker is ⟪47⟫ years old. The forty-seven-year-old man had 47 visits.`);
  });

  it('is of a side, of the same body part, and of one word once', () => {
    linked(
      `${summary}His ⟪right⟫ wrist and hand hurt. The ⟪right⟫ wrist is stiff. The left wrist and right knee are not.`,
    );
  });

  it('is of a date in the same form', () => {
    linked(`Date of Injury: ⟪03/14/2016⟫\n\n${summary}He was hurt on ⟪03/14/2016⟫, which is March 14, 2016.`);
  });

  it('is of nothing that stands once, and of no other words', () => {
    for (const text of ['A 4‸7-year-old man.', 'A 47-year-old m‸an, a man.', 'The kn‸ee. The knee.']) {
      const { text: plain, cursors } = readMarked(summary + text);
      assert.deepEqual(linkedEditing(parseLetter(plain, setup.profile), setup, cursors[0] ?? assert.fail()), []);
    }
  });
});
