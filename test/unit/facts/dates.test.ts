import assert from 'node:assert/strict';
import { datesIn } from '../../../server/src/core/facts/dates';
import { assertLinear } from '../../support/growth';

/** As found: the words of the date, then its day, problem or precision. */
function found(text: string): string[] {
  return datesIn(text).map(({ span, day, problem, precision }) => {
    assert.equal(day === null, problem !== null || precision === 'month', 'a day, unless there can be none');
    return `${text.slice(span.start, span.end)} = ${day?.iso ?? problem ?? precision}`;
  });
}

describe('dates in a text', () => {
  const table: [text: string, ...dates: string[]][] = [
    ['hurt on 10-13-16.', '10-13-16 = 2016-10-13'],
    ['hurt on 10/13/2016, at work', '10/13/2016 = 2016-10-13'],
    ['since 1/5/17 (note)', '1/5/17 = 2017-01-05'],
    ['(10/13/2016)', '10/13/2016 = 2016-10-13'],
    ['DOI:10/13/2016', '10/13/2016 = 2016-10-13'],
    ['on 10.13.2016', '10.13.2016 = 2016-10-13'],
    ['on 10\u201313\u201316', '10\u201313\u201316 = 2016-10-13'],
    ['on 2016-10-13', '2016-10-13 = 2016-10-13'],
    ['on 2016/10/13', '2016/10/13 = 2016-10-13'],
    // Broken at the end of a line.
    ['from 9-10- 2015 on', '9-10- 2015 = 2015-09-10'],
    ['from 11/18/ 2016 on', '11/18/ 2016 = 2016-11-18'],
    ['from 01- 05-2017 on', '01- 05-2017 = 2017-01-05'],
    // Written.
    ['On November 10, 2016, she', 'November 10, 2016 = 2016-11-10'],
    ['On Nov. 10 2016 she', 'Nov. 10 2016 = 2016-11-10'],
    ['on November 10th, 2016', 'November 10th, 2016 = 2016-11-10'],
    ['on Sept 3, 2016', 'Sept 3, 2016 = 2016-09-03'],
    ['on 10 November 2016', '10 November 2016 = 2016-11-10'],
    ['on the 10th of November, 2016', '10th of November, 2016 = 2016-11-10'],
    ['NOVEMBER 10, 2016', 'NOVEMBER 10, 2016 = 2016-11-10'],
    ['10/13/2016 10:30', '10/13/2016 = 2016-10-13'],
    // Two of them.
    ['from 11/01/2016-12/01/2016', '11/01/2016 = 2016-11-01', '12/01/2016 = 2016-12-01'],
    ['11-01-2016 to 12-15-2016', '11-01-2016 = 2016-11-01', '12-15-2016 = 2016-12-15'],
    // A month.
    ['in 10/2016', '10/2016 = month'],
    ['since June 2016', 'June 2016 = month'],
    ['in March of 2016', 'March of 2016 = month'],
    // No such day, no such year.
    ['On December 9, 3026, a request', 'December 9, 3026 = year-out-of-range'],
    ['on 12/09/3026', '12/09/3026 = year-out-of-range'],
    ['born January 1, 1016', 'January 1, 1016 = year-out-of-range'],
    ['seen 02/30/2016', '02/30/2016 = no-such-day'],
    ['on 2-30-16', '2-30-16 = no-such-day'],
    ['on 13/10/2016', '13/10/2016 = no-such-day'],
    ['on 31-12-16', '31-12-16 = no-such-day'],
    ['on February 29, 2015', 'February 29, 2015 = no-such-day'],
    ['on November 31, 2016', 'November 31, 2016 = no-such-day'],
    ['on 00/10/2016', '00/10/2016 = no-such-day'],
    ['the date of injury (DOI) on the form is 11/33/16', '11/33/16 = no-such-day'],
    ['the dates of service are 11/33/16', '11/33/16 = no-such-day'],
    ['(date of service 11-10-2106)', '11-10-2106 = year-out-of-range'],
    ['on 02/29/2016', '02/29/2016 = 2016-02-29'],
    // Two digits for the year.
    ['born 3-4-71', '3-4-71 = 1971-03-04'],
    ['until 3-4-30', '3-4-30 = 2030-03-04'],
  ];
  for (const [text, ...dates] of table) it(`"${text}"`, () => assert.deepEqual(found(text), dates));
});

describe('numbers that are no dates', () => {
  const texts = [
    'strength was 4/5 throughout',
    'for 1-2 weeks',
    'Norco 5/325 mg and 10/325 mg, 10-325mg',
    'butalbital 50-325-40 mg, 5-10-20 mg',
    'pain 8/10, then 7-8/10, 6-8 on a 10-point scale',
    'flexion 40/90 degrees, extension 10/30',
    'blood pressure 143/90',
    'L4-5, L5-S1, C5-6-7, L3-4-10',
    'a ratio of 2:1',
    'call 415-555-2016 or (415) 555-2016',
    'number 123-45-6789',
    'Section 3.3.1.2 and 3.3.10 and 4.10.16',
    '8 C.C.R. 9792.24.2 and 9792.21.1',
    'pages 173-174, 12-2016-4',
    'CM16-0213037',
    '10-12-14 visits',
    '10/13/20165 and 110/13/2016',
    '1/2/3/2016',
    'may be tried, march on, in 2016',
    '99/99/9999 on a form, 12/31/1016',
    '#10-12-16',
    '12/5',
    'the right grip was 30/28/25',
    'grip since the injury has been weak: right is strong, left was 30/28/25',
    '',
  ];
  for (const text of texts) it(`"${text}"`, () => assert.deepEqual(found(text), []));
});

describe('texts made to be slow', () => {
  const texts = ['1-2-', '1/ 1/ ', 'May ', 'January 1, ', '1 of may ', '10-13-16 ', '10/2016', '1', ' ', '2016-'];
  it('are read in a time that grows with them', () => assertLinear(texts, datesIn));
});
