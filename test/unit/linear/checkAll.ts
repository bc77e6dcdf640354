import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importLetter } from '../../../server/src/core/import/importLetter';
import { parseLetter } from '../../../server/src/core/language/letter';
import { builtInProfiles } from '../../../server/src/core/profile/builtIn';
import { checkLetter } from '../../../server/src/core/rules/check';
import { redacted } from '../../../server/src/core/services/redact';
import { assertShown } from '../../property/claims/shown';
import { testSetup } from '../../support/setup';

/** Asks core for much of what it does, of the examples, under every built-in profile. */
export function checkAll(): void {
  const texts = readdirSync('examples')
    .filter(name => name.endsWith('.letter'))
    .map(name => readFileSync(join('examples', name), 'utf8'));
  for (const { id } of builtInProfiles) {
    const setup = testSetup({}, id);
    for (const text of texts) {
      const letter = parseLetter(text, setup.profile);
      for (const finding of checkLetter(letter, setup)) finding.fixes();
      assertShown(text, setup);
      importLetter(text, setup);
      redacted(letter, setup, 'safe-harbor');
    }
  }
}
