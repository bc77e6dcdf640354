import type { Span } from '../text/span';

/** The words around a date, in lower case; hyphens part them. */
export interface DateWords {
  /** From the date before, or the start of the clause, up to the date. */
  readonly before: readonly string[];
  /** Up to the next date, or the end of the clause. */
  readonly after: readonly string[];
}

/** How far from a date words are looked at. */
const REACH_BEFORE = 240;
const REACH_AFTER = 400;

/** What parts the clauses of a sentence: a semicolon, or a full stop that lacks its space. */
const CLAUSE = /;|[\p{Ll}\d)][.?!](?=\p{Lu})/u;

export function wordsAround(text: string, { start, end }: Span, from: number, to: number): DateWords {
  const before = text.slice(Math.max(from, start - REACH_BEFORE), start);
  const after = text.slice(end, Math.min(to, end + REACH_AFTER));
  return {
    before: wordsIn(before.split(CLAUSE).at(-1) ?? ''),
    after: wordsIn(after.split(CLAUSE, 1)[0] ?? ''),
  };
}

export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/));
}

/** How many words of the list are left when those of the set are taken off its end. */
export function withoutTail(words: readonly string[], tail: ReadonlySet<string>): number {
  let length = words.length;
  while (length > 0 && tail.has(words[length - 1] ?? '')) length--;
  return length;
}

/** Where the phrase stands in the words, between `from` and `to`, the last time; -1 if it does not. */
export function lastOf(words: readonly string[], phrase: readonly string[], from = 0, to = words.length): number {
  for (let at = to - phrase.length; at >= from; at--) if (standsAt(words, phrase, at)) return at;
  return -1;
}

export function standsAt(words: readonly string[], phrase: readonly string[], at: number): boolean {
  return phrase.every((word, i) => words[at + i] === word);
}

export const RECORD_NOUNS = wordSet(
  `note notes report reports record records exam examination evaluation reevaluation assessment visit visits consult
  consultation appointment documentation finding findings data study studies mri mra ct xray xrays ray rays radiograph
  radiographs scan imaging emg ncs ncv screen test tests testing pr2 pr letter`,
);
const RECORD_VERBS = wordSet(
  'seen evaluated examined presented presents complained reported reports stated noted documented assessed followed',
);
/** What is said of records and visits: with such a word between, a date is theirs. */
export const RECORD_WORDS: ReadonlySet<string> = new Set([...RECORD_NOUNS, ...RECORD_VERBS]);
export const REQUEST_WORDS = wordSet('request requests requested requesting rfa rfas authorization prescribed ordered');
/** Words of care: a sentence that has them between an injury and a date speaks of the care. */
export const CARE_WORDS = wordSet(
  `treated treatment underwent undergone surgery operation therapy visit returned follow received began started prescribed
  performed released diagnosed`,
);
/** Another one than the one the letter is about. */
export const OTHER_WORDS = wordSet(
  `prior previous previously past old older earlier another second third other others subsequent different new newer re
  reinjury reinjured preexisting pre non nonindustrial separate additional former remote unrelated appeal appeals appealed
  reconsideration no not`,
);
