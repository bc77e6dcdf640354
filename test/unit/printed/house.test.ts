import assert from 'node:assert/strict';
import { validateJson } from '../../../server/src/core/config/json';
import { houseOf } from '../../../server/src/core/printed/house';
import { type Profile, profileSchema } from '../../../server/src/core/profile/schema';
import { profileNamed } from '../../support/setup';

function read(house: unknown): Profile | null {
  const result = validateJson(JSON.stringify({ ...profileNamed('ca-imr'), house }), profileSchema);
  return 'value' in result ? result.value : null;
}

describe("a profile's house", () => {
  it('may be left out, and is then named like the organisation', () => {
    const result = read(undefined);
    assert.ok(result);
    assert.deepEqual(houseOf(result), {
      organisation: result.organisation,
      letterhead: [],
      table: [],
      page: 'letter',
      margins: { top: 25, right: 25, bottom: 25, left: 25 },
      font: 'serif',
      size: 12,
    });
  });

  it('may say some of it', () => {
    const result = read({ organisation: 'Ours', margins: { left: 30 }, page: 'a4' });
    assert.ok(result);
    const { organisation, page, margins, font } = houseOf(result);
    assert.deepEqual([organisation, page, font], ['Ours', 'a4', 'serif']);
    assert.deepEqual(margins, { top: 25, right: 25, bottom: 25, left: 30 });
  });

  for (const [what, house] of [
    ['an unknown key', { colour: 'red' }],
    ['an unknown paper', { page: 'a5' }],
    ['type too small to read', { size: 2 }],
    ['margins that leave no room', { margins: { left: 100 } }],
    ['a language that is none', { language: 'en"><script>' }],
    ['three fields in a line', { table: [['A', 'B', 'C']] }],
  ] as const) {
    it(`is refused with ${what}`, () => assert.equal(read(house), null));
  }
});
