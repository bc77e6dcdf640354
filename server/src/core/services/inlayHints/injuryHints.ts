import { summaryOf } from '../../facts/caseFacts';
import { datedFactsOf } from '../../facts/dateMeaning';
import { passagesOf } from '../../facts/passages';
import type { LetterFacts } from '../../language/facts';
import type { Letter } from '../../language/letter';
import type { Setup } from '../../setup';
import { type Day, daysBetween, printDay } from '../../text/dates';
import { type Span, shift } from '../../text/span';
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
        const label = `${days > 0 ? '+' : '-'}${count(Math.abs(days), 'day')}`;
        const card = () => daysCard(days, dateOfInjury, at, setup);
        hints.push({ kind: 'injury', offset: at.end, label, apart: true, card });
      }
    }
  }
  return hints;
}

function daysCard(days: number, injury: Day, span: Span, { profile }: Setup): HoverCard {
  const label = profile.profile.header.fields.find(({ role }) => role === 'dateOfInjury')?.label ?? '';
  const title = `${count(Math.abs(days), 'day')} ${days > 0 ? 'after' : 'before'} the injury`;
  const facts = [{ name: label, text: printDay(injury) }];
  const paragraphs = Math.abs(days) < 2 * WEEK ? [] : [`About ${roughly(Math.abs(days))}.`];
  return { kind: 'label', span, title, facts, paragraphs, rule: null };
}

const WEEK = 7;
const MONTH = 30.44;
const YEAR = 365.25;

function roughly(days: number): string {
  if (days < 3 * MONTH) return count(Math.round(days / WEEK), 'week');
  return days < 2 * YEAR ? count(Math.round(days / MONTH), 'month') : count(Math.round(days / YEAR), 'year');
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
