import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { builtInVocabulary } from '../../server/src/core/vocabulary/builtIn';
import { entryName, type VocabularyEntry } from '../../server/src/core/vocabulary/extend';
import { matchTerms, type TermKind } from '../../server/src/core/vocabulary/matcher';
import { vocabularyProblems } from '../../server/src/core/vocabulary/problems';
import { vocabularyFileSchema } from '../../server/src/core/vocabulary/schema';
import { matchSpecialties } from '../../server/src/core/vocabulary/specialties';

const vocabulary = builtInVocabulary();

interface Worded {
  readonly id: string;
  readonly terms?: readonly string[] | undefined;
  readonly diagnoses?: readonly string[] | undefined;
  readonly exact?: readonly string[] | undefined;
  readonly generic?: string;
  readonly synonyms?: readonly string[] | undefined;
  readonly brands?: readonly string[] | undefined;
  readonly not?: readonly string[] | undefined;
}

const lists: readonly (readonly [TermKind, readonly Worded[]])[] = [
  ['bodyPart', vocabulary.bodyParts],
  ['drug', vocabulary.drugClasses],
  ['drug', vocabulary.drugs],
  ['service', vocabulary.services],
];

function termsOf(entry: Worded): string[] {
  const generic = entry.generic === undefined ? [] : [entry.generic];
  const words = [entry.terms, entry.diagnoses, entry.synonyms, entry.brands].flatMap(list => list ?? []);
  return [...generic, ...words];
}

describe('the built-in vocabulary', () => {
  for (const name of ['body-parts', 'drugs', 'services', 'specialties', 'abbreviations']) {
    it(`${name}.json passes its schema and says where it comes from`, () => {
      const parsed = vocabularyFileSchema.parse(
        JSON.parse(readFileSync(`server/data/vocabulary/${name}.json`, 'utf8')),
      );
      assert.ok(parsed.source);
    });
  }

  it('refers to nothing that does not exist, and no part contains itself', () => {
    assert.deepEqual(vocabularyProblems(vocabulary, vocabulary), []);
  });

  it('gives no id twice', () => {
    for (const list of Object.values(vocabulary) as (readonly VocabularyEntry[])[]) {
      const ids = list.map(entryName);
      assert.deepEqual(
        ids.filter((id, i) => ids.indexOf(id) !== i),
        [],
      );
    }
  });

  it('finds every term of every entry, in any letter case', () => {
    const lost: string[] = [];
    for (const [kind, entries] of lists) {
      for (const entry of entries) {
        for (const term of termsOf(entry)) {
          const text = term.replaceAll('#', '7');
          for (const written of [text, text.toLowerCase(), text.toUpperCase()]) {
            const found = matchTerms(written, vocabulary, [kind]).some(({ id }) => id === entry.id);
            if (!found) lost.push(`${entry.id}: ${written}`);
          }
        }
      }
    }
    assert.deepEqual(lost, []);
  });

  it('finds every specialty and practitioner in any letter case, abbreviations as they are written', () => {
    const wrong: string[] = [];
    for (const { id, terms = [], practitioners = [], exact = [] } of vocabulary.specialties) {
      const finds = (text: string, kind: string) =>
        matchSpecialties(text, vocabulary).some(match => match.id === id && match.kind === kind);
      for (const term of terms) if (!finds(term.toUpperCase(), 'specialty')) wrong.push(term);
      for (const term of exact)
        if (!finds(term, 'specialty') || finds(term.toLowerCase(), 'specialty')) wrong.push(term);
      for (const term of practitioners) if (!finds(`the ${term}s`, 'practitioner')) wrong.push(term);
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(
      matchSpecialties('Seen by an orthopedic surgeon, board certified in Pain Management.', vocabulary).map(
        ({ kind, id, start }) => [kind, id, start],
      ),
      [
        ['practitioner', 'orthopedic-surgery', 11],
        ['specialty', 'pain-medicine', 50],
      ],
    );
  });

  it('finds every abbreviation as it is written, and none in small letters', () => {
    const wrong: string[] = [];
    for (const [kind, entries] of lists) {
      for (const entry of entries) {
        for (const term of entry.exact ?? []) {
          const ids = (text: string) => matchTerms(text, vocabulary, [kind]).map(match => match.id);
          if (!ids(term).includes(entry.id)) wrong.push(`${entry.id}: ${term} is not found`);
          if (ids(term.toLowerCase()).includes(entry.id)) wrong.push(`${entry.id}: ${term} needs not be exact`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('passes over every phrase in which a term means something else', () => {
    const wrong: string[] = [];
    for (const [kind, entries] of lists) {
      for (const entry of entries) {
        for (const phrase of entry.not ?? []) {
          const found = matchTerms(phrase.replaceAll('#', '7'), vocabulary, [kind]).some(({ id }) => id === entry.id);
          if (found) wrong.push(`${entry.id}: ${phrase}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('knows the drugs of the common classes', () => {
    assert.ok(vocabulary.drugs.length >= 250);
    const used = new Set(vocabulary.drugs.flatMap(drug => drug.classes));
    for (const id of [
      'opioid',
      'nsaid',
      'muscle-relaxant',
      'benzodiazepine',
      'anticonvulsant',
      'proton-pump-inhibitor',
      'h2-blocker',
      'topical-analgesic',
      'sedative-hypnotic',
      'triptan',
      'laxative',
      'antiemetic',
      'corticosteroid',
      'hyaluronic-acid',
      'pde5-inhibitor',
      'cannabinoid',
      'stimulant',
      'antipsychotic',
      'medical-food',
    ]) {
      assert.ok(used.has(id), id);
    }
  });
});
