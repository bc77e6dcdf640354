import type { TextEdit } from '../text/span';
import { Gap, type Tokens } from '../vocabulary/tokens';
import type { Necessity } from './necessity';
import { type Clause, clauseBefore, gapText, spanOfWords, wordAt } from './necessityClause';
import { BUT, MOST_WORDS, type Row, saysCannot, type Verb, verbBefore } from './necessityVerb';
import { followingOf, type Voice, voiceOf } from './necessityVoice';
import { CONCLUSIONS, COPULAS, FINDS, JUDGED, NEGATORS, OPEN_MODALS, PARTS, RENDERS, REQUEST } from './necessityWords';

/** What the row of adjectives says, or null where it says nothing for certain. */
export function predicateFinding(tokens: Tokens, row: Row): Necessity | null {
  const verb = verbBefore(tokens, row);
  const following = followingOf(tokens, row.last + 1);
  if (following === 'condition' || following === 'other') return null;
  if (following === 'noun' && !verb.hasArticle) return null;
  if (BUT.has(wordAt(tokens, row.last + 1)) && wordAt(tokens, row.last + 2) === 'not') return null;
  if (verb.isOpen && !saysCannot(tokens, verb)) return null;
  if (verb.hasCopula && !verb.isInfinitive) return withCopula(tokens, row, verb);
  if (row.isWeak || !row.isMedical) return null;
  const found = afterFinding(tokens, row, verb);
  if (found || verb.hasCopula) return found ?? afterJudging(tokens, row, verb);
  return inverted(tokens, row, verb) ?? joined(tokens, row, verb) ?? onItsOwn(tokens, row, verb);
}

function withCopula(tokens: Tokens, row: Row, verb: Verb): Necessity | null {
  const clause = clauseBefore(tokens, verb.first);
  const strength = strengthOf(row, verb, clause);
  if (!strength || clause.isOpen) return null;
  if (isIdle(tokens, row, clause, verb)) return null;
  if (!countsFor(voiceOf(tokens, clause.start, verb.first), clause)) return null;
  const negations = negationsOf(row, verb) + (clause.isNegated ? 1 : 0) + (clause.isDenied ? 1 : 0);
  if (negations === 0 && (clause.isDoubtful || (verb.isHalfOpen && !clause.concludes))) return null;
  const made = madeOf(tokens, row, verb, clause, verb.isHalfOpen && negations === 0 ? 'weak' : strength, negations);
  return made && clause.isDenied ? { ...made, turned: null } : made;
}

/** "It is medically necessary to" asks for something, and what would be says little of anything but the request. */
function isIdle(tokens: Tokens, row: Row, clause: Clause, verb: Verb): boolean {
  const isIt = wordAt(tokens, clause.start) === 'it' && verb.first === clause.start + 1;
  return (isIt && wordAt(tokens, row.last + 1) === 'to') || (verb.isHalfOpen && !clause.ofRequest);
}

function negationsOf(row: Row, verb: Verb): number {
  return verb.negators.length + (row.isNegative ? 1 : 0);
}

/** A guideline that speaks of the request decides nothing, but others' findings are never the reviewer's. */
function countsFor(voice: Voice, clause: Clause): boolean {
  return voice === 'reviewer' || (voice === 'guideline' && clause.ofRequest);
}

function strengthOf(row: Row, verb: Verb, clause: Clause): Necessity['strength'] | null {
  if (row.isNecessary && (row.isMedical || clause.ofRequest)) return 'necessity';
  if (row.isMedical && !row.isWeak) return 'merit';
  if (verb.isPast && row.isDecision) return null;
  return clause.ofRequest || clause.concludes ? 'weak' : null;
}

/** "Is not found by this reviewer to be medically necessary." */
function afterJudging(tokens: Tokens, row: Row, verb: Verb): Necessity | null {
  let judging = verb.first - 1;
  while (judging >= 0 && verb.first - judging < MOST_WORDS && tokens.gaps[judging + 1] === Gap.join) {
    if (JUDGED.has(wordAt(tokens, judging))) break;
    judging--;
  }
  const judged = wordAt(tokens, judging);
  if (!JUDGED.has(judged) || judged === 'to' || judged === 'as') return null;
  const far = verbBefore(tokens, { ...row, first: judging });
  return far.hasCopula ? withCopula(tokens, row, { ...far, negators: [...verb.negators, ...far.negators] }) : null;
}

/** "Nor is the request medically necessary." */
function inverted(tokens: Tokens, row: Row, verb: Verb): Necessity | null {
  for (let i = verb.first - 1; i > 0 && verb.first - i < 20 && tokens.gaps[i + 1] !== Gap.stop; i--) {
    if (!COPULAS.has(wordAt(tokens, i))) continue;
    const before = wordAt(tokens, i - 1);
    if ((before !== 'nor' && before !== 'neither') || verb.negators.length > 0) return null;
    const clause = clauseBefore(tokens, verb.first);
    return madeOf(tokens, row, verb, clause, row.isNecessary ? 'necessity' : 'merit', 1, i - 1);
  }
  return null;
}

