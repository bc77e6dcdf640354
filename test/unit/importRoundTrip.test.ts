import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { saidBy, throughPdf, throughPostedText } from '../support/roundTrip';
import { testSetup } from '../support/setup';

/** Every example, with the profile it is written for. */
const examples = readdirSync('examples', { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.letter'))
  .map(path => ({ path, profile: path.includes('federal') ? 'federal-external-review' : 'ca-imr' }));

describe('letters that go to paper and come back', () => {
  for (const { path, profile } of examples) {
    const setup = testSetup({}, profile);
    const text = readFileSync(join('examples', path), 'utf8');

    it(`${path} by PDF`, async function () {
      this.timeout(20_000);
      assert.deepEqual(saidBy(await throughPdf(text, setup), setup), saidBy(text, setup));
    });

    it(`${path} by posted text`, () => {
      assert.deepEqual(saidBy(throughPostedText(text, setup), setup), saidBy(text, setup));
    });
  }
});
