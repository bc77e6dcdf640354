import { summaryOf } from '../../facts/caseFacts';
import { datedFactsOf } from '../../facts/dateMeaning';
import { passagesOf } from '../../facts/passages';
import type { LetterFacts } from '../../language/facts';
import type { Letter } from '../../language/letter';
import type { Setup } from '../../setup';
import { type Day, daysBetween, printDay } from '../../text/dates';
import { type Span, shift } from '../../text/span';
import { t } from '../../words/translate';
import type { HoverCard } from '../hover';
import { endsIn, type Hint } from './hint';

/** Behind the dates of the summary, how many days after the injury they are; none where the header lacks its date. */
export function injuryHints(letter: Letter, setup: Setup, { dateOfInjury }: LetterFacts, range: Span): Hint[] {
  const summary = summaryOf(letter);
  if (!summary || !dateOfInjury) return [];
  const dated = datedFactsOf(setup.profile);
  const hints: Hint[] = [];
  for (const { text, sentences } of passagesOf(summary.part, setup.vocabulary)) {
    for (const { start, sentence } of sentences) {
      for (const { span, day, meaning } of sentence.of(dated)) {
        const days = day ? daysBetween(dateOfInjury, day) : 0;
        if (days === 0 || meaning === 'injury') continue;
        const at = shift(text.source(start + span.start, start + span.end), summary.start);
        if (!endsIn(at, range)) continue;
        const label = `${days > 0 ? '+' : '-'}${daysWords(days)}`;
        const card = () => daysCard(days, dateOfInjury, at, setup);
        hints.push({ kind: 'injury', offset: at.end, label, apart: true, card });
      }
    }
  }
  return hints;
}

function daysCard(days: number, injury: Day, span: Span, { profile }: Setup): HoverCard {
  const label = profile.profile.header.fields.find(({ role }) => role === 'dateOfInjury')?.label ?? '';
  const title = days > 0 ? t('{0} after the injury', daysWords(days)) : t('{0} before the injury', daysWords(days));
  const facts = [{ name: label, text: printDay(injury) }];
  const paragraphs = Math.abs(days) < 2 * WEEK ? [] : [roughly(Math.abs(days))];
  return { kind: 'label', span, title, facts, paragraphs, rule: null };
}

const WEEK = 7;
const MONTH = 30.44;
const YEAR = 365.25;

function roughly(days: number): string {
  if (days < 3 * MONTH) return t('About {0} weeks.', Math.round(days / WEEK));
  if (days < 2 * YEAR) return t('About {0} months.', Math.round(days / MONTH));
  return t('About {0} years.', Math.round(days / YEAR));
}

function daysWords(days: number): string {
  const count = Math.abs(days);
  return count === 1 ? t('1 day') : t('{0} days', count);
}
