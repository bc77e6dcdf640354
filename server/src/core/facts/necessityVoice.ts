import { Gap, type Tokens } from '../vocabulary/tokens';
import { REACH, wordAt } from './necessityClause';
import {
  ANYONE,
  CONCLUSIONS,
  CONDITIONS_BEHIND,
  COPULAS,
  DECIDERS,
  EARLIER,
  FOLLOWERS,
  GUIDES,
  OTHERS,
  OWN,
  SAYING,
} from './necessityWords';

export type Voice = 'reviewer' | 'guideline' | 'other';

/** Who says what stands in the clause that starts at `start`; `end` is the first word of its verb. */
export function voiceOf(tokens: Tokens, start: number, end: number): Voice {
  for (let i = end - 1; i >= 0 && end - i < REACH; i--) {
    if (isOpinion(tokens, i)) return 'other';
    if (saysIt(tokens, i, end)) {
      if (wordAt(tokens, i + 1) !== 'by') return speaker(tokens, i);
      if (namesOther(tokens, i + 2)) return 'other';
    }
    if (i < start && startsAnew(tokens, i + 1)) return opensWithOther(tokens, i);
    if (tokens.gaps[i] === Gap.stop || CONCLUSIONS.has(wordAt(tokens, i))) break;
  }
  return opensWithOther(tokens, Math.max(0, start - 1));
}

/** Whether the word is a verb of saying with something behind it that is said. */
function saysIt(tokens: Tokens, index: number, end: number): boolean {
  const isVerb = SAYING.has(wordAt(tokens, index)) && index + 1 < end;
  return isVerb && !isPassiveOfIt(tokens, index) && !isParticiple(tokens, index);
}

/** "The denial by the plan's physician". */
function namesOther(tokens: Tokens, from: number): boolean {
  for (let i = from; i < from + 4 && tokens.gaps[i] === Gap.join; i++) {
    const word = wordAt(tokens, i);
    if ((OTHERS.has(word) && !PRONOUNS.has(word)) || EARLIER.has(word)) return true;
  }
  return false;
}

const PRONOUNS = new Set('he she they his her'.split(' '));
const OPINIONS = new Set(
  'determination decision finding opinion conclusion denial assertion argument claim position contention belief'.split(
    ' ',
  ),
);

/** "The determination that it is not …" is another's, unless the reviewer says whose, or agrees. */
function isOpinion(tokens: Tokens, index: number): boolean {
  if (!OPINIONS.has(wordAt(tokens, index)) || wordAt(tokens, index + 1) !== 'that') return false;
  for (let i = index - 1; i >= 0 && index - i < 10 && tokens.gaps[i + 1] !== Gap.stop; i--) {
    if (['my', 'our', 'reviewer', 'agree', 'agrees', 'concur', 'concurs', 'it'].includes(wordAt(tokens, i)))
      return false;
  }
  return true;
}

/** "It is noted that", "was requested": nobody else speaks. */
function isPassiveOfIt(tokens: Tokens, verb: number): boolean {
  return COPULAS.has(wordAt(tokens, verb - 1)) && wordAt(tokens, verb - 2) === 'it';
}

/** "The criteria noted above" say nothing themselves. */
function isParticiple(tokens: Tokens, index: number): boolean {
  return wordAt(tokens, index).endsWith('ed') && BEHIND_PARTICIPLE.has(wordAt(tokens, index + 1));
}

const BEHIND_PARTICIPLE = new Set('above below here earlier in on for'.split(' '));

const NEW_STARTS = new Set('and but so however then the this these it such none neither no requested'.split(' '));

/** Behind a comma, unless the comma closes what was put in behind "that". */
function startsAnew(tokens: Tokens, index: number): boolean {
  if (tokens.gaps[index] === Gap.join || !NEW_STARTS.has(wordAt(tokens, index))) return false;
  for (let i = index - 1; i > 0 && index - i < 15; i--) {
    if (tokens.gaps[i] !== Gap.join) return wordAt(tokens, i - 1) !== 'that';
  }
  return true;
}

