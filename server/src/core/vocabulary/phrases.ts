import { anyNumber, firstWords, isNumber, singularsOf, spellings, writtenWords } from './spellings';
import { Gap, isDigit, type Tokens } from './tokens';

interface Node<T> {
  next: Map<string, Node<T>> | null;
  values: T[];
  /** Of abbreviations, each with its words exactly as they must be written. */
  exact: { readonly value: T; readonly written: readonly string[] }[] | null;
  /** True where the phrase is known to mean something else. */
  isBlocked: boolean;
}

interface Phrase<T> {
  readonly text: string;
  readonly kind: 'any' | 'exact' | 'blocked';
  readonly value: T;
}

/** All phrases that begin with one word. Made into a tree when a text first has the word: most are never asked for. */
interface Start<T> {
  readonly word: string;
  readonly phrases: Phrase<T>[];
  tree: Node<T> | null;
}

export interface PhraseMatch<T> {
  /** Index of the phrase's last word. */
  readonly last: number;
  /** Empty for a phrase that means something else. */
  readonly values: readonly T[];
}

/** Phrases of words, found in one pass; the cost of a step does not depend on how many there are. */
export class PhraseIndex<T> {
  private readonly starts = new Map<string, Start<T>>();

  /** Adds a phrase in every way it can be written. */
  add(text: string, value: T): void {
    this.register({ text, kind: 'any', value });
  }

  /** Adds a phrase that counts only in exactly these letters. */
  addExact(text: string, value: T): void {
    this.register({ text, kind: 'exact', value });
  }

  /** Adds a phrase that is passed over as a whole, unless another entry has it as a term; a longer phrase still counts. */
  block(text: string, value: T): void {
    this.register({ text, kind: 'blocked', value });
  }

  /** The longest phrase whose first word is the one with this index. */
  longestAt(tokens: Tokens, first: number): PhraseMatch<T> | null {
    let node = this.treeOf(tokens.words[first] ?? '');
    let last = -1;
    let values: readonly T[] = [];
    for (let index = first; node; ) {
      const here = node.exact ? valuesAt(node, tokens, first, index) : node.values;
      if (here.length > 0 || node.isBlocked) {
        last = index;
        values = here;
      }
      index++;
      node = node.next && tokens.gaps[index] === Gap.join ? step(node.next, tokens.words[index] ?? '') : undefined;
    }
    return last < 0 ? null : { last, values };
  }

  private register(phrase: Phrase<T>): void {
    for (const word of firstWords(phrase.text)) {
      const start = this.starts.get(word);
      if (start) start.phrases.push(phrase);
      else this.starts.set(word, { word, phrases: [phrase], tree: null });
    }
  }

  private treeOf(word: string): Node<T> | undefined {
    const start = step(this.starts, word);
    if (!start) return undefined;
    start.tree ??= treeOf(start);
    return start.tree;
  }
}

function newNode<T>(): Node<T> {
  return { next: null, values: [], exact: null, isBlocked: false };
}

function treeOf<T>({ word, phrases }: Start<T>): Node<T> {
  const root = newNode<T>();
  for (const phrase of phrases) {
    for (const words of spellings(phrase.text)) if (words[0] === word) insert(root, words, phrase);
  }
  return root;
}

function insert<T>(root: Node<T>, words: readonly string[], { text, kind, value }: Phrase<T>): void {
  let node = root;
  for (const word of words.slice(1)) {
    node.next ??= new Map();
    let next = node.next.get(word);
    if (!next) {
      next = newNode();
      node.next.set(word, next);
    }
    node = next;
  }
  if (kind === 'blocked') node.isBlocked = true;
  else if (kind === 'any') {
    if (!node.values.includes(value)) node.values.push(value);
  } else {
    node.exact ??= [];
    node.exact.push({ value, written: writtenWords(text) });
  }
}

function valuesAt<T>(node: Node<T>, tokens: Tokens, first: number, last: number): readonly T[] {
  const abbreviated = (node.exact ?? []).filter(({ written }) => isWritten(tokens, written, first, last));
  return [...node.values, ...abbreviated.map(({ value }) => value)];
}

function isWritten({ text, starts, ends }: Tokens, written: readonly string[], first: number, last: number): boolean {
  return (
    written.length === last - first + 1 &&
    written.every((word, i) => text.slice(starts[first + i], ends[first + i]) === word)
  );
}

/** What the word leads to: as it stands, as a number, or in the singular. */
function step<V>(next: ReadonlyMap<string, V>, word: string): V | undefined {
  const same = next.get(word);
  if (same || word.length === 0) return same;
  if (isDigit(word.charCodeAt(0))) return isNumber(word) ? next.get(anyNumber) : undefined;
  for (const singular of singularsOf(word)) {
    const found = next.get(singular);
    if (found) return found;
  }
  return undefined;
}
