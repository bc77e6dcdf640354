import type { Span, TextEdit } from '../text/span';
import { Gap, type Tokens } from '../vocabulary/tokens';
import type { Necessity } from './necessity';
import { type Clause, clauseBefore, spanOfWords, wordAt } from './necessityClause';
import { followingOf, voiceOf } from './necessityVoice';
import {
  ADVERBS,
  AUXILIARIES,
  BETWEEN_VERB_AND_NECESSITY,
  CONTRACTED,
  COPULAS,
  DECIDERS,
  ENOUGH,
  ESTABLISHED,
  ESTABLISHES,
  HEDGES,
  LACKS,
  NECESSITY_NOUNS,
  NEGATORS,
  NOT_ESTABLISHED,
  NOT_NECESSITY,
  ONLY_NEGATED,
  OPEN_MODALS,
} from './necessityWords';

/** "Medical necessity", "medical necessity criteria", "the necessity of the request". Indexes of words. */
interface Noun {
  readonly first: number;
  readonly last: number;
  readonly isMedical: boolean;
}

/** What the noun at `index` is found to be, or null where nothing is found. */
export function nounFinding(tokens: Tokens, index: number): Necessity | null {
  const noun = nounAt(tokens, index);
  if (!noun) return null;
  return lackingFinding(tokens, noun) ?? verbFinding(tokens, noun) ?? predicateOfNoun(tokens, noun);
}

function nounAt(tokens: Tokens, index: number): Noun | null {
  const isMedical = wordAt(tokens, index - 1) === 'medical';
  let last = index;
  if (tokens.gaps[index + 1] === Gap.join) {
    if (NOT_NECESSITY.has(wordAt(tokens, index + 1))) return null;
    if (NECESSITY_NOUNS.has(wordAt(tokens, index + 1))) last++;
  }
  return isMedical || wordAt(tokens, index) !== 'need'
    ? { first: isMedical ? index - 1 : index, last, isMedical }
    : null;
}

const QUALIFIERS = new Set('clear clinical compelling current ongoing continued apparent any of the its'.split(' '));

/** "There is no medical necessity", "the request lacks medical necessity", "without medical necessity". */
function lackingFinding(tokens: Tokens, noun: Noun): Necessity | null {
  let i = noun.first - 1;
  while (QUALIFIERS.has(wordAt(tokens, i)) && noun.first - i < 5) i--;
  const word = wordAt(tokens, i);
  const isNo = word === 'no';
  if (!isNo && !['lack', 'lacks', 'lacked', 'lacking', 'without'].includes(word)) return null;
  if (isNo && wordAt(tokens, i + 1) === 'of') return null;
  const clause = clauseBefore(tokens, i);
  return madeOf(tokens, i, noun.last, noun, clause, true, null, voiceOf(tokens, clause.start, i) === 'reviewer');
}

/** "The records do not support the medical necessity of the request." */
function verbFinding(tokens: Tokens, noun: Noun): Necessity | null {
  let at = noun.first - 1;
  while (BETWEEN_VERB_AND_NECESSITY.has(wordAt(tokens, at)) && noun.first - at < 8) at--;
  if (!ESTABLISHES.has(wordAt(tokens, at))) return null;
  const group = verbGroup(tokens, at);
  const clause = clauseBefore(tokens, group.first);
  const isNegated = group.negators > 0 || clause.isNegated || lacksBefore(tokens, at);
  if (clause.isOpen || (group.isOpen && !isNegated)) return null;
  if (group.isOpen && !group.saysCannot) return null;
  if (followingOf(tokens, noun.last + 1) === 'condition' || isBoundToCondition(tokens, noun.last + 1)) return null;
  if (!isNegated) {
    const saysSo = !group.isInfinitive && !/ing$/.test(wordAt(tokens, at));
    if (!saysSo && !enoughBefore(tokens, at)) return null;
    if (clause.isDoubtful || wordAt(tokens, group.first) === 'be') return null;
  }
  const speaks = voiceOf(tokens, clause.start, group.first) === 'reviewer' && !isDecider(tokens, clause, group.first);
  return madeOf(tokens, group.first, noun.last, noun, clause, isNegated, null, speaks);
}

