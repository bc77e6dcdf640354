import { t } from '../words/translate';
import type { Vocabulary } from './schema';

/** Entries of a vocabulary, or of one file of it. */
export type VocabularyLists = { readonly [List in keyof Vocabulary]?: Vocabulary[List] | undefined };

export interface VocabularyProblem {
  readonly list: keyof Vocabulary;
  /** Of the entry at fault in its list. */
  readonly index: number;
  readonly id: string;
  readonly field: string;
  readonly message: string;
}

/**
 * What the schema of one file cannot see: references to entries that `known` does not have, and a part that contains
 * itself there. `known` is the vocabulary that the entries are part of.
 */
export function vocabularyProblems(entries: VocabularyLists, known: Vocabulary): VocabularyProblem[] {
  const problems: VocabularyProblem[] = [];
  const parts = idsOf(known.bodyParts);
  const sides = idsOf(known.sides);
  const drugs = idsOf(known.drugs);
  const drugClasses = idsOf(known.drugClasses);
  const serviceClasses = idsOf(known.serviceClasses);

  function expectKnown(entry: Place, field: string, ids: Set<string>, values: Values): void {
    for (const value of [values ?? []].flat()) {
      if (!ids.has(value))
        problems.push({ ...entry, field, message: t('There is no entry with the id "{0}".', value) });
    }
  }

  entries.bodyParts?.forEach(({ id, parent, also, nerves }, index) => {
    const place: Place = { list: 'bodyParts', index, id };
    expectKnown(place, 'parent', parts, parent);
    expectKnown(place, 'also', parts, also);
    expectKnown(place, 'nerves', parts, nerves);
  });
  entries.drugClasses?.forEach(({ id, parent }, index) => {
    expectKnown({ list: 'drugClasses', index, id }, 'parent', drugClasses, parent);
  });
  entries.drugs?.forEach(({ id, classes, ingredients }, index) => {
    const place: Place = { list: 'drugs', index, id };
    expectKnown(place, 'classes', drugClasses, classes);
    expectKnown(place, 'ingredients', drugs, ingredients);
  });
  entries.services?.forEach((service, index) => {
    const place: Place = { list: 'services', index, id: service.id };
    expectKnown(place, 'class', serviceClasses, service.class);
    expectKnown(place, 'region', parts, service.region);
    expectKnown(place, 'about', parts, service.about);
  });
  entries.sides?.forEach(({ id, covers }, index) => {
    expectKnown({ list: 'sides', index, id }, 'covers', sides, covers);
  });
  for (const list of ['bodyParts', 'drugClasses'] as const) {
    const cyclic = cyclicIds(known[list]);
    entries[list]?.forEach((entry: Nested, index) => {
      const field = entry.parent !== undefined ? 'parent' : entry.also !== undefined ? 'also' : null;
      if (field === null || !cyclic.has(entry.id)) return;
      problems.push({
        list,
        index,
        id: entry.id,
        field,
        message: t('The entry contains itself through those above it.'),
      });
    });
  }
  return problems;
}

type Place = Pick<VocabularyProblem, 'list' | 'index' | 'id'>;
type Values = string | readonly string[] | undefined;

function idsOf(entries: readonly { readonly id: string }[]): Set<string> {
  return new Set(entries.map(entry => entry.id));
}

interface Nested {
  readonly id: string;
  readonly parent?: string | undefined;
  readonly also?: readonly string[] | undefined;
}

function cyclicIds(entries: readonly Nested[]): Set<string> {
  const byId = new Map(entries.map(entry => [entry.id, entry]));
  return new Set([...byId.keys()].filter(id => ancestorsOf(byId, id).has(id)));
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
