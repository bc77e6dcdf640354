import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Case } from '../property/claims/case';

const WORD = /[\p{L}\p{M}]+|\d+/gu;

/**
 * The case with its words replaced by neutral ones of the same shape, so that it says nothing of the letter it was found
 * in. Words that it needs to fail stay where the project itself has them; null where it needs others.
 */
export function neutral(one: Case, fails: (candidate: Case) => boolean): Case | null {
  const texts = [one.text, ...one.edits.map(edit => edit.text)];
  const words = [...new Set(texts.flatMap(text => text.match(WORD) ?? []))];
  const replaced = new Set(words);
  const made = () => rebuilt(one, text => text.replace(WORD, word => (replaced.has(word) ? shapeOf(word) : word)));
  if (fails(made())) return made();
  replaced.clear();
  for (const word of words) {
    replaced.add(word);
    if (!fails(made())) replaced.delete(word);
  }
  const own = ownWords();
  const kept = words.filter(word => !replaced.has(word) && shapeOf(word) !== word);
  return kept.every(word => own.has(word.toLowerCase())) && fails(made()) ? made() : null;
}

function rebuilt(one: Case, change: (text: string) => string): Case {
  return { ...one, text: change(one.text), edits: one.edits.map(edit => ({ ...edit, text: change(edit.text) })) };
}

function shapeOf(word: string): string {
  return word
    .replace(/\d/g, '1')
    .replace(/\p{Lu}/gu, 'X')
    .replace(/[\p{L}\p{M}]/gu, letter => (letter === 'X' ? 'X' : 'x'));
}

/** Every word of the project's own data, code, examples and fixtures, in lower case. */
function ownWords(): ReadonlySet<string> {
  const words = new Set<string>();
  const pending = ['server/data', 'server/src', 'examples', 'test/rules'];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) pending.push(path);
      else if (['.json', '.ts', '.letter'].includes(extname(path))) {
        for (const word of readFileSync(path, 'utf8').match(WORD) ?? []) words.add(word.toLowerCase());
      }
    }
  }
  return words;
}
