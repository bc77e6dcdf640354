import {
  type DateWords,
  lastOf,
  OTHER_WORDS,
  RECORD_WORDS,
  REQUEST_WORDS,
  standsAt,
  withoutTail,
  wordSet,
} from './dateWords';

/** How a program speaks of the decision under review, in words. */
export interface ReviewedNames {
  /** Who decided, or what it is called. */
  readonly names: readonly (readonly string[])[];
  /** Other ways to speak of it, which the words "prior" and "previous" belong to. */
  readonly references: readonly (readonly string[])[];
}

/** What may stand between the decision's name and its date. */
const BRIDGE = wordSet(
  `on of from dated date is was were as at in the a an to be been that which had has with by and or for this
  report reports decision determination determinations letter denial notice review reviewer physician board findings
  issued made rendered completed performed done sent signed given received reportedly noted
  denied deny denying non noncertified certified certification modified modify approved rejected`,
);
const OUTCOME = wordSet(
  `denied denies deny noncertified certified modified modifies approved authorized rejected determined found failed
  declined recommended reviewed disapproved delayed conditionally partially`,
);
const REFUSED = wordSet('denied noncertified disapproved declined');
const LEAD = wordSet('the a an original initial this that its formal initially ,');
const PASSIVE = wordSet('was were been being and previously initially is');

/** Whether the words around a date make it the date of the decision under review. */
export function isDenialDate({ before, after }: DateWords, reviewed: ReviewedNames): boolean {
  // Bare words for a refusal mean that decision only in a program where a case has no other.
  const isOnly = reviewed.references.length > 0;
  return endsInName(before, reviewed) || (isOnly && refusedOn(before)) || ledByDate(before, after, reviewed);
}

/** "the review report dated", "the prior denial was made on". */
function endsInName(words: readonly string[], { names, references }: ReviewedNames): boolean {
  const name = lastName(words, names);
  if (name && isSubject(words, name.start)) return reaches(words, name);
  const reference = lastName(words, references);
  return reference !== null && reaches(words, reference);
}

interface Found {
  readonly start: number;
  readonly end: number;
}

function lastName(words: readonly string[], names: readonly (readonly string[])[]): Found | null {
  let last: Found | null = null;
  for (const name of names) {
    const start = lastOf(words, name);
    if (start < 0 || (last && start + name.length <= last.end)) continue;
    last = { start, end: start + name.length };
  }
  return last;
}

/** Not "the report reviewed by …", and not another decision than the one under review. */
function isSubject(words: readonly string[], at: number): boolean {
  const lead = words.slice(Math.max(0, at - 3), at);
  if (lead.some(word => OTHER_WORDS.has(word))) return false;
  const by = lead.lastIndexOf('by');
  return by < 0 || REFUSED.has(words[at - lead.length + by - 1] ?? '');
}

function reaches(words: readonly string[], { end }: Found): boolean {
  const between = words.slice(end);
  if (between.length <= 12 && between.every(word => BRIDGE.has(word))) return true;
  if (between.some(word => OTHER_WORDS.has(word) && word !== 'non' && word !== 'not')) return false;
  // "The prior denial of these requests was on": the verb belongs to the name.
  const rest = withoutTail(between, wordSet('on dated made issued rendered'));
  if (rest < between.length && between.length <= 16 && /^(?:was|were|is)$/.test(between[rest - 1] ?? '')) return true;
  // "The reviewer denied the therapy on": no other word that has dates stands between.
  const hasOutcome = between.slice(0, 4).some(word => OUTCOME.has(word));
  return hasOutcome && between.at(-1) === 'on' && !between.some((word, i) => hasOwnDate(between, word, i));
}

/** A word that a date behind it belongs to; "denied the request on" is no such. */
function hasOwnDate(words: readonly string[], word: string, at: number): boolean {
  if (/^requests?$/.test(word)) return words[at + 1] === 'on' && !OUTCOME.has(words[at - 2] ?? '');
  return RECORD_WORDS.has(word) || (REQUEST_WORDS.has(word) && word !== 'authorization');
}

/** "was denied on", "had been non-certified on". */
function refusedOn(words: readonly string[]): boolean {
  if (words.at(-1) !== 'on') return false;
  const isNon = words.at(-2) === 'certified' && /^(?:non|not)$/.test(words.at(-3) ?? '');
  const verb = words.length - (isNon ? 3 : 2);
  if (!isNon && !REFUSED.has(words[verb] ?? '')) return false;
  return (
    PASSIVE.has(words[verb - 1] ?? '') && !words.some(word => /^(?:appeal|appealed|again|reconsideration)$/.test(word))
  );
}

/** "On …, the reviewer denied", "On …, the request was denied by". */
function ledByDate(before: readonly string[], after: readonly string[], { names, references }: ReviewedNames): boolean {
  if (before.length > 5 || (before.length > 0 && !/^(?:on|of|dated|the|a|an|and)$/.test(before.at(-1) ?? '')))
    return false;
  let lead = 0;
  while (LEAD.has(after[lead] ?? '')) lead++;
  if (names.some(name => standsAt(after, name, lead))) return true;
  if (references.some(name => standsAt(after, name, 0) || standsAt(after, name, lead))) return true;
  return names.some(name => {
    const at = lastOf(after, ['by', ...name]);
    const withArticle = at >= 0 ? at : lastOf(after, ['by', 'the', ...name]);
    if (withArticle <= 0) return false;
    const verbs = after.slice(Math.max(0, withArticle - 4), withArticle);
    return verbs.some(word => OUTCOME.has(word)) && !after.some(word => /^(?:appeal|appealed)$/.test(word));
  });
}
