import assert from 'node:assert/strict';
import { importLetter } from '../../server/src/core/import/importLetter';
import { credentialsOf } from '../../server/src/core/language/credentials';
import { type Letter, parseLetter } from '../../server/src/core/language/letter';
import type { ItemFieldRole } from '../../server/src/core/profile/schema';
import { checkLetter } from '../../server/src/core/rules/check';
import { formatLetter } from '../../server/src/core/services/formatting';
import type { Setup } from '../../server/src/core/setup';
import { type ExpectedLetter, expectedLetter } from './corpus';

/* What an imported letter must have in common with its source. */

/** White space aside; hyphens too, which a break may have added. */
const bare = (text: string | undefined) => (text ?? '').replace(/[\s-]+/g, '');

/** How often each word stands in a text: in lower case, hyphens and the white space around them and slashes aside. */
export function wordsOf(text: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  const joined = text
    .toLowerCase()
    .replace(/\s*-\s*/g, '')
    .replace(/\s*\/\s*/g, '/');
  for (const word of joined.split(/\s+/)) if (/[\p{L}\p{N}]/u.test(word)) words.set(word, (words.get(word) ?? 0) + 1);
  return words;
}

export function missingWords(source: string, result: string): string[] {
  const found = wordsOf(result);
  return [...wordsOf(source)].filter(([word, count]) => (found.get(word) ?? 0) < count).map(([word]) => word);
}

/** Errors and warnings, each with the item it stands in, from 1. */
export function graveFindings(letter: Letter, setup: Setup): string[] {
  return checkLetter(letter, setup)
    .filter(({ severity }) => severity === 'error' || severity === 'warning')
    .map(({ rule, span }) => `${letter.items.filter(item => item.start <= span.start).length} ${rule}`)
    .sort();
}

/** Asserts all of it but for the items: returns how many of those that are expected came out as such. */
export function assertImported(text: string, source: string, setup: Setup, expected: ExpectedLetter | null): number {
  const imported = importLetter(text, setup);
  const letter = parseLetter(imported.text, setup.profile);
  assert.equal(imported.notALetter, false);
  assert.deepEqual(imported.unplaced, []);
  assert.deepEqual(imported.leftOut, []);
  assert.deepEqual(formatLetter(letter, { wrap: 'join' }), [], 'it is in form');
  assert.deepEqual(missingWords(source, imported.text), []);
  assert.deepEqual(graveFindings(letter, setup), graveFindings(parseLetter(source, setup.profile), setup));
  if (!expected) return 0;
  const header = Object.fromEntries(letter.header.part.fields.map(f => [f.printed, f.text.text]));
  assert.deepEqual(header, expected.header);
  for (const role of ['licensure', 'specialty'] as const) {
    const values = credentialsOf(letter)
      .filter(c => c.role === role)
      .map(c => c.value);
    assert.deepEqual(values, expected.credentials[role]);
  }
  assert.equal(letter.items.length, expected.items.length);
  return expected.items.filter((item, index) => {
    const part = letter.items[index]?.part;
    const field = (role: ItemFieldRole) => bare(part?.fields.find(f => f.definition.role === role)?.text.text);
    return (
      bare(part?.title.text.text) === bare(item.title) &&
      part?.title.decision?.word === item.decision &&
      (['claimsGuideline', 'reviewerGuideline', 'rationale'] as const).every(role => field(role) === bare(item[role]))
    );
  }).length;
}

export function expectedItems(ids: readonly string[]): number {
  return ids.reduce((sum, id) => sum + expectedLetter(id).items.length, 0);
}
