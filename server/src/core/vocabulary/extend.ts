import type { Vocabulary, VocabularyFile } from './schema';

export const emptyVocabulary: Vocabulary = {
  bodyParts: [],
  sides: [],
  drugClasses: [],
  drugs: [],
  serviceClasses: [],
  services: [],
  specialties: [],
  abbreviations: [],
};

/**
 * A new vocabulary with what the file adds. An entry with a known id (an abbreviation: known letters) adds its words to
 * that entry, and its other fields replace those of the entry; a term repeated under `not` of the same entry is taken out.
 */
export function extendVocabulary(base: Vocabulary, extra: VocabularyFile): Vocabulary {
  return {
    bodyParts: extended(base.bodyParts, extra.bodyParts),
    sides: extended(base.sides, extra.sides),
    drugClasses: extended(base.drugClasses, extra.drugClasses),
    drugs: extended(base.drugs, extra.drugs),
    serviceClasses: extended(base.serviceClasses, extra.serviceClasses),
    services: extended(base.services, extra.services),
    specialties: extended(base.specialties, extra.specialties),
    abbreviations: extended(base.abbreviations, extra.abbreviations),
  };
}

/** Files put together, one after the other. */
export function joinVocabularies(files: readonly VocabularyFile[]): Vocabulary {
  return files.reduce(extendVocabulary, emptyVocabulary);
}

export type VocabularyEntry = Vocabulary[keyof Vocabulary][number];

/** What tells an entry from the others of its list. */
export function entryName(entry: VocabularyEntry): string {
  return 'id' in entry ? entry.id : entry.short;
}

function extended<T extends VocabularyEntry>(base: readonly T[], extra: readonly T[] | undefined): readonly T[] {
  if (!extra || extra.length === 0) return base;
  const byName = new Map(base.map(entry => [entryName(entry), entry]));
  for (const entry of extra) {
    const name = entryName(entry);
    const known = byName.get(name);
    byName.set(name, known ? merged(known, entry) : entry);
  }
  return [...byName.values()];
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
