import type { LevelRange } from './levels';
import { PhraseIndex } from './phrases';
import { ancestorsOf } from './problems';
import type { Abbreviation, BodyPart, MedicalSpecialty, Service, Side, Vocabulary } from './schema';

export interface BodyPartWord {
  readonly part: BodyPart;
  readonly basis: 'name' | 'diagnosis' | 'level';
}

export type DrugWord = { readonly kind: 'drug' | 'drugClass'; readonly id: string };

export type SpecialtyWord = { readonly kind: 'specialty' | 'practitioner'; readonly id: string };

export interface SideWord {
  readonly side: Side;
  /** True for a word that counts only directly at the body part. */
  readonly isAdjacent: boolean;
  /** True for an abbreviation. */
  readonly isExact: boolean;
}

/** A vocabulary made ready for finding; each part of it when it is first asked for. */
export class CompiledVocabulary {
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  readonly bodyParts = lazy(() => indexBodyParts(this.vocabulary.bodyParts));
  readonly levels = lazy(() => levelRanges(this.vocabulary.bodyParts));
  readonly drugs = lazy(() => indexDrugs(this.vocabulary));
  readonly services = lazy(() => indexServices(this.vocabulary.services));
  readonly sides = lazy(() => indexSides(this.vocabulary.sides));
  readonly specialties = lazy(() => indexSpecialties(this.vocabulary.specialties));
  /** By their letters. */
  readonly abbreviations = lazy<ReadonlyMap<string, Abbreviation>>(
    () => new Map(this.vocabulary.abbreviations.map(entry => [entry.short, entry])),
  );
  readonly bodyPartById = lazy(() => byId(this.vocabulary.bodyParts));
  readonly drugById = lazy(() => byId(this.vocabulary.drugs));
  readonly drugClassById = lazy(() => byId(this.vocabulary.drugClasses));
  readonly serviceById = lazy(() => byId(this.vocabulary.services));
  readonly serviceClassById = lazy(() => byId(this.vocabulary.serviceClasses));
  /** Of a body part: the ids of all that it is counted to, its own among them. */
  readonly within = lazy<ReadonlyMap<string, ReadonlySet<string>>>(() => {
    const parts = this.bodyPartById();
    return new Map([...parts.keys()].map(id => [id, ancestorsOf(parts, id).add(id)]));
  });
}

function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

const compiledOf = new WeakMap<Vocabulary, CompiledVocabulary>();

/** Kept for as long as the vocabulary lives. */
export function compiled(vocabulary: Vocabulary): CompiledVocabulary {
  let result = compiledOf.get(vocabulary);
  if (!result) {
    result = new CompiledVocabulary(vocabulary);
    compiledOf.set(vocabulary, result);
  }
  return result;
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map(entry => [entry.id, entry]));
}

interface Words {
  readonly terms?: readonly string[] | undefined;
  readonly exact?: readonly string[] | undefined;
  readonly not?: readonly string[] | undefined;
}

function addWords<T>(index: PhraseIndex<T>, words: Words, value: T, exactValue: T = value): void {
  const not = new Set(words.not);
  for (const term of words.terms ?? []) if (!not.has(term)) index.add(term, value);
  for (const term of words.exact ?? []) if (!not.has(term)) index.addExact(term, exactValue);
  for (const phrase of not) index.block(phrase, value);
}

function indexBodyParts(parts: readonly BodyPart[]): PhraseIndex<BodyPartWord> {
  const index = new PhraseIndex<BodyPartWord>();
  for (const part of parts) {
    addWords(index, part, { part, basis: 'name' });
    addWords(index, { terms: part.diagnoses, not: part.not }, { part, basis: 'diagnosis' });
  }
  return index;
}

function levelRanges(parts: readonly BodyPart[]): Map<string, LevelRange<BodyPartWord>[]> {
  const ranges = new Map<string, LevelRange<BodyPartWord>[]>();
  for (const part of parts) {
    const value = { part, basis: 'level' as const };
    for (const { letter, first, last } of part.levels ?? []) {
      const key = letter.toLowerCase();
      ranges.set(key, [...(ranges.get(key) ?? []), { first, last, value }]);
    }
  }
  return ranges;
}

function indexDrugs({ drugs, drugClasses }: Vocabulary): PhraseIndex<DrugWord> {
  const index = new PhraseIndex<DrugWord>();
  for (const entry of drugClasses) addWords(index, entry, { kind: 'drugClass', id: entry.id });
  for (const drug of drugs) {
    const terms = [drug.generic, ...(drug.synonyms ?? []), ...(drug.brands ?? [])];
    addWords(index, { terms, exact: drug.exact, not: drug.not }, { kind: 'drug', id: drug.id });
  }
  return index;
}

function indexServices(services: readonly Service[]): PhraseIndex<Service> {
  const index = new PhraseIndex<Service>();
  for (const service of services) addWords(index, service, service);
  return index;
}

function indexSpecialties(specialties: readonly MedicalSpecialty[]): PhraseIndex<SpecialtyWord> {
  const index = new PhraseIndex<SpecialtyWord>();
  for (const { id, terms, exact, not, practitioners } of specialties) {
    addWords(index, { terms, exact, not }, { kind: 'specialty', id });
    addWords(index, { terms: practitioners, not }, { kind: 'practitioner', id });
  }
  return index;
}

function indexSides(sides: readonly Side[]): PhraseIndex<SideWord> {
  const index = new PhraseIndex<SideWord>();
  for (const side of sides) {
    const abbreviation = { side, isAdjacent: true, isExact: true };
    addWords(index, side, { side, isAdjacent: false, isExact: false }, abbreviation);
    addWords(index, { terms: side.adjacent, not: side.not }, { side, isAdjacent: true, isExact: false });
  }
  return index;
}
