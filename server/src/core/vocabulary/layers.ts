import { t } from '../words/translate';
import { entryName, extendVocabulary, type VocabularyEntry } from './extend';
import { vocabularyProblems } from './problems';
import type { Vocabulary, VocabularyFile } from './schema';

/** A vocabulary file of a workspace. */
export interface LayeredVocabulary {
  /** As a person names the file. */
  readonly origin: string;
  readonly file: VocabularyFile;
}

/** What a file says that cannot stand together with the rest of the vocabulary, or changes it. */
export interface VocabularyClash {
  /**
   * `reference`: it names an entry that there is not. `replaced`: what an entry known before says is said anew.
   * `ambiguous`: a word means another entry already, and now means both.
   */
  readonly kind: 'reference' | 'replaced' | 'ambiguous';
  readonly message: string;
  readonly file: LayeredVocabulary;
  readonly path: readonly (string | number)[];
}

const lists = [
  'bodyParts',
  'sides',
  'drugClasses',
  'drugs',
  'serviceClasses',
  'services',
  'specialties',
  'abbreviations',
] as const;

/** The built-in vocabulary with what the files add to it, one after the other; clashes are told. */
export function layerVocabularies(
  builtIn: Vocabulary,
  files: readonly LayeredVocabulary[],
): {
  readonly vocabulary: Vocabulary;
  readonly clashes: VocabularyClash[];
} {
  const clashes: VocabularyClash[] = [];
  let vocabulary = builtIn;
  for (const file of files) {
    const before = vocabulary;
    vocabulary = extendVocabulary(before, file.file);
    clashes.push(...replacements(file, before), ...ambiguities(file, vocabulary));
  }
  return { vocabulary, clashes: [...files.flatMap(file => references(file, vocabulary)), ...clashes] };
}

function references(file: LayeredVocabulary, vocabulary: Vocabulary): VocabularyClash[] {
  return vocabularyProblems(file.file, vocabulary).map(({ list, index, field, message }) => ({
    kind: 'reference',
    message,
    file,
    path: [list, index, field],
  }));
}

/** Fields of entries known before that are no lists of words, and say something else now. */
function replacements(file: LayeredVocabulary, before: Vocabulary): VocabularyClash[] {
  return lists.flatMap(list => {
    const known = new Map(before[list].map(entry => [entryName(entry), entry]));
    return entriesOf(file, list).flatMap((entry, index) => {
      const old = known.get(entryName(entry)) as Readonly<Record<string, unknown>> | undefined;
      const changed = Object.entries(entry).filter(([field, value]) => {
        const said = old?.[field];
        return said !== undefined && !Array.isArray(value) && said !== value;
      });
      return changed.map(
        ([field]): VocabularyClash => ({
          kind: 'replaced',
          message: t(
            '"{0}" is known already, with {1} "{2}", which this replaces.',
            entryName(entry),
            field,
            String(old?.[field]),
          ),
          file,
          path: [list, index, field],
        }),
      );
    });
  });
}

/** Lists whose words are looked for together, so that one word should mean one entry. */
const kinds: readonly (readonly (typeof lists)[number][])[] = [
  ['bodyParts'],
  ['drugClasses', 'drugs'],
  ['services'],
  ['specialties'],
];

const wordFields = ['generic', 'terms', 'exact', 'synonyms', 'brands', 'diagnoses', 'practitioners', 'adjacent'];

/** Words of the file that another entry of the same kind has too. */
function ambiguities(file: LayeredVocabulary, vocabulary: Vocabulary): VocabularyClash[] {
  return kinds.flatMap(kind => {
    const added = kind.flatMap(list =>
      entriesOf(file, list).flatMap((entry, index) => wordsOf(entry).map(word => ({ ...word, entry, list, index }))),
    );
    if (added.length === 0) return [];
    const owners = ownersOf(kind.flatMap((list): readonly VocabularyEntry[] => vocabulary[list]));
    return added.flatMap(({ word, path, entry, list, index }) => {
      const other = owners.get(word.toLowerCase())?.find(name => name !== entryName(entry));
      if (other === undefined) return [];
      const message = t(
        '"{0}" is a word for "{1}" already, and will mean both. If it shall not mean that one, add it under "not" of "{1}" in this file.',
        word,
        other,
      );
      return [{ kind: 'ambiguous' as const, message, file, path: [list, index, ...path] }];
    });
  });
}

/** The names of the entries that a word, in lower case, means. */
function ownersOf(entries: readonly VocabularyEntry[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const entry of entries) {
    const not = new Set('not' in entry ? entry.not : []);
    for (const { word } of wordsOf(entry)) {
      if (not.has(word)) continue;
      const key = word.toLowerCase();
      const names = owners.get(key) ?? [];
      if (!names.includes(entryName(entry))) owners.set(key, [...names, entryName(entry)]);
    }
  }
  return owners;
}

function wordsOf(entry: VocabularyEntry): { readonly word: string; readonly path: readonly (string | number)[] }[] {
  const fields = entry as Readonly<Record<string, unknown>>;
  return wordFields.flatMap(field => {
    const value = fields[field];
    if (typeof value === 'string') return [{ word: value, path: [field] }];
    if (!Array.isArray(value)) return [];
    return (value as readonly string[]).map((word, index) => ({ word, path: [field, index] }));
  });
}

function entriesOf({ file }: LayeredVocabulary, list: (typeof lists)[number]): readonly VocabularyEntry[] {
  return file[list] ?? [];
}
