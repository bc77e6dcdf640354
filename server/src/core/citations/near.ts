import { distance } from 'fastest-levenshtein';
import { nameKey } from '../catalogue/nameIndex';

/**
 * The names closest to `written`, best first: those that differ by a few letters, else those that begin with it or hold
 * all of its words. Compared as names are: without case, spaces and punctuation. At most `limit`.
 */
export function closestNames(written: string, names: Iterable<string>, limit = 3): string[] {
  const key = nameKey(written);
  if (key.length < 3 || key.length > 200) return [];
  const allowed = slipsAllowed(key.length);
  const words = wordsOf(written);
  const found = new Map<string, number>();
  for (const name of names) {
    const other = nameKey(name);
    const score = other === key ? 0 : scoreOf(key, other, allowed, words, name);
    if (score < (found.get(name) ?? Number.POSITIVE_INFINITY)) found.set(name, score);
  }
  return [...found]
    .filter(([, score]) => score < UNLIKE)
    .sort((a, b) => a[1] - b[1] || a[0].length - b[0].length)
    .slice(0, limit)
    .map(([name]) => name);
}

/** Whether the two names differ by no more letters than a slip of the pen explains. */
export function isSlip(written: string, name: string): boolean {
  const a = nameKey(written);
  const b = nameKey(name);
  const allowed = slipsAllowed(b.length);
  return Math.abs(a.length - b.length) <= allowed && distance(a, b) <= allowed;
}

const UNLIKE = 1000;

function scoreOf(key: string, other: string, allowed: number, words: readonly string[], name: string): number {
  if (Math.abs(key.length - other.length) <= allowed) {
    const slips = distance(key, other);
    if (slips <= allowed) return slips;
  }
  if (key.length >= 5 && other.startsWith(key)) return 100 + other.length - key.length;
  const others = wordsOf(name);
  if (words.length > 0 && words.every(word => others.includes(word))) return 200 + others.length - words.length;
  return UNLIKE;
}

function slipsAllowed(length: number): number {
  return length < 5 ? 1 : length < 12 ? 2 : length < 24 ? 3 : 4;
}

function wordsOf(text: string): string[] {
  return text
    .split(/[^A-Za-z0-9]+/)
    .map(word => word.toLowerCase())
    .filter(word => word.length > 2 && word !== 'and');
}
