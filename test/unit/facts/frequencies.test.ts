import assert from 'node:assert/strict';
import { type Amount, frequenciesIn } from '../../../server/src/core/facts/frequencies';
import { assertLinear } from '../../support/growth';

/** A text, and its frequencies: times/period [for duration] [= total]. */
const table: readonly (readonly [string, ...string[]])[] = [
  ['2 times a week for 6 weeks', '2/week for 6 week = 12'],
  ['Three times a week for two weeks', '3/week for 2 week = 6'],
  ['2-3 times per week over the next 4 weeks', '2-3/week for 4 week = 8-12'],
  ['twice a week', '2/week'],
  ['once daily', '1/day'],
  ['3 times weekly', '3/week'],
  ['twice weekly for 6 weeks', '2/week for 6 week = 12'],
  ['two (2) times a week for six (6) weeks', '2/week for 6 week = 12'],
  ['3x/wk x 4 wks', '3/week for 4 week = 12'],
  ['2/week x 4', '2/week for 4 week = 8'],
  ['2 x per week x 6', '2/week for 6 week = 12'],
  ['2 visits/week, for 3 weeks', '2/week for 3 week = 6'],
  ['2 days a week', '2/week'],
  ['2x6', '2/null for 6 null = 12'],
  ['2 times 8', '2/null for 8 null = 16'],
  ['1 x 6 weeks', '1/week for 6 week = 6'],
  ['weekly x 8', '1/week for 8 week = 8'],
  ['once a month for 6 months', '1/month for 6 month = 6'],
  ['twice a day for 2 weeks', '2/day for 2 week'],
  ['3 days'],
  ['every week'],
  ['two weeks'],
  ['#60 x 3'],
  ['x 12'],
  ['4x4 inches'],
  ['60 x 3'],
  ['weekly'],
  [''],
];

const shown = ({ low, high }: Amount) => (low === high ? `${low}` : `${low}-${high}`);

describe('frequencies', () => {
  for (const [text, ...expected] of table) {
    it(text || 'no text', () => {
      const found = frequenciesIn(text).map(({ times, per, duration, total }) => {
        const lasting = duration ? ` for ${shown(duration)} ${duration.unit}` : '';
        return `${shown(times)}/${per}${lasting}${total ? ` = ${shown(total)}` : ''}`;
      });
      assert.deepEqual(found, expected);
    });
  }

  it('tells where they stand', () => {
    const text = 'Therapy, two (2) times a week for 6 weeks, then once a month.';
    const spans = frequenciesIn(text).map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(spans, ['two (2) times a week for 6 weeks', 'once a month']);
  });

  it('are read in a time that grows with the text', () => {
    assertLinear(['2 times a ', 'twice ', '2x', 'weekly for the next ', 'twenty-'], frequenciesIn);
  });
});
