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

interface Word extends Span {
  readonly lower: string;
}

const TITLES = new Set('mr mrs ms mx miss dr prof md do dc dpm phd psyd dds dmd jr sr ii iii iv'.split(' '));
/** A last name alone counts from this length. */
const LEAST_LETTERS = 4;

/** Null where nothing is listed. */
export function compileNames(names: ListedNames): NameList | null {
  const byFirst = new Map<string, Entry[]>();
  for (const role of nameRoles) {
    for (const name of names[role] ?? []) for (const entry of entriesOf(name, role)) add(byFirst, entry);
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);
  return byFirst.size === 0 ? null : { namesIn: text => namesIn(text, byFirst) };
}

function add(byFirst: Map<string, Entry[]>, entry: Entry): void {
  const first = entry.words[0] ?? '';
  byFirst.set(first, [...(byFirst.get(first) ?? []), entry]);
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
  const whole = pieces.flatMap(piece => wordsOf(piece).map(({ lower }) => lower)).filter(word => word.length > 1);
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

function namesIn(text: string, byFirst: ReadonlyMap<string, readonly Entry[]>): ListedName[] {
  const words = wordsOf(text);
  const found: ListedName[] = [];
  for (let at = 0; at < words.length; at++) {
    for (const entry of byFirst.get((words[at] as Word).lower) ?? []) {
      const last = lastWord(words, at, entry);
      const start = (words[at] as Word).start;
      if (last === null || (entry.needsCapital && !/^\p{Lu}/u.test(text.slice(start, start + 2)))) continue;
      found.push({ start, end: (words[last] as Word).end, role: entry.role });
      at = last;
      break;
    }
  }
  return found;
}

/** The index of the last word of the entry, begun at `at`; null if the words there are others. */
function lastWord(words: readonly Word[], at: number, entry: Entry): number | null {
  let next = at;
  for (const [index, wanted] of entry.words.entries()) {
    const isInitial = entry.isPerson && index > 0 && words[next]?.lower.length === 1;
    if (isInitial && words[next]?.lower !== wanted) next++;
    if (words[next]?.lower !== wanted) return null;
    next++;
  }
  return next - 1;
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
