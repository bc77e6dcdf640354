import { t } from '../words/translate';
import { type Catalogue, createCatalogue, type LayeredFile } from './catalogue';
import { LAYERS } from './model';
import { nameKey } from './nameIndex';
import type { GuidelineEntry } from './schema';

/** Two entries of different files that cannot both stand as they are. */
export interface CatalogueClash {
  /** `replaced`: one id, the stronger layer's guideline stands. `ambiguous`: one printed name and year, two ids. */
  readonly kind: 'replaced' | 'ambiguous';
  readonly message: string;
  /** Where the entry is that causes the clash. */
  readonly file: LayeredFile;
  readonly path: readonly (string | number)[];
  readonly other: LayeredFile;
  readonly id: string;
  readonly otherId: string;
}

/** One catalogue of all files, the built-in ones weakest, then the user's, then the workspace's; clashes are told. */
export function layerCatalogues(files: readonly LayeredFile[]): {
  readonly catalogue: Catalogue;
  readonly clashes: CatalogueClash[];
} {
  const ordered = [...files].sort((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer));
  return { catalogue: createCatalogue(ordered), clashes: ordered.flatMap((_, index) => clashesOf(ordered, index)) };
}

interface Place {
  readonly file: LayeredFile;
  readonly id: string;
}

/** What the file at `index` clashes with among those before it. Built-in files agree: a test holds them to it. */
function clashesOf(files: readonly LayeredFile[], index: number): CatalogueClash[] {
  const file = files[index];
  if (!file || file.layer === 'built-in') return [];
  const ids = new Map<string, Place>();
  const printed = new Map<string, Place>();
  for (const other of files.slice(0, index)) {
    for (const entry of other.file.guidelines) {
      ids.set(entry.id, { file: other, id: entry.id });
      for (const name of printedNames(entry)) printed.set(name, { file: other, id: entry.id });
    }
  }
  return file.file.guidelines.flatMap((entry, at) => {
    const replaced = ids.get(entry.id);
    const path = ['guidelines', at, replaced ? 'id' : 'citedAs'];
    if (replaced) return [clash('replaced', entry, file, replaced, path)];
    const same = printedNames(entry).map(name => printed.get(name));
    const ambiguous = same.find(place => place !== undefined && place.id !== entry.id);
    return ambiguous ? [clash('ambiguous', entry, file, ambiguous, path)] : [];
  });
}

function clash(
  kind: CatalogueClash['kind'],
  entry: GuidelineEntry,
  file: LayeredFile,
  other: Place,
  path: readonly (string | number)[],
): CatalogueClash {
  const where = other.file.origin ?? t('the built-in catalogue');
  const message =
    kind === 'replaced'
      ? t('"{0}" replaces the guideline of the same id in {1}.', entry.id, where)
      : t(
          '"{0}" is cited with the same name and year as "{1}" in {2}: give it another name or year, or use that id to replace it.',
          entry.id,
          other.id,
          where,
        );
  return { kind, message, file, path, other: other.file, id: entry.id, otherId: other.id };
}

function printedNames(entry: GuidelineEntry): string[] {
  return (entry.citedAs ?? [])
    .filter(cited => cited.section === undefined)
    .map(cited => `${nameKey(cited.title)} ${cited.year ?? ''}`);
}
