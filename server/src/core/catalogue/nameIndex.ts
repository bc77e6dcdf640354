import { isWordCharacter } from '../text/words';

/**
 * Names found at a place in a text, the longest first. Compared letter by letter without regard to case, spaces and
 * punctuation (`&` reads as `and`), so that a hyphen, a lost space or a curly quote does not hide a name.
 */
export class NameIndex<T> {
  private readonly root: Node<T> = { next: new Map(), values: null };
  private readonly keys = new Map<string, T[]>();

  add(name: string, value: T): void {
    const key = nameKey(name);
    if (key === '') return;
    let node = this.root;
    for (let i = 0; i < key.length; i++) {
      const code = key.charCodeAt(i);
      let next = node.next.get(code);
      if (!next) {
        next = { next: new Map(), values: null };
        node.next.set(code, next);
      }
      node = next;
    }
    if (node.values) {
      if (!node.values.includes(value)) node.values.push(value);
      return;
    }
    node.values = [value];
    this.keys.set(key, node.values);
  }

  /** The values of exactly this name, in the order they were added. */
  get(name: string): readonly T[] {
    return this.keys.get(nameKey(name)) ?? [];
  }

  /** Every name as it is compared, with its values. */
  entries(): Iterable<readonly [key: string, values: readonly T[]]> {
    return this.keys;
  }

  /**
   * The longest name that begins exactly at `start` and ends at the end of a word, or null. `accept` may refuse an end,
   * in which case the next shorter name is tried.
   */
  longestAt(
    text: string,
    start: number,
    limit = text.length,
    accept?: (end: number) => boolean,
  ): { readonly end: number; readonly values: readonly T[] } | null {
    let node = this.root;
    let best: { end: number; values: readonly T[] } | null = null;
    let i = start;
    while (i < limit) {
      const code = text.charCodeAt(i);
      const letter = letterOf(code);
      i++;
      if (letter === SKIP) {
        if (i - 1 === start) return null;
        continue;
      }
      const next = letter === AMPERSAND ? follow(node, 'and') : node.next.get(letter);
      if (!next) break;
      node = next;
      if (node.values && endsWord(text, i, limit)) {
        const end = closingBracket(text, start, i, limit);
        if (!accept || accept(end)) best = { end, values: node.values };
      }
    }
    return best;
  }
}

interface Node<T> {
  readonly next: Map<number, Node<T>>;
  values: T[] | null;
}

const SKIP = -1;
const AMPERSAND = -2;

/** A name as it is compared: letters and digits in lower case, `&` as `and`. */
export function nameKey(name: string): string {
  let key = '';
  for (let i = 0; i < name.length; i++) {
    const letter = letterOf(name.charCodeAt(i));
    if (letter === AMPERSAND) key += 'and';
    else if (letter !== SKIP) key += String.fromCharCode(letter);
  }
  return key;
}

function letterOf(code: number): number {
  if (code >= 97 && code <= 122) return code;
  if (code >= 65 && code <= 90) return code + 32;
  if (code >= 48 && code <= 57) return code;
  if (code === 38) return AMPERSAND;
  // Registered, trade-mark and degree signs say nothing about a name; letters of other scripts do.
  if (code <= 0xbf || code === 0xd7 || code === 0x2122 || !isWordCharacter(code)) return SKIP;
  return String.fromCharCode(code).toLowerCase().charCodeAt(0);
}

function follow<T>(node: Node<T>, letters: string): Node<T> | undefined {
  let at: Node<T> | undefined = node;
  for (let i = 0; i < letters.length && at; i++) at = at.next.get(letters.charCodeAt(i));
  return at;
}

function endsWord(text: string, end: number, limit: number): boolean {
  if (end >= limit) return true;
  const code = text.charCodeAt(end);
  return !isWordCharacter(code) || letterOf(code) === SKIP;
}

/** Takes in the closing bracket of a name that ends in brackets, and a sign such as a trade mark. */
function closingBracket(text: string, start: number, end: number, limit: number): number {
  let at = end;
  while (at < limit && (text.charCodeAt(at) === 0xae || text.charCodeAt(at) === 0x2122)) at++;
  const close = text.charAt(at);
  if (at < limit && (close === ')' || close === ']')) {
    const open = close === ')' ? '(' : '[';
    if (text.slice(start, end).includes(open)) return at + 1;
  }
  return at > end ? at : end;
}
