import { lowerCase } from '../text/lowerCase';
import type { Span } from '../text/span';
import { isWordCharacter } from '../text/words';

/** Whose names a list holds. */
export const nameRoles = ['workers', 'physicians', 'employers', 'others'] as const;
export type NameRole = (typeof nameRoles)[number];

/** Names that a workspace keeps out of its letters. They are never written anywhere. */
export type ListedNames = Readonly<Partial<Record<NameRole, readonly string[] | undefined>>>;

/** A listed name in a text. */
export interface ListedName extends Span {
  readonly role: NameRole;
}

/** Finds the names of a list. */
export interface NameList {
  /** Every occurrence in order, the longest where several begin alike. Linear in the text. */
  namesIn(text: string): readonly ListedName[];
}

interface Entry {
  /** In lower case. */
  readonly words: readonly string[];
  readonly role: NameRole;
  /** Counts only where it is written with a capital: a last name may be an ordinary word. */
  readonly needsCapital: boolean;
  /** An initial may stand between two of its words. */
  readonly isPerson: boolean;
}

/** Names by their words: one word of a text leads from a node to the next. */
interface Node {
  readonly next: Map<string, Node>;
  readonly entries: Entry[];
}

interface Word extends Span {
  readonly lower: string;
}

const TITLES = new Set('mr mrs ms mx miss dr prof md do dc dpm phd psyd dds dmd jr sr ii iii iv'.split(' '));
const INITIAL = /^\p{L}\.?$/u;
/** A last name alone counts from this length. */
const LEAST_LETTERS = 4;
const MOST_INITIALS = 2;

/** Null where nothing is listed. */
export function compileNames(names: ListedNames): NameList | null {
  const root: Node = { next: new Map(), entries: [] };
  for (const role of nameRoles) {
    for (const name of names[role] ?? []) for (const entry of entriesOf(name, role)) add(root, entry);
  }
  return root.next.size === 0 ? null : { namesIn: text => namesIn(text, root) };
}

function add(root: Node, entry: Entry): void {
  let node = root;
  for (const word of entry.words) {
    let next = node.next.get(word);
    if (!next) {
      next = { next: new Map(), entries: [] };
      node.next.set(word, next);
    }
    node = next;
  }
  node.entries.push(entry);
}

/** The name as it stands; of a person also "Last, First" and the last name alone. */
function entriesOf(name: string, role: NameRole): Entry[] {
  if (role === 'employers' || role === 'others') {
    const words = wordsOf(name).map(({ lower }) => lower);
    return words.length > 0 ? [{ words, role, needsCapital: false, isPerson: false }] : [];
  }
  const [before = '', behind = ''] = name.split(',', 2);
  const isLastFirst = behind.trim() !== '' && !isTitle(behind);
  const pieces = (isLastFirst ? `${behind} ${before}` : before).split(/\s+/).filter(piece => piece && !isTitle(piece));
  const whole = pieces.filter(piece => !INITIAL.test(piece)).flatMap(piece => wordsOf(piece).map(({ lower }) => lower));
  const last = wordsOf(pieces.at(-1) ?? '').map(({ lower }) => lower);
  if (whole.length === 0) return [];
  const entry = (words: readonly string[]) => ({ words, role, needsCapital: false, isPerson: true });
  if (whole.length === last.length) return [{ ...entry(whole), needsCapital: true }];
  const entries: Entry[] = [entry(whole), entry([...last, ...whole.slice(0, -last.length)])];
  if (last.join('').length >= LEAST_LETTERS) entries.push({ ...entry(last), needsCapital: true });
  return entries;
}

function isTitle(piece: string): boolean {
  return TITLES.has(piece.replace(/[.\s]/g, '').toLowerCase());
}

function namesIn(text: string, root: Node): ListedName[] {
  const words = wordsOf(text);
  const found: ListedName[] = [];
  for (let at = 0; at < words.length; at++) {
    const name = longestAt(words, at, root, text);
    if (!name) continue;
    const { start } = words[at] as Word;
    found.push({ start, end: (words[name.last] as Word).end, role: name.role });
    at = name.last;
  }
  return found;
}

/** The longest name that begins with the word at `at`, with the index of its last word. */
function longestAt(
  words: readonly Word[],
  at: number,
  root: Node,
  text: string,
): { last: number; role: NameRole } | null {
  const { start } = words[at] as Word;
  const hasCapital = /^\p{Lu}/u.test(text.slice(start, start + 2));
  let node = root;
  let initials = 0;
  let longest: { last: number; role: NameRole } | null = null;
  for (let index = at; index < words.length; index++) {
    const { lower } = words[index] as Word;
    const next = node.next.get(lower);
    if (next) {
      node = next;
      const entry = node.entries.find(one => (hasCapital || !one.needsCapital) && (initials === 0 || one.isPerson));
      if (entry) longest = { last: index, role: entry.role };
    } else if (index === at || lower.length > 1 || ++initials > MOST_INITIALS) break;
  }
  return longest;
}

function wordsOf(text: string): Word[] {
  const lower = lowerCase(text);
  const words: Word[] = [];
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    const isWord = i < text.length && isWordCharacter(text.charCodeAt(i));
    if (isWord && start < 0) start = i;
    if (isWord || start < 0) continue;
    words.push({ start, end: i, lower: lower.slice(start, i) });
    start = -1;
  }
  return words;
}
