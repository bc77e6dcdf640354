import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { selectionRanges } from '../../server/src/core/services/selectionRanges';
import { readMarked } from '../support/markers';
import { testSetup } from '../support/setup';

const setup = testSetup();

/** What is selected step by step from the cursor on. */
function steps(source: string): string[] {
  const { text, cursors } = readMarked(source);
  const [spans] = selectionRanges(parseLetter(text, setup.profile), setup, cursors);
  return (spans ?? []).map(({ start, end }) => text.slice(start, end));
}

const rationale = `Decision rationale: The worker takes a non-steroidal drug. It helps him.

The second paragraph. It ends here.`;
const item = `## Physical therapy for the neck: Upheld

MAXIMUS guideline: Decision based on MTUS Neck and Upper Back Complaints 2004, Section(s): Physical Methods.

${rationale}`;
const issues = `# IMR ISSUES, DECISIONS AND RATIONALES

${item}`;
const letter = `Priority: Standard

${issues}

# Annex
`;

describe('selection', () => {
  it('grows from the word to the letter', () => {
    const value = rationale.slice('Decision rationale: '.length);
    assert.deepEqual(steps(letter.replace('steroidal', 'ster‸oidal')), [
      'steroidal',
      'non-steroidal',
      'The worker takes a non-steroidal drug.',
      'The worker takes a non-steroidal drug. It helps him.',
      value,
      rationale,
      item,
      issues,
      letter,
    ]);
  });

  it('grows over the parts of a citation', () => {
    const line = item.split('\n')[2] ?? '';
    assert.deepEqual(steps(letter.replace('Physical Methods', 'Phy‸sical Methods')).slice(0, 5), [
      'Physical',
      'Physical Methods',
      'Neck and Upper Back Complaints 2004, Section(s): Physical Methods',
      line.slice('MAXIMUS guideline: '.length),
      line,
    ]);
    assert.deepEqual(steps(letter.replace('Upper Back', 'Up‸per Back')).slice(0, 3), [
      'Upper',
      'Neck and Upper Back Complaints',
      'Neck and Upper Back Complaints 2004, Section(s): Physical Methods',
    ]);
  });

  it('grows from a title over its item, and from a heading over its section', () => {
    const title = 'Physical therapy for the neck: Upheld';
    assert.deepEqual(steps(letter.replace('for the neck', 'for the ne‸ck')), [
      'neck',
      'Physical therapy for the neck',
      title,
      item,
      issues,
      letter,
    ]);
    assert.deepEqual(steps(letter.replace('Annex', 'An‸nex')), ['Annex', '# Annex', letter]);
  });

  it('takes what is written together as one, without the marks that follow', () => {
    assert.deepEqual(steps('Date of Injury: 03/‸14/2016.\n').slice(0, 2), ['14', '03/14/2016']);
  });

  it('is the letter alone where there is nothing', () => {
    assert.deepEqual(steps('‸'), ['']);
    assert.deepEqual(steps('\n\n‸\n'), ['\n\n\n']);
  });

  it('grows strictly at every place of a letter, however it is written', () => {
    for (const text of [letter, letter.replaceAll('\n', '\r\n'), letter.replace('helps', '<!-- x\ny --> *helps*')]) {
      const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);
      const all = selectionRanges(parseLetter(text, setup.profile), setup, offsets);
      for (const [offset, spans] of all.entries()) {
        assert.ok(spans.length > 0);
        for (const [index, { start, end }] of spans.entries()) {
          assert.ok(start <= offset && offset <= end, `${offset} in ${start} to ${end}`);
          const next = spans[index + 1];
          if (!next) assert.deepEqual({ start, end }, { start: 0, end: text.length });
          else assert.ok(next.start <= start && end <= next.end && next.end - next.start > end - start);
        }
      }
    }
  });
});
