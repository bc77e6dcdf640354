import assert from 'node:assert/strict';
import { quantitiesIn } from '../../../server/src/core/facts/quantities';
import { assertLinear } from '../../support/growth';

/** A text, and its quantities: low[-high] unit [*, where worked out] [≠ the other number in brackets]. */
const table: readonly (readonly [string, ...string[]])[] = [
  ['Drug #30', '30 count'],
  ['Drug # 60', '60 count'],
  ['Drug 10/325mg #60', '60 count'],
  ['Drug #1,000', '1000 count'],
  ['qty: 90', '90 count'],
  ['QTY 90', '90 count'],
  ['Qty. 90', '90 count'],
  ['(qty #4)', '4 count'],
  ['quantity 12', '12 count'],
  ['quantity of 12', '12 count'],
  ['quantity: sixty (60)', '60 count'],
  ['12 sessions', '12 visit'],
  ['Twelve sessions of massage', '12 visit'],
  ['six (6) visits', '6 visit'],
  ['six (8) visits', '6 visit ≠8'],
  ['8 (eight) treatments', '8 visit'],
  ['twenty-four additional aquatic therapy sessions', '24 visit'],
  ['10-12 visits', '10-12 visit'],
  ['six to eight sessions', '6-8 visit'],
  ['two follow-up visits', '2 visit'],
  ['2 times a week for 6 weeks', '12 visit*'],
  ['two times a week for four weeks (8 sessions)', '8 visit*', '8 visit'],
  ['two to three times a week for six to eight weeks', '12-24 visit*'],
  ['2-3 times a week for 6 weeks', '12-18 visit*'],
  ['three times a week times three weeks', '9 visit*'],
  ['2x6', '12 visit*'],
  ['2 x 6 weeks', '12 visit*'],
  ['3 x/wk x 4 wks', '12 visit*'],
  ['3x/wk x 4wks', '12 visit*'],
  ['2xwk x 6wks', '12 visit*'],
  ['2 x week x 6', '12 visit*'],
  ['twice weekly for 3 weeks', '6 visit*'],
  ['once a week over six weeks', '6 visit*'],
  ['weekly for 6 weeks', '6 visit*'],
  ['2 sessions per week for 4 weeks', '8 visit*'],
  ['2 visits a week'],
  ['x 12', '12 count'],
  ['therapy x12', '12 count'],
  ['Manipulation times 12', '12 count'],
  ['Electrocardiogram times three', '3 count'],
  ['therapy times 6 sessions', '6 visit'],
  ['30 tablets', '30 piece'],
  ['#30 tablets', '30 piece'],
  ['60 capsules with 3 refills', '60 piece', '3 refill'],
  ['#60, refills: 2', '60 count', '2 refill'],
  ['refill x 2', '2 refill'],
  ['no refills', '0 refill'],
  ['one month supply', '1 month'],
  ['30-day supply', '30 day'],
  ['30 patches', '30 piece'],
  ['100 units', '100 unit'],
  ['2 bottles', '2 container'],
  ['for six weeks', '6 week'],
  ['4 hours of care', '4 hour'],
  ['series of 3 injections', '3 injection'],
  ['1-2 tabs every 4-6 hrs as needed'],
  ['one tablet twice daily 14 days #40', '14 day', '40 count'],
  ['1 tablet by mouth as needed'],
  ['100mg tabs #30', '30 count'],
  ['Tylenol #3 #60', '60 count'],
  ['the January 6, 2016 office visit'],
  ['walks x 20 minutes'],
  ['page 309 recommends epidural injections'],
  ['47 year old worker'],
  ['6 weeks ago'],
  ['every 4 weeks'],
  ['injection at L4-5'],
  ['DOS 12/29/16 visit'],
  ['on 11-14-16 visits resumed'],
  ['pain 7/10'],
  ['50% relief'],
  ['gauze 4 x 4 inches'],
  ['3 view X-ray'],
  ['Section 12.'],
  ['99999999999999999999 visits'],
  [''],
];

function shown(text: string): string[] {
  return quantitiesIn(text).map(({ low, high, unit, basis, other }) => {
    const range = low === high ? `${low}` : `${low}-${high}`;
    return `${range} ${unit}${basis === 'product' ? '*' : ''}${other === null ? '' : ` ≠${other}`}`;
  });
}

describe('quantities', () => {
  for (const [text, ...expected] of table) {
    it(text || 'no text', () => assert.deepEqual(shown(text), expected));
  }

  it('tells where they stand', () => {
    const text = 'Massage, six (6) sessions, 2 times a week for 3 weeks; drug #30.';
    const spans = quantitiesIn(text).map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(spans, ['six (6) sessions', '2 times a week for 3 weeks', '#30']);
  });

  it('are read in a time that grows with the text', () => {
    assertLinear(
      ['1', '1,111', '1-', '2x', 'six (', '#', 'qty ', '12 physical ', 'two times a week for the next ', '1/', 'x 2 '],
      quantitiesIn,
    );
  });
});
