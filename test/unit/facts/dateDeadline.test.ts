import assert from 'node:assert/strict';
import { deadline, type Period } from '../../../server/src/core/rules/law/deadline';
import { readDay } from '../../../server/src/core/text/dates';
import { profileNamed } from '../../support/setup';

const { clock } = profileNamed('ca-imr');
assert.ok(clock);

const calendar = (days: number): Period => ({ days, workingDays: false });
const working = (days: number): Period => ({ days, workingDays: true });

describe('the last day of a period', () => {
  const table: [start: string, period: Period, last: string, why: string][] = [
    ['2016-10-12', calendar(30), '2016-11-14', 'the thirtieth day is Veterans Day, a Friday'],
    ['2016-10-10', calendar(30), '2016-11-09', 'an ordinary Wednesday'],
    ['2016-10-12', calendar(3), '2016-10-17', 'it would end on a Saturday'],
    ['2016-10-12', working(5), '2016-10-19', 'a weekend lies between'],
    ['2016-11-22', working(1), '2016-11-23', 'the day before Thanksgiving'],
    ['2016-11-23', working(1), '2016-11-28', 'Thanksgiving, the day after it, a weekend'],
    ['2016-05-27', working(1), '2016-05-31', 'Memorial Day is the last Monday of May'],
    ['2021-05-28', working(1), '2021-06-01', 'also where that is the fifth'],
    ['2017-01-13', working(1), '2017-01-17', 'the third Monday of January'],
    ['2016-12-23', working(1), '2016-12-27', 'Christmas on a Sunday is kept on the Monday'],
    ['2020-07-02', working(1), '2020-07-06', 'the fourth of July on a Saturday is kept on the Friday'],
    ['2021-03-30', working(1), '2021-04-01', 'the last day of March'],
    ['2016-02-28', calendar(1), '2016-02-29', 'a leap year'],
  ];
  for (const [start, period, last, why] of table) {
    it(`${period.days} days from ${start}: ${why}`, () => {
      const day = readDay(start);
      assert.ok(day);
      assert.equal(deadline(day, period, clock).iso, last);
    });
  }

  it('is the same day of the calendar where no holidays are known', () => {
    const day = readDay('2016-12-22');
    assert.ok(day);
    assert.equal(deadline(day, working(2), { ...clock, holidays: [] }).iso, '2016-12-26');
  });
});
