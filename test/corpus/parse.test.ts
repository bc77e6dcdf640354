import assert from 'node:assert/strict';
import { credentialsOf } from '../../server/src/core/language/credentials';
import { type Letter, parseLetter } from '../../server/src/core/language/letter';
import { builtInProfiles } from '../../server/src/core/profile/builtIn';
import { compileProfile } from '../../server/src/core/profile/compiled';
import type { ItemFieldRole, Profile } from '../../server/src/core/profile/schema';
import { corpusIds, corpusText, describeCorpus, expectedLetter, seedText, shapes } from './corpus';

const profile = compileProfile(builtInProfiles.find(p => p.id === 'ca-imr') as Profile);

const bare = (text: string | undefined) => (text ?? '').replace(/\s+/g, '');

function itemsOf(letter: Letter) {
  return letter.items.map(({ part }) => {
    const field = (role: ItemFieldRole) => bare(part.fields.find(f => f.definition.role === role)?.text.text);
    return {
      title: bare(part.title.text.text),
      decision: part.title.decision?.word,
      claimsGuideline: field('claimsGuideline'),
      reviewerGuideline: field('reviewerGuideline'),
      rationale: field('rationale'),
    };
  });
}

describeCorpus('posted letters parse', () => {
  for (const shape of shapes) {
    for (const id of corpusIds()) {
      it(`${id}, ${shape}`, () => {
        const text = corpusText(id, shape);
        const expected = expectedLetter(id);
        const letter = parseLetter(text, profile);
        assert.equal(letter.parts.map(p => p.part.text).join(''), text);
        assert.deepEqual(
          itemsOf(letter),
          expected.items.map(item => ({
            title: bare(item.title),
            decision: item.decision,
            claimsGuideline: bare(item.claimsGuideline),
            reviewerGuideline: bare(item.reviewerGuideline),
            rationale: bare(item.rationale),
          })),
        );
        const header = Object.fromEntries(letter.header.part.fields.map(f => [f.printed, f.text.text]));
        assert.deepEqual(header, { ...header, ...expected.header });
        assert.equal(Object.keys(header).length, Object.keys(expected.header).length);
        const credentials = credentialsOf(letter);
        for (const role of ['licensure', 'specialty'] as const) {
          assert.deepEqual(
            credentials.filter(c => c.role === role).map(c => c.value),
            expected.credentials[role],
          );
        }
        assert.deepEqual(
          letter.sections.map(s => s.part.sectionKind),
          ['how-made', 'summary', 'issues'],
        );
      });
    }
  }

  it('the seed of 2014 has five items with every field and credentials in prose', () => {
    const letter = parseLetter(seedText('000'), profile);
    assert.equal(letter.items.length, 5);
    for (const item of itemsOf(letter)) assert.ok(Object.values(item).every(Boolean), JSON.stringify(item));
    assert.deepEqual(
      credentialsOf(letter).map(c => c.value),
      ['New Jersey', 'Family Medicine'],
    );
  });

  it('the seed of 2015 has one item with every field', () => {
    const letter = parseLetter(seedText('002'), profile);
    assert.equal(letter.items.length, 1);
    for (const item of itemsOf(letter)) assert.ok(Object.values(item).every(Boolean), JSON.stringify(item));
    assert.equal(credentialsOf(letter).length, 3);
  });
});
