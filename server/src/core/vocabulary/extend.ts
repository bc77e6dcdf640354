import type { Vocabulary, VocabularyFile } from './schema';

export const emptyVocabulary: Vocabulary = {
  bodyParts: [],
  sides: [],
  drugClasses: [],
  drugs: [],
  serviceClasses: [],
  services: [],
};

/**
 * A new vocabulary with what the file adds. An entry with a known id adds its words to that entry, and its other fields
 * replace those of the entry; a term repeated under `not` of the same entry is taken out.
 */
export function extendVocabulary(base: Vocabulary, extra: VocabularyFile): Vocabulary {
  return {
    bodyParts: extended(base.bodyParts, extra.bodyParts),
    sides: extended(base.sides, extra.sides),
    drugClasses: extended(base.drugClasses, extra.drugClasses),
    drugs: extended(base.drugs, extra.drugs),
    serviceClasses: extended(base.serviceClasses, extra.serviceClasses),
    services: extended(base.services, extra.services),
  };
}

function extended<T extends { readonly id: string }>(
  base: readonly T[],
  extra: readonly T[] | undefined,
): readonly T[] {
  if (!extra || extra.length === 0) return base;
  const byId = new Map(base.map(entry => [entry.id, entry]));
  for (const entry of extra) {
    const known = byId.get(entry.id);
    byId.set(entry.id, known ? merged(known, entry) : entry);
  }
  return [...byId.values()];
}

function merged<T extends object>(base: T, extra: T): T {
  const result = { ...base } as Record<string, unknown>;
  for (const [key, value] of Object.entries(extra)) {
    if (value === undefined) continue;
    const known = result[key];
    result[key] = Array.isArray(known) && Array.isArray(value) ? [...new Set([...known, ...value])] : value;
  }
  return result as T;
}
