import assert from 'node:assert/strict';
import { parseLetter } from '../../server/src/core/language/letter';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import { checkLetter } from '../../server/src/core/rules/check';
import {
  checkHeaderValue,
  type HeaderValues,
  newLetter,
  newLetterForm,
} from '../../server/src/core/services/newLetter';
import { testSetup } from '../support/setup';

const never = (_rule: string, error: unknown) => {
  throw error;
};
const setup = testSetup();
const check = (values: HeaderValues, label: string) => checkHeaderValue(setup, values, label, never);

describe('a new letter', () => {
  for (const { id } of builtInProfiles) {
    it(`of ${id} lacks nothing but what only the writer knows`, () => {
      const own = testSetup({}, id);
      const letter = parseLetter(newLetter(own, {}, ['MRI of the right knee', 'Knee brace']), own.profile);
      const rules = checkLetter(letter, own, never).map(({ rule }) => rule);
      // A placeholder is no decision yet.
      const expected = [
        'unfilled-placeholder',
        'unknown-decision',
        'missing-credentials',
        'missing-decision',
        'missing-ur-decision',
      ];
      assert.deepEqual(
        [...new Set(rules)].filter(rule => !expected.includes(rule)),
        [],
      );
      assert.equal(letter.items.length, 2);
      assert.equal(letter.items[0]?.part.fields.length, own.profile.profile.items.fields.length);
      const { header } = own.profile.profile;
      assert.equal(letter.header.part.fields.length, header.fields.filter(({ required }) => required).length);
    });
  }

  it('holds the values given, also those that no letter needs', () => {
    const text = newLetter(setup, { 'Case Number': 'CM16-0000001', 'Records Complete': '10/20/2016' }, []);
    assert.match(text, /^Case Number: CM16-0000001\nDate of Injury: \[\[mm\/dd\/yyyy\]\]\n/);
    assert.match(text, /\nRecords Complete: 10\/20\/2016\n/);
    assert.match(text, /\n## \[\[service\]\]: \[\[/);
  });

  it('asks for the header of the profile, with the form of each value', () => {
    const { fields, profile } = newLetterForm(setup);
    assert.equal(profile.id, 'ca-imr');
    assert.deepEqual(fields[0], {
      label: 'Case Number',
      kind: 'caseNumber',
      required: true,
      values: [],
      form: 'CM##-#######',
    });
    assert.deepEqual(fields.find(({ label }) => label === 'Priority')?.values, ['Standard', 'Expedited']);
    assert.equal(fields.find(({ kind }) => kind === 'date')?.form, 'mm/dd/yyyy');
  });
});

describe('a value of the header', () => {
  it('is written as letters write it', () => {
    assert.deepEqual(check({ 'Date of Injury': '2016-3-14' }, 'Date of Injury').problem?.isError, true);
    assert.deepEqual(check({ 'Date of Injury': ' March 14, 2016 ' }, 'Date of Injury'), {
      value: '03/14/2016',
      problem: null,
    });
    assert.deepEqual(check({ 'Date of Injury': '3-14-16' }, 'Date of Injury'), { value: '03/14/2016', problem: null });
  });

  it('must be a day of the calendar', () => {
    const { problem } = check({ 'Date of Injury': '02/30/2016' }, 'Date of Injury');
    assert.equal(problem?.isError, true);
    assert.match(problem?.message ?? '', /Date of Injury/);
  });

  it('must fit the dates before it', () => {
    const values = { 'Date of Injury': '03/14/2016', 'UR Denial Date': '03/10/2016' };
    assert.notEqual(check(values, 'UR Denial Date').problem, null);
    assert.equal(check({ ...values, 'UR Denial Date': '03/20/2016' }, 'UR Denial Date').problem, null);
  });

  it('must have the form of a case number', () => {
    assert.equal(check({ 'Case Number': '16-1' }, 'Case Number').problem?.isError, true);
    assert.equal(check({ 'Case Number': 'CM16-0000001' }, 'Case Number').problem, null);
  });

  it('may be left open', () => {
    assert.deepEqual(check({}, 'Case Number'), { value: '', problem: null });
  });

  it('of any kind is read without failing', () => {
    for (const hostile of ['Priority: Standard', '[[', '__proto__', ']]', '#', `${'1/'.repeat(5000)}`, '<!--']) {
      assert.equal(typeof check({ 'Case Number': hostile }, 'Case Number').value, 'string', hostile);
      assert.equal(typeof newLetter(setup, { 'Case Number': hostile }, [hostile]), 'string', hostile);
    }
  });
});
