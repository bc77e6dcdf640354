import { type DateWords, RECORD_NOUNS, RECORD_WORDS, REQUEST_WORDS, standsAt, withoutTail, wordSet } from './dateWords';

/** What may stand between a record, or a request, and its date. */
const BRIDGE = wordSet(
  `on of from dated date is was were as at in the a an to be been that which had has and or form forms noted signed received
  performed completed taken done obtained conducted issued made submitted reviewed documented printed again`,
);
const PERSON = wordSet('patient worker applicant claimant employee member he she individual provider physician dr');
const LEAD = wordSet(
  `the a an injured treating primary progress clinical office follow up new there was is attending on at of only objective
  subjective no any more further`,
);

/** "The request for authorization was signed on", "On …, the physician requested". */
export function isRequestDate({ before, after }: DateWords): boolean {
  const last = before[withoutTail(before, BRIDGE) - 1] ?? '';
  if (REQUEST_WORDS.has(last)) return true;
  if (RECORD_WORDS.has(last)) return false;
  const from = firstOf(after, word => !LEAD.has(word) && !PERSON.has(word));
  return REQUEST_WORDS.has(after[from] ?? '') || standsAt(after, ['authorization', 'request'], from);
}

/** "The progress note dated", "was seen on", "On …, the patient reported". */
export function isRecordDate({ before, after }: DateWords): boolean {
  const last = before[withoutTail(before, BRIDGE) - 1] ?? '';
  if (RECORD_WORDS.has(last)) return true;
  const from = firstOf(after, word => !LEAD.has(word));
  if (RECORD_NOUNS.has(after[from] ?? '') || standsAt(after, ['date', 'of', 'service'], 0)) return true;
  const subject = after[from] ?? '';
  return before.at(-1) === 'on' && before.length <= 4 && (PERSON.has(subject) || subject === 'lack');
}

function firstOf(words: readonly string[], isIt: (word: string) => boolean): number {
  const at = words.slice(0, 8).findIndex(isIt);
  return at < 0 ? words.length : at;
}
