import type { CompiledProfile } from '../profile/compiled';
import { isDenialDate, type ReviewedNames } from './dateDenial';
import { isInjuryDate } from './dateInjury';
import { isRecordDate, isRequestDate } from './dateRecord';
import { type DateFact, datesOf } from './dates';
import { wordsAround, wordsIn } from './dateWords';
import type { Sentence } from './sentence';

/** What a date is the date of: the injury, the decision under review, a request, a record or visit. */
export type DateMeaning = 'injury' | 'denial' | 'request' | 'record';

export interface DatedFact extends DateFact {
  /** Null where the sentence does not say it clearly. */
  readonly meaning: DateMeaning | null;
}

const NONE: readonly DatedFact[] = [];
const JOINED = /^,? ?(?:and|or|to|through|thru|until|&|-|\u2013)? ?$/;

/** The dates of the text with what they are dates of, from the words of their sentence. Linear. */
export function datedFactsIn(text: string, dates: readonly DateFact[], reviewed: ReviewedNames): readonly DatedFact[] {
  const facts: DatedFact[] = [];
  for (const [i, date] of dates.entries()) {
    const last = facts.at(-1);
    const from = last?.span.end ?? 0;
    const joined = last && date.span.start - from < 12 && JOINED.test(text.slice(from, date.span.start));
    const words = wordsAround(text, date.span, from, dates[i + 1]?.span.start ?? text.length);
    facts.push({ ...date, meaning: joined ? last.meaning : meaningOf(words, reviewed) });
  }
  return facts;
}

function meaningOf(words: Parameters<typeof isInjuryDate>[0], reviewed: ReviewedNames): DateMeaning | null {
  if (isInjuryDate(words)) return 'injury';
  if (isDenialDate(words, reviewed)) return 'denial';
  if (isRequestDate(words)) return 'request';
  return isRecordDate(words) ? 'record' : null;
}

type DatedAspect = (sentence: Sentence) => readonly DatedFact[];

const aspects = new WeakMap<CompiledProfile, DatedAspect>();

/** The aspect that gives a sentence's dates with their meaning, in the profile's words for the decision under review. */
export function datedFactsOf(profile: CompiledProfile): DatedAspect {
  let aspect = aspects.get(profile);
  if (!aspect) {
    const reviewed = reviewedNames(profile);
    aspect = sentence => {
      const dates = sentence.of(datesOf);
      return dates.length === 0 ? NONE : datedFactsIn(sentence.text, dates, reviewed);
    };
    aspects.set(profile, aspect);
  }
  return aspect;
}

/** The profile's names for the decision under review, as words. */
export function reviewedNames({ profile }: CompiledProfile): ReviewedNames {
  const { names = [], references = [] } = profile.reviewedDecision ?? {};
  return { names: names.map(wordsIn), references: references.map(wordsIn) };
}
