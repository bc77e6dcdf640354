import { Gap, type Tokens } from '../vocabulary/tokens';
import { gapText, wordAt } from './necessityClause';
import {
  ADVERBS,
  AUXILIARIES,
  CONTRACTED,
  COPULAS,
  HALF_OPEN_MODALS,
  HEDGES,
  JUDGED,
  MEDICALLY,
  MERIT,
  NECESSARY,
  NECESSITY,
  NEGATIVE_FORMS,
  NEGATORS,
  OPEN_MODALS,
  PAST_DECISIONS,
  WEAK,
} from './necessityWords';

/** Adjectives in a row: "medically necessary, medically appropriate, or indicated". Indexes of words. */
export interface Row {
  readonly first: number;
  readonly last: number;
  readonly isNecessary: boolean;
  readonly isMedical: boolean;
  /** Only such as say of a request what became of it. */
  readonly isWeak: boolean;
  /** Only such as, with a verb in the past, tell what was decided before the review. */
  readonly isDecision: boolean;
  readonly isNegative: boolean;
  readonly count: number;
}

export function isAdjective(word: string): boolean {
  return NECESSARY.has(word) || MERIT.has(word) || WEAK.has(word);
}

/** The row of adjectives that begins with the one at `index`; words such as "medically" before it belong to it. */
export function rowAt(tokens: Tokens, index: number): Row {
  let first = index;
  while (MEDICALLY.has(wordAt(tokens, first - 1)) && tokens.gaps[first] === Gap.join) first--;
  let last = index;
  let count = 1;
  for (let i = index + 1; i < tokens.words.length && i - last <= 3 && tokens.gaps[i] !== Gap.stop; i++) {
    const word = wordAt(tokens, i);
    if (isAdjective(word)) {
      last = i;
      count++;
    } else if (!MEDICALLY.has(word) && !['and', 'or', 'nor'].includes(word)) break;
  }
  const words = tokens.words.slice(first, last + 1);
  const adjectives = words.filter(isAdjective);
  return {
    first,
    last,
    isNecessary: words.some(word => NECESSARY.has(word) || NECESSITY.has(word)),
    isMedical: words.some(word => MEDICALLY.has(word)),
    isWeak: adjectives.every(word => WEAK.has(word)),
    isDecision: adjectives.every(word => PAST_DECISIONS.has(word)),
    isNegative: adjectives.some(word => NEGATIVE_FORMS.has(word)),
    count,
  };
}

/** The verb before the adjectives: "cannot be deemed". */
export interface Verb {
  readonly first: number;
  /** "Is", "was", "be" is in it; else there is no verb right before the adjectives. */
  readonly hasCopula: boolean;
  readonly negators: readonly number[];
  /** "Usually", "may", "only": it does not say that it is so. */
  readonly isOpen: boolean;
  readonly isHalfOpen: boolean;
  readonly isPast: boolean;
  readonly isInfinitive: boolean;
  readonly hasArticle: boolean;
}

export const MOST_WORDS = 16;

export function verbBefore(tokens: Tokens, row: Row): Verb {
  const negators: number[] = [];
  const seen = { copula: false, open: false, half: false, past: false, article: false, finite: false };
  if (tokens.words.slice(row.first, row.last + 1).includes('notmedically')) negators.push(row.first);
  let first = row.first;
  for (let i = row.first - 1; i >= 0 && row.first - i <= MOST_WORDS; i--) {
    if (!isJoined(tokens, i + 1, seen.copula)) break;
    if (tokens.gaps[i + 1] === Gap.pause) i = beforeInsertion(tokens, i);
    if (BUT.has(wordAt(tokens, i))) i = beforeRow(tokens, i);
    const word = wordAt(tokens, i);
    if (word === 'only' && wordAt(tokens, i - 1) === 'not') {
      i--;
      continue;
    }
    if (word === 't' && CONTRACTED.has(wordAt(tokens, i - 1))) {
      negators.push(i);
    } else if (NEGATORS.has(word)) {
      negators.push(i);
    } else if (word === 'no' && wordAt(tokens, i + 1) === 'longer') {
      negators.push(i);
    } else if (CONTRACTED.has(word)) {
      seen.copula ||= /^(?:isn|wasn|aren|weren|ain)$/.test(word);
      seen.past ||= word === 'wasn' || word === 'weren';
      seen.finite = true;
    } else if (HEDGES.has(word)) {
      seen.open = true;
    } else if ((word === 'a' || word === 'an') && i === row.first - 1) {
      seen.article = true;
    } else if (!COPULAS.has(word) && !AUXILIARIES.has(word) && !JUDGED.has(word) && !ADVERBS.has(word)) {
      break;
    }
    if (COPULAS.has(word)) seen.copula = true;
    if (AUXILIARIES.has(word) || (COPULAS.has(word) && !/^be/.test(word))) seen.finite = true;
    seen.past ||= word === 'was' || word === 'were';
    seen.open ||= OPEN_MODALS.has(word);
    seen.half ||= HALF_OPEN_MODALS.has(word);
    first = i;
  }
  return {
    first,
    hasCopula: seen.copula,
    negators,
    isOpen: seen.open,
    isHalfOpen: seen.half,
    isPast: seen.past,
    isInfinitive: !seen.finite,
    hasArticle: seen.article,
  };
}

/** Whether a word still belongs to the verb with the one before it: commas may set off what is put in. */
function isJoined(tokens: Tokens, index: number, hasCopula: boolean): boolean {
  if (tokens.gaps[index] === Gap.join) return true;
  return tokens.gaps[index] === Gap.pause && !hasCopula && gapText(tokens, index).trim() === ',';
}

export const BUT = new Set(['but', 'yet']);

/** "Is, for these reasons, not": from the comma that closes what was put in to the word before the one that opens it. */
function beforeInsertion(tokens: Tokens, index: number): number {
  for (let i = index; i > 0 && index - i < MOST_WORDS; i--) {
    const before = wordAt(tokens, i - 1);
    if (tokens.gaps[i] === Gap.stop) break;
    if (tokens.gaps[i] === Gap.pause) return COPULAS.has(before) || NEGATORS.has(before) ? i - 1 : index;
  }
  return index;
}

/** "Is reasonable but not": from "but" to the word before the adjectives that it joins. */
function beforeRow(tokens: Tokens, but: number): number {
  let i = but - 1;
  while (but - i < MOST_WORDS && (isAdjective(wordAt(tokens, i)) || MEDICALLY.has(wordAt(tokens, i)))) i--;
  return i < but - 1 ? i : but;
}

/** "Cannot be deemed": open only in its form. */
export function saysCannot(tokens: Tokens, { first, negators }: Verb): boolean {
  if (negators.length === 0) return false;
  for (let i = first; i < first + MOST_WORDS; i++) {
    const word = wordAt(tokens, i);
    if (word === 'cannot') return true;
    if (word === 'can' || word === 'could') return ['not', 't'].includes(wordAt(tokens, i + 1));
    if (word === 'couldn') return true;
    if (HEDGES.has(word) || isAdjective(word)) return false;
  }
  return false;
}
