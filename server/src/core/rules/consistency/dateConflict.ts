import { printLike } from '../../facts/datePrint';
import type { Passage } from '../../facts/passages';
import { printDay } from '../../text/dates';
import { t } from '../../words/translate';
import type { Context } from '../context';
import { datesOfPassage, headerLabel, type PlacedDate } from '../dateFacts';
import type { PartRule, Reporter, ReportFix } from '../rule';

export const rule: PartRule = {
  id: 'date-conflict',
  group: 'consistency',
  scope: 'part',
  severity: 'warning',
  summary: "The date of the injury, or of the decision under review, is not the header's.",
  fix: 'offered',
  check(part, context, report) {
    if (part.kind === 'header') return;
    for (const passage of context.passages(part)) {
      if (passage.place !== 'summary' && passage.place !== 'rationale') continue;
      compare(passage, 'injury', 'dateOfInjury', context, report);
      compare(passage, 'denial', 'denialDate', context, report);
    }
  },
};

type Compared = 'dateOfInjury' | 'denialDate';

function compare(
  passage: Passage,
  meaning: 'injury' | 'denial',
  role: Compared,
  context: Context,
  report: Reporter,
): void {
  const day = context.facts[role];
  if (!day) return;
  const dates = datesOfPassage(passage, context).filter(({ fact }) => fact.meaning === meaning && fact.day);
  const [first] = dates;
  if (!first || dates.some(({ fact }) => fact.day?.iso === day.iso) || isSeveral(dates)) return;
  if (isBehindDecision(first, context)) return;
  const label = headerLabel(role, context);
  const what = meaning === 'injury' ? t('the injury') : t('the decision under review');
  const asWritten = printLike(day, first.written);
  report({
    span: first.span,
    message: t(
      'This is given as the date of {0}, but the header has {1} as "{2}". A letter that disagrees with itself is open to attack. Correct the one that is wrong.',
      what,
      printDay(day),
      label,
    ),
    related: [{ header: role, message: t('"{0}" in the header.', label) }],
    fixes: () => [
      {
        title: t('Write the header\'s date, "{0}"', asWritten),
        safe: false,
        edits: [{ span: first.span, text: asWritten }],
      },
      ...headerFix(first, role, label, context),
    ],
  });
}

/** What comes after the decision is told by date-impossible. */
function isBehindDecision({ fact: { day } }: PlacedDate, { facts: { decisionDate } }: Context): boolean {
  return day !== null && decisionDate !== null && day.iso > decisionDate.iso;
}

/** The date of the text in the header, in the header's form; not where the header would go backwards then. */
function headerFix({ fact }: PlacedDate, role: Compared, label: string, { facts }: Context): ReportFix[] {
  const { day } = fact;
  const later = [facts.decisionDate, role === 'dateOfInjury' ? facts.denialDate : null];
  if (!day || later.some(other => other && other.iso < day.iso)) return [];
  const text = printDay(day);
  return [
    { title: t('Write "{0}" as "{1}" in the header', text, label), safe: false, edits: [{ header: role, text }] },
  ];
}

/** Several injuries or decisions are told of, and the header's is none of them; a period, joined by a word, is one. */
function isSeveral(dates: readonly PlacedDate[]): boolean {
  const days = new Set(dates.map(({ fact }) => fact.day?.iso));
  return days.size > 1 && !(days.size === 2 && dates[0]?.sentence === dates[1]?.sentence && isPeriod(dates));
}

function isPeriod([first, second]: readonly PlacedDate[]): boolean {
  if (!first || !second) return false;
  const between = first.sentence.slice(first.fact.span.end, second.fact.span.start);
  return /^ ?(?:-|\u2013|to|through|thru|until) ?$/.test(between);
}
