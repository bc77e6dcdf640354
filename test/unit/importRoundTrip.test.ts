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

  it('words with hyphens, slashes and addresses, wherever a line breaks', async function () {
    this.timeout(20_000);
    const setup = testSetup();
    const words = [
      'a follow-up',
      'pre- and post-operative care',
      'Norco 10/325mg',
      'on 9-10-2015',
      'and/or',
      'https://www.example.org/medicine/knee-and-hip/meniscus.html?page=2&line=14',
      'electro- diagnostic',
      'L4-5 - but not L5-S1',
    ];
    const sentences = Array.from({ length: 60 }, (_, index) => {
      const filler = 'so '.repeat((index * 7) % 23);
      return `There ${filler}was ${words[index % words.length]} at last.`;
    });
    const text = `# CLINICAL CASE SUMMARY\n\n${sentences.join(' ')}\n`;
    assert.equal(await throughPdf(text, setup), text);
  });
});