/** The one who does the saying, from the words before the verb; the nearest one named counts. */
function speaker(tokens: Tokens, verb: number): Voice {
  if (isFirstPerson(tokens, verb)) return 'reviewer';
  for (let i = verb - 1; i >= 0 && verb - i < 16; i--) {
    const word = wordAt(tokens, i);
    if (word === 'reviewer') return isOther(wordAt(tokens, i - 1)) ? 'other' : 'reviewer';
    if (GUIDES.has(word)) return 'guideline';
    if (OTHERS.has(word)) return 'other';
    if (word.length > 1 && isCapitals(tokens, i)) return 'guideline';
    if (word === 'review' && isOther(wordAt(tokens, i - 1))) return 'other';
    if (tokens.gaps[i] === Gap.stop || wordAt(tokens, i) === 'because') break;
  }
  return 'reviewer';
}

/** "I am reversing the prior decision and deem". */
function isFirstPerson(tokens: Tokens, verb: number): boolean {
  for (let i = verb - 1; i >= 0 && verb - i < 16 && tokens.gaps[i + 1] !== Gap.stop; i--) {
    if (OWN.has(wordAt(tokens, i))) return true;
  }
  return false;
}

function isOther(word: string): boolean {
  return EARLIER.has(word) || OTHERS.has(word);
}

function isCapitals({ text, starts, ends }: Tokens, index: number): boolean {
  return /^[A-Z]{2,}$/.test(text.slice(starts[index], ends[index]));
}

/** "According to the utilization review, the request was …". */
function opensWithOther(tokens: Tokens, from: number): Voice {
  let i = Math.min(from, tokens.words.length - 1);
  while (i > 0 && from - i < 20 && tokens.gaps[i] !== Gap.stop) i--;
  const first = wordAt(tokens, i);
  if (first !== 'per' && !(first === 'according' && wordAt(tokens, i + 1) === 'to')) return 'reviewer';
  for (let j = i + 1; j <= from && j < i + 8; j++) {
    if (DECIDERS.has(wordAt(tokens, j)) || isOther(wordAt(tokens, j))) return 'other';
    if (GUIDES.has(wordAt(tokens, j))) break;
  }
  return 'reviewer';
}

/** What follows the statement: a condition, someone else who said so, or what the adjective describes. */
export type Following = 'end' | 'condition' | 'other' | 'noun';

const OF_OTHERS = new Set('by in on at during per from'.split(' '));

export function followingOf(tokens: Tokens, index: number): Following {
  const next = wordAt(tokens, index);
  if (index >= tokens.words.length || tokens.gaps[index] === Gap.stop) return 'end';
  if (tokens.gaps[index] === Gap.join && !FOLLOWERS.has(next)) return 'noun';
  for (let i = index; i < index + 4; i++) {
    const word = wordAt(tokens, i);
    if (tokens.gaps[i] === Gap.stop || word === '') return 'end';
    if (word === 'because' || word === 'since' || word === 'as') return 'end';
    if (CONDITIONS_BEHIND.has(word) && isConditionAt(tokens, i, index)) return 'condition';
    if (ANYONE.has(word)) return 'condition';
    if (next === 'by' && namesOther(tokens, index + 1)) return 'other';
    if (i > index && OF_OTHERS.has(next) && (DECIDERS.has(word) || EARLIER.has(word))) return 'other';
  }
  return 'end';
}

/** "When considering the above" and "the records provided" set no condition. */
function isConditionAt(tokens: Tokens, index: number, first: number): boolean {
  const word = wordAt(tokens, index);
  if (word === 'should') return index === first;
  if (word === 'when') return !wordAt(tokens, index + 1).endsWith('ing');
  return word !== 'provided' || wordAt(tokens, index + 1) === 'that' || wordAt(tokens, index + 1) === 'the';
}
