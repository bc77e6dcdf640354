import { entryToGuideline } from './entry';
import type { Guideline, Layer } from './model';
import { NameIndex } from './nameIndex';
import type { CatalogueFile } from './schema';

/** A catalogue file with the place it comes from: a built-in one has no origin. */
export interface LayeredFile {
  readonly layer: Layer;
  /** Name of the file for messages and links, or null if it is built in. */
  readonly origin: string | null;
  readonly file: CatalogueFile;
}

/** Everything known about the guidelines that letters cite, with the lookups made once. Immutable. */
export interface Catalogue {
  readonly guidelines: readonly Guideline[];
  byId(id: string): Guideline | undefined;
  /**
   * The guidelines of this name (title, alias or printed form; case, spaces and punctuation do not matter), those
   * printed with this year first. With a year that none of them has, all of them.
   */
  named(name: string, year?: number | null): readonly Guideline[];
  /** The guidelines that are this chapter of a family with numbered chapters, the latest edition first. */
  chapter(number: number): readonly Guideline[];
  /** The guidelines with known page windows one of which holds the page, numbered chapters first. */
  holding(page: number): readonly Guideline[];
  /** Whether the guideline was in force on the day (yyyy-mm-dd); null where the catalogue cannot say for certain. */
  inForceAt(guideline: Guideline, day: string): boolean | null;
  /** The edition of the same guideline in force on the day: itself, a successor or a predecessor; null if unknown. */
  editionAt(guideline: Guideline, day: string): Guideline | null;
  /** Names by which guidelines are cited. */
  readonly names: NameIndex<Guideline>;
}

/** Of built-in files those of these ids, in this order. Unknown ids are left out. */
export function weakestLayer(files: readonly CatalogueFile[], ids: readonly string[]): LayeredFile[] {
  return ids.flatMap(id =>
    files.filter(file => file.id === id).map(file => ({ layer: 'built-in' as const, origin: null, file })),
  );
}

/** Files are given weakest first; of two guidelines with one id the later stands. */
export function createCatalogue(files: readonly LayeredFile[]): Catalogue {
  const byId = new Map<string, Guideline>();
  for (const { file, layer, origin } of files) {
    const entries = new Map(file.guidelines.map(entry => [entry.id, entry]));
    for (const entry of file.guidelines) byId.set(entry.id, entryToGuideline(entry, entries, file, layer, origin));
  }
  return new IndexedCatalogue(byId);
}

class IndexedCatalogue implements Catalogue {
  readonly guidelines: readonly Guideline[];
  readonly names = new NameIndex<Guideline>();
  private readonly chapters = new Map<number, Guideline[]>();
  private readonly paged: readonly Guideline[];
  private readonly predecessors = new Map<string, Guideline[]>();

  constructor(private readonly ids: ReadonlyMap<string, Guideline>) {
    this.guidelines = [...ids.values()];
    for (const guideline of this.guidelines) {
      for (const cited of guideline.citedAs) if (!cited.section) this.names.add(cited.title, guideline);
      for (const name of [guideline.title, ...guideline.aliases]) this.names.add(name, guideline);
      if (guideline.chapter !== null) push(this.chapters, guideline.chapter, guideline);
      if (guideline.supersededBy !== null) push(this.predecessors, guideline.supersededBy, guideline);
    }
    for (const editions of this.chapters.values()) editions.sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
    this.paged = this.guidelines
      .filter(guideline => guideline.pages !== null)
      .sort((a, b) => Number(a.chapter === null) - Number(b.chapter === null));
  }

  byId(id: string): Guideline | undefined {
    return this.ids.get(id);
  }

  named(name: string, year: number | null = null): readonly Guideline[] {
    const named = this.names.get(name);
    if (year === null || named.length < 2) return named;
    return [...named.filter(g => printsYear(g, year)), ...named.filter(g => !printsYear(g, year))];
  }

  chapter(number: number): readonly Guideline[] {
    return this.chapters.get(number) ?? [];
  }

  holding(page: number): readonly Guideline[] {
    return this.paged.filter(guideline => holdsPage(guideline, page));
  }

  inForceAt(guideline: Guideline, day: string): boolean | null {
    const { from, to, approximate } = guideline.inForce;
    if (from === null && to === null) return null;
    if ((from === null || from <= day) && (to === null || day < to)) return true;
    return approximate ? null : false;
  }

  editionAt(guideline: Guideline, day: string): Guideline | null {
    const queue = [guideline];
    const seen = new Set(queue);
    for (const edition of queue) {
      if (edition.status !== 'proposed' && edition.inForce.from !== null && this.inForceAt(edition, day))
        return edition;
      const next = edition.supersededBy === null ? undefined : this.ids.get(edition.supersededBy);
      for (const other of [...(next ? [next] : []), ...(this.predecessors.get(edition.id) ?? [])]) {
        if (!seen.has(other)) queue.push(other);
        seen.add(other);
      }
    }
    return null;
  }
}

/** Whether a citation of the guideline may print this year. */
export function printsYear(guideline: Guideline, year: number): boolean {
  return guideline.citedAs.some(cited => cited.year === year) || guideline.year === year;
}

/** Whether the page lies within the guideline; false too where its pages are not known. */
export function holdsPage(guideline: Guideline, page: number): boolean {
  return guideline.pages?.windows.some(([first, last]) => first <= page && page <= last) ?? false;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
