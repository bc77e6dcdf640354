import assert from 'node:assert/strict';
import { printLike } from '../../../server/src/core/facts/datePrint';
import { readDay } from '../../../server/src/core/text/dates';

describe('a day in the form of another date', () => {
  const table: [written: string, day: string, expected: string][] = [
    ['10-13-16', '01/05/2017', '01-05-17'],
    ['1-3-16', '10/13/2016', '10-13-16'],
    ['1-3-16', '01/05/2017', '1-5-17'],
    ['1-13-16', '01/05/2017', '1-5-17'],
    ['01/13/2016', '01/05/2017', '01/05/2017'],
    ['11/18/ 2016', '01/05/2017', '01/05/2017'],
    ['10.13.2016', '01/05/2017', '01.05.2017'],
    ['2016-10-13', '01/05/2017', '2017-01-05'],
    ['2016/10/13', '01/05/2017', '2017/01/05'],
    ['November 10, 2016', '01/05/2017', 'January 5, 2017'],
    ['Nov. 10 2016', '01/05/2017', 'Jan. 5, 2017'],
    ['Nov 10, 2016', '05/05/2017', 'May 5, 2017'],
    ['May 10, 2016', '01/05/2017', 'January 5, 2017'],
    ['NOVEMBER 10, 2016', '01/05/2017', 'JANUARY 5, 2017'],
    ['10 November 2016', '01/05/2017', '5 January 2017'],
    ['10th of November, 2016', '01/05/2017', '5 January 2017'],
    ['December 9, 3026', '12/09/2016', 'December 9, 2016'],
  ];
  for (const [written, day, expected] of table) {
    it(`${day} like ${written}`, () => {
      const read = readDay(day);
      assert.ok(read);
      assert.equal(printLike(read, written), expected);
    });
  }
});