function isDecider(tokens: Tokens, clause: Clause, verb: number): boolean {
  for (let i = clause.start; i < verb; i++) if (DECIDERS.has(wordAt(tokens, i))) return true;
  return false;
}

interface VerbGroup {
  readonly first: number;
  readonly negators: number;
  readonly isOpen: boolean;
  readonly saysCannot: boolean;
  readonly isInfinitive: boolean;
}

/** The auxiliaries before the verb at `at`: "has not been able to", "does not". */
function verbGroup(tokens: Tokens, at: number): VerbGroup {
  let first = at;
  let negators = 0;
  let isOpen = false;
  let saysCannot = false;
  let isInfinitive = false;
  for (let i = at - 1; i >= 0 && at - i <= 8 && tokens.gaps[i + 1] === Gap.join; i--) {
    const word = wordAt(tokens, i);
    if (word === 't' && CONTRACTED.has(wordAt(tokens, i - 1))) {
      negators++;
      saysCannot ||= ['can', 'couldn'].includes(wordAt(tokens, i - 1));
    } else if (NEGATORS.has(word)) {
      negators++;
      saysCannot ||= word === 'cannot' || ['can', 'could'].includes(wordAt(tokens, i - 1));
    } else if (word === 'to') {
      isInfinitive = true;
      break;
    } else if (!AUXILIARIES.has(word) && !COPULAS.has(word) && !ADVERBS.has(word) && !CONTRACTED.has(word)) {
      if (!/ly$/.test(word)) break;
    }
    isOpen ||= OPEN_MODALS.has(word) || word === 'would' || word === 'should' || HEDGES.has(word);
    first = i;
  }
  return { first, negators, isOpen: isOpen && wordAt(tokens, first) !== 'cannot', saysCannot, isInfinitive };
}

const NEGATING = new Set('no not none nothing cannot neither never'.split(' '));

/** "Failed to establish", "no documentation to support", "insufficient to demonstrate". */
function lacksBefore(tokens: Tokens, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i <= 14 && tokens.gaps[i + 1] !== Gap.stop; i--) {
    const word = wordAt(tokens, i);
    if (tokens.gaps[i + 1] === Gap.pause && at - i > 2) return false;
    if (LACKS.has(word) || NEGATING.has(word)) return true;
    if (ENOUGH.has(word) && !NEGATING.has(wordAt(tokens, i - 1))) return false;
  }
  return false;
}

function enoughBefore(tokens: Tokens, at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i <= 6; i--) if (ENOUGH.has(wordAt(tokens, i))) return true;
  return false;
}

const ASKS = new Set('if unless when whenever'.split(' '));

function isBoundToCondition(tokens: Tokens, from: number): boolean {
  for (let i = from; i < from + 8 && tokens.gaps[i] === Gap.join; i++) if (ASKS.has(wordAt(tokens, i))) return true;
  return false;
}

/** How far behind the noun its verb may stand: "medical necessity for an MRI of the left knee has not been". */
const REACH = 45;
const BREAKS = new Set('that which if unless when whether because since'.split(' '));

/** "Medical necessity has not been established." */
function predicateOfNoun(tokens: Tokens, noun: Noun): Necessity | null {
  let i = noun.last + 1;
  for (; i < tokens.words.length && i - noun.last < REACH; i++) {
    const word = wordAt(tokens, i);
    if (tokens.gaps[i] === Gap.stop || BREAKS.has(word)) return null;
    if (AUXILIARIES.has(word) || COPULAS.has(word) || CONTRACTED.has(word) || ESTABLISHED.has(word)) break;
    if (word === 'not' || NOT_ESTABLISHED.has(word)) break;
  }
  const group = forwardGroup(tokens, i);
  if (!group || (!group.hasVerb && i > noun.last + 1)) return null;
  const following = followingOf(tokens, group.last + 1);
  if (following === 'condition' || following === 'other') return null;
  const clause = clauseBefore(tokens, noun.first);
  if (clause.isOpen) return null;
  const negations = group.negations + (clause.isNegated ? 1 : 0) + (clause.isDenied ? 1 : 0);
  if (negations > 1) return null;
  const speaks = voiceOf(tokens, clause.start, noun.first) === 'reviewer';
  const edit = clause.isNegated || clause.isDenied ? null : group.turned;
  return madeOf(tokens, noun.first, group.last, noun, clause, negations > 0, edit, speaks);
}

