import { personNounRole } from './personsWords';

/**
 * What the words before an age say: `worker` or `other`, whose it is; `possessive`, it is owned ("her 46-year-old"); `open`,
 * it begins the clause or is pointed at ("this 46-year-old"), so that the words behind it decide; else `unknown`.
 */
export type Left = 'worker' | 'other' | 'possessive' | 'open' | 'unknown';

/** Between an age and the words that say whose it is. */
const BETWEEN = new Set(
  'a an n now currently presently reportedly approximately about roughly almost nearly only still'.split(' '),
);
const COPULAS = new Set(['is', 'was', 'be', 'being', 'remains']);
/** "is reported to be a 46 year old male". */
const REPORTED = new Set(['to', 'reported', 'noted', 'documented', 'said']);
/** Behind these a noun does not say whose age follows. */
const BARRIERS = new Set(
  'of by with who whom and or from to for in into on onto at that than not while after before as has have had he she it they struck hit'.split(
    ' ',
  ),
);
/** Before "the" where it begins a clause or points at the worker. */
const BEFORE_THE = /^(?:[.,;:()]|that|of|in|for|since|because|and|when|while|as|if)$/;
const MOST_WORDS = 10;

/** Reads the text before an age backwards. */
export function leftOf(before: string): Left {
  const words = before.match(/[A-Za-z][A-Za-z-]*(?:['’]s?)?|[.,;:()]|[^\sA-Za-z.,;:()]+/g) ?? [];
  let copula = false;
  let adjectives = 0;
  for (let i = words.length - 1; i >= 0; i--) {
    const word = (words[i] ?? '').toLowerCase();
    const previous = (words[i - 1] ?? '').toLowerCase();
    if (words.length - i > MOST_WORDS) return 'unknown';
    if (/^[(,)]$/.test(word) || BETWEEN.has(word) || (copula && (REPORTED.has(word) || word === 'who'))) continue;
    if (/^[.;:]$/.test(word)) return copula ? 'unknown' : 'open';
    if (/['’]s?$/.test(word)) return roleOf(word.replace(/['’]s?$/, '')) === 'worker' ? 'possessive' : 'other';
    if (word === 'his' || word === 'her') return copula ? 'unknown' : 'possessive';
    if (word === 'this' || /^(?:involves|concerns|regards|regarding)$/.test(word)) return 'open';
    if (word === 'the') return !copula && (i === 0 || BEFORE_THE.test(previous)) ? 'open' : 'unknown';
    if (word === 'of' && previous === 'case') return 'open';
    if (COPULAS.has(word)) copula = true;
    else if (copula && (word === 'he' || word === 'she')) return 'worker';
    else {
      const role = roleOf(word);
      if (role) return adjectives > 0 && !copula ? 'unknown' : role;
      if (copula && isTitled(words, i)) return 'worker';
      // "assaulted a 46 year old"; "the injury is 12 years old".
      if (copula || BARRIERS.has(word) || /^[a-z]+(?:ing|ed)$/.test(word)) return 'unknown';
      adjectives++;
    }
  }
  return copula ? 'unknown' : 'open';
}

/** "Mr. Doe is a 46 year old male": behind the title stand one or two names. */
function isTitled(words: readonly string[], at: number): boolean {
  return [1, 2, 3].some(back => /^(?:Mrs?|Ms)$/.test(words[at - back] ?? ''));
}

function roleOf(word: string): 'worker' | 'other' | null {
  const role = personNounRole(word);
  return role === null || role === 'worker' ? role : 'other';
}
