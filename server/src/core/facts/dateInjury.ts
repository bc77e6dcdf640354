import {
  CARE_WORDS,
  type DateWords,
  lastOf,
  OTHER_WORDS,
  RECORD_WORDS,
  REQUEST_WORDS,
  standsAt,
  withoutTail,
  wordSet,
} from './dateWords';

/** What may stand between "injury" and its date. */
const BRIDGE = wordSet(
  `on of from dated date is was were as at in the to be been that which had has occurred occurring happened sustained
  reportedly listed reported noted recorded stated given around about approximately`,
);
const INJURY = wordSet('injury injuries');
const EVENT = wordSet('claim claims accident incident trauma exposure');
const HAD = wordSet(
  'sustained sustaining sustains suffered suffering incurred reported reports experienced had alleges',
);
const WORK = wordSet(
  'industrial occupational work workplace workers job employment compensable compensation cumulative',
);
/** "The injured worker": no injury is told there. */
const INJURED_NOUN = wordSet('worker workers employee person party individual patient area body part parts side');
const WHOM = wordSet('his her their the my your its both in at on while when during');

/** Whether the words around a date make it the date of the injury. */
export function isInjuryDate({ before, after }: DateWords): boolean {
  return endsInInjury(before) || toldBefore(before) || toldBehind(before, after);
}

/** "an industrial injury of", "date of injury:", "an occupational claim from". */
function endsInInjury(words: readonly string[]): boolean {
  const length = withoutTail(words, BRIDGE);
  const doi = Math.max(lastOf(words, ['doi']), lastOf(words, ['d', 'o', 'i']));
  if (doi >= 0 && words.length - doi <= 6) return !isOther(words, doi);
  const noun = length - 1;
  const word = words[noun] ?? '';
  if (EVENT.has(word)) return near(words, noun, 4, WORK) && !isOther(words, noun);
  if (!INJURY.has(word) || isOther(words, noun)) return false;
  const isDateOf = near(words, noun, 4, wordSet('date dates')) && words.slice(noun - 4, noun).includes('of');
  if (isDateOf || words[noun + 1] === 'date') return true;
  if (isCare(words.slice(Math.max(0, noun - 6), noun)) || isReportOf(words, noun)) return false;
  return near(words, noun, 7, HAD) || near(words, noun, 4, WORK);
}

/** "was injured at work on", "sustained an injury to the back on": any words between, but none of care. */
function toldBefore(words: readonly string[]): boolean {
  if (words.at(-1) !== 'on') return false;
  const from = Math.max(0, words.length - 24);
  for (let at = words.length - 2; at >= from; at--) {
    const word = words[at] ?? '';
    if (isBusy(word)) return false;
    if (word === 'injured' && isVerb(words, at)) return !isOther(words, at);
    if (INJURY.has(word) && near(words, at, 7, HAD)) return !isOther(words, at);
  }
  return false;
}

/** "On …, the worker sustained an industrial injury", "the … injury". */
function toldBehind(before: readonly string[], after: readonly string[]): boolean {
  const own = after.slice(0, 4).findIndex(word => INJURY.has(word));
  if (own >= 0 && after.slice(0, own).every(word => WORK.has(word) || word === 'related'))
    return !isOther(before, before.length);
  if (!/^(?:on|in)$/.test(before.at(-1) ?? '') || before.length > 4) return false;
  for (let at = 0; at < Math.min(after.length, 30); at++) {
    const word = after[at] ?? '';
    if (word === 'injured' && isVerb(after, at)) return !isOther(after, at);
    if (INJURY.has(word) && near(after, at, 7, HAD)) return !isOther(after, at);
    if (isBusy(word) && !HAD.has(word)) return false;
  }
  return false;
}

function isVerb(words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? '';
  if (INJURED_NOUN.has(next)) return false;
  return WHOM.has(next) || /^(?:was|were|been|got|be)$/.test(words[at - 1] ?? '');
}

/** "The first report of occupational injury": the date is the report's. */
function isReportOf(words: readonly string[], noun: number): boolean {
  return words
    .slice(Math.max(0, noun - 6), noun)
    .some((word, i, list) => /^reports?$/.test(word) && list[i + 1] === 'of');
}

function isCare(words: readonly string[]): boolean {
  return words.some(
    (word, i) =>
      word === 'for' &&
      i > 0 &&
      (CARE_WORDS.has(words[i - 1] ?? '') || /^(?:seen|evaluated|examined)$/.test(words[i - 1] ?? '')),
  );
}

function isBusy(word: string): boolean {
  return CARE_WORDS.has(word) || RECORD_WORDS.has(word) || REQUEST_WORDS.has(word);
}

function near(words: readonly string[], at: number, reach: number, set: ReadonlySet<string>): boolean {
  return words.slice(Math.max(0, at - reach), at).some(word => set.has(word));
}

/** Whether what stands before the word makes it another injury than the letter's. */
function isOther(words: readonly string[], at: number): boolean {
  const from = Math.max(0, at - 5);
  return words.slice(from, at).some((word, i) => OTHER_WORDS.has(word) && !isHarmless(words, from + i));
}

/** "prior to", "46 year old". */
function isHarmless(words: readonly string[], at: number): boolean {
  if (words[at] === 'old') return /^y(?:ea)?rs?$/.test(words[at - 1] ?? '');
  return standsAt(words, ['prior', 'to'], at);
}
