import type { Vocabulary } from './schema';

export interface VocabularyProblem {
  readonly list: keyof Vocabulary;
  /** Of the entry at fault. */
  readonly id: string;
  readonly field: string;
  readonly message: string;
}

/** What the schema of one file cannot see: references to entries that do not exist, and a part that contains itself. */
export function vocabularyProblems(vocabulary: Vocabulary): VocabularyProblem[] {
  const problems: VocabularyProblem[] = [];
  const parts = idsOf(vocabulary.bodyParts);
  const drugs = idsOf(vocabulary.drugs);
  const drugClasses = idsOf(vocabulary.drugClasses);
  const serviceClasses = idsOf(vocabulary.serviceClasses);

  function expectKnown(list: keyof Vocabulary, id: string, field: string, known: Set<string>, values: Values): void {
    for (const value of [values ?? []].flat()) {
      if (!known.has(value)) problems.push({ list, id, field, message: `There is no entry with the id "${value}".` });
    }
  }

  for (const part of vocabulary.bodyParts) {
    expectKnown('bodyParts', part.id, 'parent', parts, part.parent);
    expectKnown('bodyParts', part.id, 'also', parts, part.also);
    expectKnown('bodyParts', part.id, 'nerves', parts, part.nerves);
  }
  for (const entry of vocabulary.drugClasses) {
    expectKnown('drugClasses', entry.id, 'parent', drugClasses, entry.parent);
  }
  for (const drug of vocabulary.drugs) {
    expectKnown('drugs', drug.id, 'classes', drugClasses, drug.classes);
    expectKnown('drugs', drug.id, 'ingredients', drugs, drug.ingredients);
  }
  for (const service of vocabulary.services) {
    expectKnown('services', service.id, 'class', serviceClasses, service.class);
    expectKnown('services', service.id, 'region', parts, service.region);
  }
  for (const list of ['bodyParts', 'drugClasses'] as const) {
    for (const id of cyclic(vocabulary[list])) {
      problems.push({ list, id, field: 'parent', message: 'The entry contains itself through its parents.' });
    }
  }
  return problems;
}

type Values = string | readonly string[] | undefined;

function idsOf(entries: readonly { readonly id: string }[]): Set<string> {
  return new Set(entries.map(entry => entry.id));
}

interface Nested {
  readonly id: string;
  readonly parent?: string | undefined;
  readonly also?: readonly string[] | undefined;
}

function cyclic(entries: readonly Nested[]): string[] {
  const byId = new Map(entries.map(entry => [entry.id, entry]));
  return entries.filter(({ id }) => ancestorsOf(byId, id).has(id)).map(entry => entry.id);
}

/** Ids of all entries above, the entry's own only if it contains itself. */
export function ancestorsOf(byId: ReadonlyMap<string, Nested>, id: string): Set<string> {
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const entry = byId.get(next);
    for (const above of [...(entry?.also ?? []), ...(entry?.parent ? [entry.parent] : [])]) {
      if (found.has(above)) continue;
      found.add(above);
      open.push(above);
    }
  }
  return found;
}
