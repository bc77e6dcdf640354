import type { ItemEntry, LetterEntry } from './letterEntry';

/** A letter found by its number, or one of its items. */
export interface FoundSymbol<P> {
  readonly kind: 'letter' | 'item';
  readonly uri: string;
  /** The number, or title and decision. */
  readonly name: string;
  /** Of an item: the number of its letter; empty where it has none. */
  readonly container: string;
  readonly place: P;
}

/** A place where a guideline is cited. */
export interface FoundCitation<P> {
  readonly uri: string;
  readonly place: P;
}

/** More letters than this are not kept. */
export const maxLetters = 20_000;

/** What is kept of the letters of a workspace, by their URIs. */
export class LetterIndex<P> {
  private readonly letters = new Map<string, LetterEntry<P>>();

  /** Null forgets the letter. */
  set(uri: string, entry: LetterEntry<P> | null): void {
    if (!entry) this.letters.delete(uri);
    else if (this.letters.has(uri) || this.letters.size < maxLetters) this.letters.set(uri, entry);
  }

  get size(): number {
    return this.letters.size;
  }

  has(uri: string): boolean {
    return this.letters.has(uri);
  }

  uris(): Iterable<string> {
    return this.letters.keys();
  }

  /** Every place where the guideline of this id is cited, letter by letter. */
  citing(guideline: string): readonly FoundCitation<P>[] {
    return [...this.letters].flatMap(([uri, { citations }]) =>
      citations.filter(citation => citation.guideline === guideline).map(({ place }) => ({ uri, place })),
    );
  }

  /** How many letters cite the guideline. */
  lettersCiting(guideline: string): number {
    let count = 0;
    for (const { citations } of this.letters.values()) {
      if (citations.some(citation => citation.guideline === guideline)) count++;
    }
    return count;
  }

  /** The letters and items whose names hold the letters of the query in order, the best `limit` of them. */
  find(query: string, limit: number): readonly FoundSymbol<P>[] {
    const wanted = query.replace(/\s+/g, '').toLowerCase().slice(0, 100);
    const found: { readonly symbol: FoundSymbol<P>; readonly score: number }[] = [];
    const add = (symbol: FoundSymbol<P>) => {
      const score = scoreOf(symbol.name, wanted);
      if (score !== null) found.push({ symbol, score });
    };
    for (const [uri, { caseNumber, items }] of this.letters) {
      const container = caseNumber?.text ?? '';
      if (caseNumber) add({ kind: 'letter', uri, name: container, container: '', place: caseNumber.place });
      for (const item of items) add({ kind: 'item', uri, name: nameOf(item), container, place: item.place });
    }
    return found
      .sort((a, b) => a.score - b.score)
      .slice(0, limit)
      .map(({ symbol }) => symbol);
  }
}

function nameOf<P>({ title, decision }: ItemEntry<P>): string {
  if (title === '') return decision === '' ? '…' : decision;
  return decision === '' ? title : `${title}: ${decision}`;
}

/** The lower the better: it begins the name, it stands in it, its letters do; null if they do not. */
function scoreOf(name: string, wanted: string): number | null {
  const squeezed = name.replace(/\s+/g, '').toLowerCase();
  const at = squeezed.indexOf(wanted);
  if (at >= 0) return at === 0 ? 0 : 1;
  let from = 0;
  for (const letter of wanted) {
    const next = squeezed.indexOf(letter, from);
    if (next < 0) return null;
    from = next + letter.length;
  }
  return 2;
}
