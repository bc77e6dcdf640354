import { type AgeFact, agesOf } from '../../facts/ages';
import { writeNumber } from '../../facts/agesWords';
import { datesOf } from '../../facts/dates';
import type { Passage } from '../../facts/passages';
import type { PlacedSentence } from '../../facts/sentences';
import { t } from '../../words/translate';
import type { PartRule, Reporter } from '../rule';
import { type Stated, statedAge } from './statedPerson';

/** In one part. */
const MOST_REPORTS = 3;

export const rule: PartRule = {
  id: 'age-conflict',
  group: 'consistency',
  scope: 'part',
  sees: ['case'],
  severity: 'error',
  summary: 'An age of the worker that is not the one the summary gives.',
  fix: 'offered',
  check(part, context, report) {
    const stated = statedAge(context.case);
    if (!stated) return;
    let left = MOST_REPORTS;
    for (const passage of context.passages(part)) {
      const isSummary = passage.place === 'summary';
      if (!isSummary && passage.place !== 'rationale') continue;
      for (const placed of passage.sentences) {
        for (const age of placed.sentence.of(agesOf)) {
          if (left === 0 || !isConflict(age, placed, stated, isSummary)) continue;
          left--;
          reportAge(age, placed, passage, stated, report);
        }
      }
    }
  },
};

/** Of ages one apart the sentence must have no date: a birthday may lie between. */
function isConflict(age: AgeFact, { sentence }: PlacedSentence, stated: Stated<number>, isSummary: boolean): boolean {
  if (age.whose !== 'worker' || age.years === stated.value || (!isSummary && stated.all.has(age.years))) return false;
  return Math.abs(age.years - stated.value) > 1 || sentence.of(datesOf).length === 0;
}

function reportAge(
  { span, number, years }: AgeFact,
  { start, sentence }: PlacedSentence,
  { text, place }: Passage,
  stated: Stated<number>,
  report: Reporter,
): void {
  const written = writeNumber(stated.value, sentence.text.slice(number.start, number.end));
  const where = place === 'summary' ? t('before') : t('in the summary');
  report({
    span: text.source(start + span.start, start + span.end),
    message: t(
      'The worker is {0} years old here and {1} {2}. Whoever reads both doubts that the letter is about one person. Correct the age that is wrong.',
      years,
      stated.value,
      where,
    ),
    related: [{ caseFact: stated.fact, message: t('{0} years old here.', stated.value) }],
    fixes: () => [
      {
        title: t('Write the age given {0}: {1}', where, written),
        safe: false,
        edits: [{ span: text.source(start + number.start, start + number.end), text: written }],
      },
    ],
  });
}
