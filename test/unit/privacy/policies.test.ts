import assert from 'node:assert/strict';
import { builtInCatalogue } from '../../../server/src/core/catalogue/builtIn';
import { parseLetter } from '../../../server/src/core/language/letter';
import { compileNames, type ListedNames } from '../../../server/src/core/privacy/nameList';
import type { Policy } from '../../../server/src/core/privacy/policy';
import { checkLetter } from '../../../server/src/core/rules/check';
import { createSetup } from '../../../server/src/core/setup';
import { applyEdits } from '../../../server/src/core/text/span';
import { builtInVocabulary } from '../../../server/src/core/vocabulary/builtIn';
import { profileNamed } from '../../support/setup';

const profile = profileNamed('ca-imr');
const letter = `Case Number: CM16-0000001
Date of Injury: 10/13/2016

# HOW THE IMR FINAL DETERMINATION WAS MADE

The reviewer was chosen on 11/01/2016.

# CLINICAL CASE SUMMARY

The worker, 94 years old, was hurt on October 13, 2016 in Fresno County. Dr. Quist saw the worker. See http://example.org/a.

# IMR ISSUES, DECISIONS AND RATIONALES

## MRI of 11/02/2016: Upheld

MAXIMUS guideline: Decision based on Non-MTUS Citation Example, updated 03/04/2015, http://example.org/b.

Decision rationale: On 11/03/2016 WILHELMINA QUIST's knee was well, at Acme Tool & Die. See http://example.org/c, accessed 01/02/2017.
`;

function findings(policy: Policy | null, names: ListedNames = {}) {
  const catalogue = builtInCatalogue(profile.catalogues);
  const listed = compileNames(names);
  const setup = createSetup({ profile, catalogue, vocabulary: builtInVocabulary(), policy, names: listed });
  const all = checkLetter(parseLetter(letter, setup.profile), setup);
  return all.filter(({ rule }) => rule === 'personal-identifier');
}

const shown = (policy: Policy | null, names?: ListedNames) =>
  findings(policy, names).map(({ severity, span }) => `${severity}: ${letter.slice(span.start, span.end)}`);

const list: ListedNames = { workers: ['Wilhelmina Quist'], employers: ['Acme Tool & Die'] };

describe('what identifies a person in a letter', () => {
  it('is under "posted", and where nothing is said, neither age nor date', () => {
    assert.deepEqual(shown('posted'), ['warning: Dr. Quist']);
    assert.deepEqual(shown(null), shown('posted'));
  });

  it('is under "safe-harbor" also a date, an age, a place, an address, but for those of publications', () => {
    assert.deepEqual(shown('safe-harbor'), [
      'error: 10/13/2016',
      'error: 94',
      'error: October 13, 2016',
      'warning: Fresno County',
      'warning: Dr. Quist',
      'warning: http://example.org/a',
      'error: 11/02/2016',
      'error: 11/03/2016',
    ]);
  });

  it('is every listed name, with its title, an error also where the name alone is a warning', () => {
    assert.deepEqual(shown('posted', list), ['error: Dr. Quist', 'error: WILHELMINA QUIST', 'error: Acme Tool & Die']);
  });

  it('is replaced by the year, by a word for whom it names, or taken out', () => {
    let text = letter;
    for (const finding of findings('safe-harbor', list).reverse()) {
      const [fix] = finding.fixes();
      assert.equal(fix?.safe, false);
      text = applyEdits(text, fix?.edits ?? []);
    }
    assert.ok(text.includes('Date of Injury: 2016\n'));
    assert.ok(
      text.includes('[redacted] years old, was hurt on 2016 in [redacted]. The injured worker saw the worker.'),
    );
    assert.ok(
      text.includes("On 2016 the injured worker's knee was well, at the employer. See http://example.org/c, accessed"),
    );
  });

  it('stands in no message', () => {
    for (const { message } of findings('safe-harbor', list)) {
      assert.doesNotMatch(message, /Quist|Acme|2016|94|Fresno|example/i);
    }
  });
});
