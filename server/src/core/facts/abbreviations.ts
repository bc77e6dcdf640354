import { compiled } from '../vocabulary/compiled';
import type { Abbreviation } from '../vocabulary/schema';
import type { Sentence } from './sentence';

/** An abbreviation of the vocabulary in a sentence. */
export interface AbbreviationUse {
  readonly entry: Abbreviation;
  /** As it stands there, with the "s" of its plural. */
  readonly written: string;
  /** UTF-16, in the sentence. */
  readonly start: number;
  /** Its words stand before it, or behind it in brackets. */
  readonly isExplained: boolean;
}

/** Words that may be joined: "EMG/NCV", "PR-2". */
const CHUNK = /[A-Za-z][A-Za-z0-9]*(?:[&/-][A-Za-z0-9]+)*/g;
const PIECE = /[A-Za-z0-9]+/g;
const NONE: readonly AbbreviationUse[] = [];

/** The abbreviations of a sentence, an aspect of it. Letter case counts; a sentence all in capitals has none. */
export function abbreviationsIn({ text, vocabulary }: Sentence): readonly AbbreviationUse[] {
  if (!/[A-Z][A-Z0-9&/-]|[a-z][A-Z]/.test(text) || !/[a-z]/.test(text)) return NONE;
  const entries = compiled(vocabulary).abbreviations();
  const spelledOut = spelledOutIn(text);
  const uses: AbbreviationUse[] = [];
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    const end = index + chunk.length;
    for (const { entry, written, within } of entriesIn(chunk, entries)) {
      const start = index + within;
      uses.push({ entry, written, start, isExplained: isInBrackets(text, start, end) || spelledOut(entry) });
    }
  }
  return uses;
}

interface Found {
  readonly entry: Abbreviation;
  readonly written: string;
  readonly within: number;
}

/** What stands in words that are joined: one abbreviation, or several. */
function entriesIn(chunk: string, entries: ReadonlyMap<string, Abbreviation>): Found[] {
  const whole = entryOf(chunk, entries);
  if (whole) return [{ entry: whole, written: chunk, within: 0 }];
  return [...chunk.matchAll(PIECE)].flatMap(({ 0: written, index }) => {
    const entry = entryOf(written, entries);
    return entry ? [{ entry, written, within: index }] : [];
  });
}

function entryOf(word: string, entries: ReadonlyMap<string, Abbreviation>): Abbreviation | undefined {
  return entries.get(word) ?? (word.endsWith('s') ? entries.get(word.slice(0, -1)) : undefined);
}

/** The most that may stand in the brackets before it: other abbreviations that are explained together. */
const BRACKET = 40;

/** Whether it stands in brackets behind its words, or these in brackets behind it: at `end`, where what it is joined to ends. */
function isInBrackets(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - BRACKET), start);
  const bracket = before.lastIndexOf('(');
  if (bracket >= 0 && !/[a-z]{2}|\)/.test(before.slice(bracket))) return true;
  return /^ ?\([a-z][a-z -]{8}/i.test(text.slice(end, end + 12));
}

/** Whether the sentence has the words of an abbreviation; asked of each once. */
function spelledOutIn(text: string): (entry: Abbreviation) => boolean {
  const known = new Map<Abbreviation, boolean>();
  const all = text.toLowerCase();
  return entry => {
    let isThere = known.get(entry);
    if (isThere === undefined) {
      isThere = entry.expansions.some(words => all.includes(words.toLowerCase()));
      known.set(entry, isThere);
    }
    return isThere;
  };
}
