import * as is from './negationsWords';

/** A word or a mark of punctuation. */
export interface NegationToken {
  /** In lower case. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

type Tokens = readonly NegationToken[];

export function negationTokens(text: string): NegationToken[] {
  const tokens: NegationToken[] = [];
  for (const match of text.matchAll(/[\p{L}\d]+(?:['’][a-z]+)?|[.,;:()]/giu)) {
    const end = match.index + match[0].length;
    tokens.push({ word: match[0].toLowerCase().replace('’', "'"), start: match.index, end });
  }
  return tokens;
}

/** How far a denial at a word reaches. Indexes of tokens, ends exclusive. */
export interface Reaches {
  /** Where the clause that holds the word begins. */
  clauseStart(at: number): number;
  clauseEnd(at: number): number;
  /** Where a plain denial whose scope begins here ends; `listed`, if "and" goes on with its list ("denies a, b and c"). */
  plainEnd(at: number, listed: boolean): number;
  /** Whether one of the words stands before `at`, in its clause or in its sentence. */
  clauseHas(at: number, words: ReadonlySet<string>): boolean;
  sentenceHas(at: number, words: ReadonlySet<string>): boolean;
}

/** How many words before a denial its subject is looked for. */
const SUBJECT_REACH = 25;

/** Made in a few passes over the words, so that each question costs next to nothing. */
export function reachesOf(tokens: Tokens): Reaches {
  const { length } = tokens;
  const clauseEnds = new Int32Array(length + 1).fill(length);
  const plainEnds = new Int32Array(length + 1).fill(length);
  const commas = new Int32Array(length + 1).fill(length);
  const ors = new Int32Array(length + 1).fill(length);
  const ands = new Int32Array(length + 1).fill(length);
  for (let at = length - 1; at >= 0; at--) {
    const word = tokens[at]?.word ?? '';
    clauseEnds[at] = endsClause(tokens, at) ? at : (clauseEnds[at + 1] ?? length);
    plainEnds[at] = endsPlain(tokens, at) ? at : (plainEnds[at + 1] ?? length);
    commas[at] = word === ',' ? at : (commas[at + 1] ?? length);
    ors[at] = word === 'or' || word === 'nor' ? at : (ors[at + 1] ?? length);
    ands[at] = word === 'and' ? at : (ands[at + 1] ?? length);
  }
  const starts = startsOf(tokens, endsBefore);
  const sentenceStarts = startsOf(tokens, isStop);
  const has = (from: number, at: number, words: ReadonlySet<string>) => {
    for (let index = at - 1; index >= Math.max(from, at - SUBJECT_REACH); index--) {
      if (words.has(tokens[index]?.word ?? '')) return true;
    }
    return false;
  };
  return {
    clauseStart: at => starts[at] ?? 0,
    clauseEnd: at => clauseEnds[at] ?? length,
    plainEnd(at, listed) {
      const end = plainEnds[at] ?? length;
      const comma = commas[at] ?? length;
      if (comma >= end) return end;
      // A comma goes on with the list only where the list comes to its "or".
      const closing = Math.min(ors[comma] ?? length, listed ? (ands[comma] ?? length) : length);
      return closing < end ? end : comma;
    },
    clauseHas: (at, words) => has(starts[at] ?? 0, at, words),
    sentenceHas: (at, words) => has(sentenceStarts[at] ?? 0, at, words),
  };
}

function isStop(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token?.word === ';') return true;
  // A full stop within "e.g." or before a small letter is none.
  return token?.word === '.' && (at + 1 >= tokens.length || (tokens[at + 1]?.start ?? 0) > token.end);
}

function endsClause(tokens: Tokens, at: number): boolean {
  const word = tokens[at]?.word ?? '';
  const next = tokens[at + 1]?.word ?? '';
  if (isStop(tokens, at) || is.clauseWords.has(word)) return true;
  if (word === 'and' || word === ',') return is.newSubjects.has(next) || (next === 'the' && isPerson(tokens, at + 2));
  if (word === 'prior') return next === 'to';
  return (word === 'to' || word === 'that') && is.purposeVerbs.has(next);
}

function isPerson(tokens: Tokens, at: number): boolean {
  return is.persons.has(tokens[at]?.word ?? '') || is.persons.has(tokens[at + 1]?.word ?? '');
}

function endsPlain(tokens: Tokens, at: number): boolean {
  const word = tokens[at]?.word ?? '';
  if (endsClause(tokens, at)) return true;
  if (word === 'and') return is.clauseVerbs.has(tokens[at + 1]?.word ?? '');
  if (!is.outsideWords.has(word)) return false;
  const before = tokens[at - 1]?.word ?? '';
  if (word === 'with') return !is.treatmentWords.has(before);
  if (word === 'to') return !/^(?:going|want|wish|able|willing|due|begun)$/.test(before);
  return true;
}

/** Whether a subject that stands in front of its verb begins behind this word. */
function endsBefore(tokens: Tokens, at: number): boolean {
  const word = tokens[at]?.word ?? '';
  const isListComma = word === ',' && /^(?:and|or)$/.test(tokens[at + 1]?.word ?? '');
  return isStop(tokens, at) || is.clauseWords.has(word) || (word === ',' && !isListComma);
}

/** For each word, where what `ends` cuts begins; one more for the end. */
function startsOf(tokens: Tokens, ends: (tokens: Tokens, at: number) => boolean): Int32Array {
  const starts = new Int32Array(tokens.length + 1);
  let start = 0;
  for (let at = 0; at < tokens.length; at++) {
    starts[at] = start;
    if (ends(tokens, at)) start = at + 1;
  }
  starts[tokens.length] = start;
  return starts;
}