/** "Is within the guideline and medically necessary." */
function joined(tokens: Tokens, row: Row, verb: Verb): Necessity | null {
  if (wordAt(tokens, verb.first - 1) !== 'and') return null;
  for (let i = verb.first - 2; i >= 0 && verb.first - i < MOST_WORDS && tokens.gaps[i + 1] !== Gap.stop; i--) {
    const word = wordAt(tokens, i);
    if (NEGATORS.has(word) && verb.negators.length === 0) return null;
    if (COPULAS.has(word) && !word.startsWith('be')) {
      const far = verbBefore(tokens, { ...row, first: i + 1 });
      return withCopula(tokens, row, { ...far, negators: verb.negators });
    }
  }
  return null;
}

/** "I deem the request for … not medically necessary." */
function afterFinding(tokens: Tokens, row: Row, verb: Verb): Necessity | null {
  for (let i = verb.first - 1; i >= 0 && row.first - i <= 50; i--) {
    const word = wordAt(tokens, i);
    if (tokens.gaps[i + 1] === Gap.stop || CONCLUSIONS.has(word)) return null;
    if (COPULAS.has(word) && word !== 'be') return null;
    if (!FINDS.has(word)) continue;
    const clause = clauseBefore(tokens, i);
    if (clause.isOpen || clause.isReason) return null;
    if (!RENDERS.has(word) && voiceOf(tokens, clause.start, i + 2) !== 'reviewer') return null;
    const negations = [i - 1, i - 2].filter(at => NEGATORS.has(wordAt(tokens, at))).length;
    const modal = [i - 1, i - 2].some(at => OPEN_MODALS.has(wordAt(tokens, at)));
    if (modal && negations === 0 && wordAt(tokens, i - 1) !== 'cannot') return null;
    const all = negations + negationsOf(row, verb);
    const found = madeOf(tokens, row, verb, clause, row.isNecessary ? 'necessity' : 'merit', all, i);
    const ofRequest = tokens.words.slice(i + 1, verb.first).some(said => REQUEST.has(said));
    return found && { ...found, ofRequest, subject: spanOfWords(tokens, i + 1, verb.first) };
  }
  return null;
}

/** "Not medically necessary." with no verb at all: at the start, behind a colon or a word that concludes. */
function onItsOwn(tokens: Tokens, row: Row, verb: Verb): Necessity | null {
  const before = verb.first - 1;
  const gap = gapText(tokens, verb.first);
  const stands = before < 0 || /[:;.\u2013\u2014]/.test(gap) || CONCLUSIONS.has(wordAt(tokens, before));
  if (!stands || !row.isNecessary || (before >= 0 && gap.includes('('))) return null;
  const clause = clauseBefore(tokens, verb.first);
  return madeOf(tokens, row, verb, clause, 'necessity', negationsOf(row, verb));
}

function madeOf(
  tokens: Tokens,
  row: Row,
  verb: Verb,
  clause: Clause,
  strength: Necessity['strength'],
  negations: number,
  first = verb.first,
): Necessity | null {
  if (negations > 1 && !isNeitherNor(tokens, verb, negations)) return null;
  const start = tokens.starts[first] ?? 0;
  const end = tokens.ends[row.last] ?? start;
  return {
    span: { start, end },
    subject: spanOfWords(tokens, clause.start, first),
    polarity: negations > 0 ? 'not-necessary' : 'necessary',
    strength,
    isReason: clause.isReason,
    ofRequest: clause.ofRequest,
    ofPart: tokens.words.slice(clause.start, first).some(word => PARTS.has(word)) || isInPart(tokens, row.last + 1),
    turned: row.count === 1 && !clause.isNegated ? turned(tokens, row, verb, negations) : null,
  };
}

/** "… in part", "… with modification". */
function isInPart(tokens: Tokens, behind: number): boolean {
  const following = [behind, behind + 1, behind + 2].map(at => wordAt(tokens, at));
  if (following[0] === 'in') return following[1] === 'part' && !REASONS_BEHIND.has(following[2] ?? '');
  return (following[0] === 'with' || following[0] === 'as') && following.some(word => MODIFICATIONS.has(word));
}

const REASONS_BEHIND = new Set('because due on by since as'.split(' '));
const MODIFICATIONS = new Set('modification modifications modified'.split(' '));

/** "Neither reasonable nor necessary" negates once. */
function isNeitherNor(tokens: Tokens, { negators }: Verb, negations: number): boolean {
  return negations === negators.length && negators.some(at => wordAt(tokens, at) === 'neither');
}

/** The edit after which the adjectives say the contrary, where a word "not" makes the difference. */
function turned(tokens: Tokens, row: Row, verb: Verb, negations: number): TextEdit | null {
  const at = verb.negators[0];
  if (negations === 0) {
    const start = tokens.starts[row.first] ?? 0;
    return verb.hasArticle ? null : { span: { start, end: start }, text: 'not ' };
  }
  const start = at === undefined ? 0 : (tokens.starts[at] ?? 0);
  if (at === undefined || row.isNegative) return null;
  if (wordAt(tokens, at) === 'not') return { span: { start, end: tokens.starts[at + 1] ?? start }, text: '' };
  return wordAt(tokens, at) === 'notmedically' ? { span: { start, end: start + 3 }, text: '' } : null;
}
