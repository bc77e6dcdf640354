import type { Span } from '../text/span';
import type { AgeFact } from './ages';
import { leftOf } from './agesLeft';
import { otherNouns, personNounRole, pluralNouns, relativeNouns, sexNouns } from './personsWords';

type Whose = AgeFact['whose'];

/** How far to look to either side, in characters. */
const REACH = 120;

/** Words that make an age a limit, not a person's: "over 65 years of age". */
const LIMITS =
  /(?:\b(?:over|under|above|below|beyond|than|least|most|between|through|until|till|minimum|maximum|mean|average|median|legal|retirement|bone|ages)|[≥≤><])(?: (?:the|age))?(?: of)? ?$/i;
const RANGE_BEFORE = /\d ?(?:-|–|to|and|or) ?$/;
const LIMIT_BEHIND =
  /^[,)]? ?(?:(?:and|or) (?:older|over|above|younger|under|up|more|less|greater|beyond)\b|(?:\+|-|–|to|through) ?\d)/i;
/** A sentence on other people's cases. */
const RESEARCH = /\b(?:case (?:report|series)|cohort|et al|(?:mean|average|median) age|randomi[sz]ed|literature)\b/i;
const THEN_BEFORE = /\b(?:at|since|by|before|after|around|from)(?: about| approximately)? $/i;
const THEN_BEFORE_AGE = /\b(?:at|since|by|before|after|around|from)(?: the)?(?: (?:young|early))? $/i;
const WHEN_BEFORE = /\bwhen (?:he|she|(?:the|this) (?:\w{1,20} )?\w{1,20}) was (?:about |approximately )?$/i;
const THEN_BEHIND =
  /^(?: (?:male|female|man|woman))?,? (?:when|at (?:the |that )?(?:time|date|onset)|at injury|as of|upon)\b/i;

/** Whose age stands at `span`. `ageFirst`: the word "age" stands before the number. */
export function whoseAge(text: string, span: Span, ageFirst: boolean): Whose {
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  const behind = text.slice(span.end, span.end + REACH);
  if (LIMITS.test(before) || RANGE_BEFORE.test(before) || LIMIT_BEHIND.test(behind)) return 'other';
  if (RESEARCH.test(before) || RESEARCH.test(behind)) return 'other';
  const left = leftOf(before);
  if (left === 'other' || left === 'possessive') return left === 'possessive' && ageFirst ? 'worker' : 'other';
  if ((ageFirst ? THEN_BEFORE_AGE : THEN_BEFORE).test(before)) return 'workerThen';
  if (WHEN_BEFORE.test(before) || THEN_BEHIND.test(behind)) return 'workerThen';
  if (ageFirst) return left === 'worker' || left === 'open' || GIVEN.test(before) ? 'worker' : 'other';
  const right = rightOf(behind);
  if (left === 'unknown' || right === 'other') return 'other';
  return left === 'worker' || right !== 'thing' ? 'worker' : 'other';
}

/** "given her age of 46" is read by its possessive; "given the age of 46" by this. */
const GIVEN = /\b(?:given|considering|despite|of) (?:the|an) $/i;

type Right = 'worker' | 'other' | 'bare' | 'person' | 'thing';

/** Words at which the noun that an age belongs to has ended. */
const ENDS = new Set(
  'who whose whom that with was is has had have presents presented sustained sustaining suffered reports reported complains complaining and from for in of on at to by this his her their status working works employed being experienced injured status-post s/p'.split(
    ' ',
  ),
);
const MOST_WORDS = 8;

/** What the noun behind an age is: "46 year old right-handed male", "12-year-old injury". */
function rightOf(behind: string): Right {
  const words = behind.match(/[A-Za-z][A-Za-z/-]*|[.,;:()]/g) ?? [];
  for (let i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
    const word = (words[i] ?? '').toLowerCase();
    const next = (words[i + 1] ?? '').toLowerCase();
    if (i === 0 && /^[MF]$/.test(words[0] ?? '')) return 'worker';
    if (/^[.;:)]$/.test(word)) return i === 0 ? 'bare' : 'thing';
    if (/^[,(]$/.test(word)) {
      if (i === 0) continue;
      if (/^wh/.test(next)) return 'person';
      if (!/(?:handed|dominant)$/.test(words[i - 1] ?? '')) return 'thing';
      continue;
    }
    if (sexNouns.has(word)) return relativeNouns.has(next) || isOtherPerson(next) ? 'other' : 'worker';
    const role = personNounRole(word);
    if (role === 'worker') return 'worker';
    if (role === 'relative' || pluralNouns.has(word)) return 'other';
    if (ENDS.has(word)) {
      if (i === 0 || (i === 1 && words[0] === ',')) return 'bare';
      return /^wh/.test(word) ? 'person' : 'thing';
    }
  }
  return words.length === 0 ? 'bare' : 'thing';
}

function isOtherPerson(word: string): boolean {
  return (
    otherNouns.has(word) && word !== 'driver' && word !== 'supervisor' && word !== 'manager' && word !== 'customer'
  );
}
