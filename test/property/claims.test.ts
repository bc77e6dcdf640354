import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { assertCase, type Case, claimsOfTexts, setupOf } from './claims/case';
import { letterText, plausibleLetter, runs } from './letters';

/** These have tests of their own, of more letters. */
const elsewhere = new Set(['line ends', 'format', 'printed', 'redacted']);

for (const id of ['ca-imr', 'federal-external-review']) {
  const { profile } = setupOf(id).profile;
  const anyLetter = fc.oneof(letterText(profile), plausibleLetter(profile));

  describe(`what must be so of any text, ${id} (${runs.numRuns} runs)`, function () {
    this.timeout(20_000 + runs.numRuns * 200);

    for (const [claim, assertText] of Object.entries(claimsOfTexts)) {
      if (elsewhere.has(claim)) continue;
      it(claim, () => {
        const setup = setupOf(id);
        fc.assert(
          fc.property(anyLetter, text => assertText(text, setup)),
          runs,
        );
      });
    }
  });
}

describe('cases that failed once', () => {
  const folder = join('test', 'property', 'failures');
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name.endsWith('.json')) : [];
  for (const name of names) {
    it(name, () => assertCase(JSON.parse(readFileSync(join(folder, name), 'utf8')) as Case));
  }
});