interface ForwardGroup {
  readonly last: number;
  readonly negations: number;
  readonly hasVerb: boolean;
  readonly turned: TextEdit | null;
}

function forwardGroup(tokens: Tokens, from: number): ForwardGroup | null {
  let negations = 0;
  let hasVerb = false;
  let turned: TextEdit | null = null;
  let behindVerb: number | null = null;
  for (let i = from; i < tokens.words.length && i - from < 10; i++) {
    if (i > from && tokens.gaps[i] === Gap.stop) return null;
    const word = wordAt(tokens, i);
    if (ESTABLISHED.has(word) || NOT_ESTABLISHED.has(word) || (ONLY_NEGATED.has(word) && negations > 0)) {
      const isNegative = NOT_ESTABLISHED.has(word);
      if (negations === 0 && !isNegative && behindVerb !== null) {
        turned = { span: { start: behindVerb, end: behindVerb }, text: ' not' };
      }
      return { last: i, negations: negations + (isNegative ? 1 : 0), hasVerb: hasVerb || /^exist/.test(word), turned };
    }
    if (NEGATORS.has(word) || (word === 't' && CONTRACTED.has(wordAt(tokens, i - 1)))) {
      negations++;
      const start = tokens.starts[i] ?? 0;
      turned = word === 'not' ? { span: { start, end: tokens.starts[i + 1] ?? start }, text: '' } : null;
    } else if (word === 'yet' && wordAt(tokens, i + 1) === 'to') {
      negations++;
    } else if (AUXILIARIES.has(word) || COPULAS.has(word) || CONTRACTED.has(word)) {
      hasVerb = true;
      if (OPEN_MODALS.has(word) && word !== 'cannot' && wordAt(tokens, i + 1) !== 'not') return null;
      if (HALF_OPEN.has(word)) return null;
      behindVerb ??= tokens.ends[i] ?? null;
    } else if (HEDGES.has(word) || (!ADVERBS.has(word) && !/ly$|^to$/.test(word))) {
      return null;
    }
  }
  return null;
}

const HALF_OPEN = new Set(['would', 'should', 'must', 'may', 'might']);

function madeOf(
  tokens: Tokens,
  first: number,
  last: number,
  noun: Noun,
  clause: Clause,
  isNegated: boolean,
  turned: TextEdit | null,
  speaks: boolean,
): Necessity | null {
  const ofRequest = clause.ofRequest || requestBehind(tokens, noun.last);
  if (!speaks || (!noun.isMedical && !ofRequest)) return null;
  return {
    span: { start: tokens.starts[first] ?? 0, end: tokens.ends[last] ?? 0 },
    subject: subjectBehind(tokens, noun.last),
    polarity: isNegated ? 'not-necessary' : 'necessary',
    strength: 'necessity',
    isReason: clause.isReason,
    ofRequest,
    ofPart: false,
    turned,
  };
}

/** "Medical necessity of [the visits] is …". */
function subjectBehind(tokens: Tokens, last: number): Span {
  let end = last + 1;
  while (end < tokens.words.length && end - last < REACH && tokens.gaps[end] === Gap.join) {
    if (AUXILIARIES.has(wordAt(tokens, end)) || COPULAS.has(wordAt(tokens, end))) break;
    end++;
  }
  return spanOfWords(tokens, last + 1, end);
}

/** "The necessity of this request", "the medical necessity for the requested visits". */
function requestBehind(tokens: Tokens, last: number): boolean {
  for (let i = last + 1; i < last + 6 && tokens.gaps[i] === Gap.join; i++) {
    if (/^request(?:ed|s)?$/.test(wordAt(tokens, i))) return true;
  }
  return false;
}
