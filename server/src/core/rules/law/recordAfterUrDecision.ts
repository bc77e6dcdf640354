import { t } from '../../words/translate';
import { datesOfPassage, headerLabel, type PlacedDate } from '../dateFacts';
import type { PartRule } from '../rule';

export const rule: PartRule = {
  id: 'record-after-ur-decision',
  group: 'law',
  scope: 'part',
  severity: 'information',
  summary: 'A record or request dated after the decision under review, which it should precede.',
  fix: 'none',
  check(part, context, report) {
    const { denialDate, decisionDate } = context.facts;
    if (part.kind === 'header' || !denialDate) return;
    const told = new Set<string>();
    for (const passage of context.passages(part)) {
      if (passage.place !== 'summary' && passage.place !== 'rationale') continue;
      const dates = datesOfPassage(passage, context);
      // Where the letter itself has a later date for that decision, its own counts.
      const last = latest(dates, denialDate.iso);
      for (const { fact, span } of dates) {
        const iso = fact.day?.iso ?? '';
        const isRecord = fact.meaning === 'record' || fact.meaning === 'request';
        if (!isRecord || iso <= last || (decisionDate && iso > decisionDate.iso) || told.has(iso)) continue;
        told.add(iso);
        const label = headerLabel('denialDate', context);
        report({
          span,
          message: t(
            'This is dated after the decision under review, which could not take it into account. The review is of what was requested then. Check the date, and whether the decision should rest on it.',
          ),
          related: [{ header: 'denialDate', message: t('"{0}" in the header.', label) }],
        });
      }
    }
  },
};

function latest(dates: readonly PlacedDate[], iso: string): string {
  return dates.reduce((last, { fact }) => {
    const own = fact.meaning === 'denial' && fact.day ? fact.day.iso : '';
    return own > last ? own : last;
  }, iso);
}
