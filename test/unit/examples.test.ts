import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { builtInCatalogue } from '../../server/src/core/catalogue/builtIn';
import type { Letter } from '../../server/src/core/language/letter';
import { createLetterService } from '../../server/src/core/letterService';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import type { Finding } from '../../server/src/core/rules/rule';
import { createSetup, type Setup } from '../../server/src/core/setup';
import { builtInVocabulary } from '../../server/src/core/vocabulary/builtIn';

const folder = 'examples';
const service = createLetterService((rule, error) => assert.fail(`${rule}: ${error}`));

/** What a letter is read with: the profile that the configuration file beside it names, or the default. */
function setupFor(file: string): Setup {
  const beside = join(dirname(file), 'letters.config.json');
  const id = existsSync(beside) ? JSON.parse(readFileSync(beside, 'utf8')).profile : builtInProfiles[0]?.id;
  const profile = builtInProfiles.find(candidate => candidate.id === id);
  assert.ok(profile, `${id} is no built-in profile`);
  return createSetup({
    profile,
    catalogue: builtInCatalogue(profile.catalogues),
    vocabulary: builtInVocabulary(),
  });
}

function parse(name: string): Letter {
  const file = join(folder, name);
  return service.parse(readFileSync(file, 'utf8'), setupFor(file));
}

function check(name: string): readonly Finding[] {
  return service.check(parse(name), setupFor(join(folder, name)));
}

function decisions(name: string): (string | undefined)[] {
  return parse(name).items.map(({ part }) => part.title.decision?.word);
}

/** The letters that show mistakes, with the rules that find them. */
const shown: Readonly<Record<string, readonly string[]>> = {
  'problems.letter': [
    'header-field',
    'missing-credentials',
    'unfilled-placeholder',
    'title-punctuation',
    'guideline-body-part',
    'unknown-decision',
    'label-spelling',
    'superseded-edition',
    'page-outside-chapter',
    'missing-reviewer-guideline',
    'unknown-section',
    'missing-decision',
    'missing-reference',
  ],
  'second-reader.letter': [
    'reviewer-identity',
    'date-conflict',
    'personal-identifier',
    'sex-conflict',
    'date-impossible',
    'decision-contradicts-rationale',
    'age-conflict',
    'other-side',
    'quantity-conflict',
    'dose-conflict',
  ],
};

describe('examples', () => {
  const letters = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.letter'));

  for (const name of letters.filter(name => !(name in shown))) {
    it(`${name} has no problem`, () => {
      const found = check(name).filter(finding => finding.severity !== 'hint');
      assert.deepEqual(
        found.map(finding => `${finding.rule}: ${finding.message}`),
        [],
      );
    });
  }

  for (const [name, mistakes] of Object.entries(shown)) {
    it(`${name} shows every common mistake of its kind and no other`, () => {
      const found = new Set(
        check(name)
          .filter(f => f.severity === 'error' || f.severity === 'warning')
          .map(f => f.rule),
      );
      assert.deepEqual([...found].sort(), [...mistakes].sort());
    });
  }

  it('show both decisions, and an item authorised in part', () => {
    assert.deepEqual(decisions('2016-section-style.letter'), ['Overturned', 'Upheld', 'Upheld']);
    assert.deepEqual(decisions('2014-page-style.letter'), ['Upheld', 'Upheld', 'Overturned']);
    assert.match(readFileSync(join(folder, '2016-section-style.letter'), 'utf8'), /^## .* was the original request\./m);
  });

  it('show a decision of the whole case', () => {
    const { sections, items } = parse('federal/federal-external-review.letter');
    const fields = sections
      .flatMap(({ part }) => part.fields)
      .filter(field => field.definition.role === 'caseDecision');
    assert.deepEqual(
      fields.map(field => field.text.text),
      ['Modified'],
    );
    assert.equal(items.length, 1);
    assert.equal(items[0]?.part.fields.length, 3);
  });
});
