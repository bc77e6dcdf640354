import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInFiles } from '../../server/src/core/catalogue/builtIn';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import type { Profile } from '../../server/src/core/profile/schema';

/** What belongs to one program is data: none of its words may stand in code, not even in a comment. */
describe('the words of a program', () => {
  const sources = ['server/src', 'client/src']
    .flatMap(filesBelow)
    .map(path => ({ path, text: readFileSync(path, 'utf8') }));

  for (const profile of builtInProfiles) {
    it(`of ${profile.id} stand nowhere in code`, () => {
      assert.ok(sources.length > 50, 'the sources are found');
      const words = wordsOf(profile);
      assert.ok(words.length > 20, 'the words are found');
      const found = sources.flatMap(({ path, text }) =>
        words.filter(word => holds(text, word)).map(word => `${path}: ${word}`),
      );
      assert.deepEqual(found, []);
    });
  }
});

function wordsOf(profile: Profile): string[] {
  const { header, sections, credentials, items, guidelineLine, catalogues } = profile;
  const named = [...header.fields, ...credentials.fields, ...items.fields].flatMap(f => [f.label, ...f.aliases]);
  const words = [
    profile.organisation,
    profile.standard ?? '',
    ...named,
    ...sections.flatMap(s => [s.heading, ...s.aliases]),
    ...items.decisions.map(d => d.word),
    ...(guidelineLine ? [guidelineLine.opening, guidelineLine.other, ...guidelineLine.chapterHeads] : []),
    ...builtInFiles(catalogues).flatMap(({ file }) => file.guidelines.flatMap(g => [g.title, ...(g.aliases ?? [])])),
  ];
  return [...new Set(words.filter(word => word.length > 2))];
}

/** As a word of its own, in the letter case in which the program prints it. */
function holds(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + word.length))) return true;
  }
  return false;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(ts|json)$/.test(name))
    .map(name => join(folder, name));
}
