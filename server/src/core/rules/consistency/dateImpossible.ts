import { printLike } from '../../facts/datePrint';
import type { Place } from '../../facts/passages';
import type { HeaderField, HeaderPart } from '../../language/tree';
import { type Day, dayOf, printDay, readDay } from '../../text/dates';
import { t } from '../../words/translate';
import type { Context } from '../context';
import { datesOfPassage, headerLabel, type PlacedDate } from '../dateFacts';
import type { Fix, PartRule, Reporter } from '../rule';

export const rule: PartRule = {
  id: 'date-impossible',
  group: 'consistency',
  scope: 'part',
  severity: 'error',
  summary: 'No such day or year, dates of the header out of order, or a record dated after the decision.',
  fix: 'offered',
  check(part, context, report) {
    if (part.kind === 'header') {
      checkYears(part, report);
      checkOrder(part, context, report);
      return;
    }
    for (const passage of context.passages(part)) {
      const isAccount = ACCOUNTS.has(passage.place);
      for (const date of datesOfPassage(passage, context).slice(0, MOST)) {
        if (date.fact.problem) reportProblem(date, context, report);
        else if (isAccount) checkFuture(date, context, report);
      }
    }
  },
};

/** How many dates of a text are looked at: no letter has as many. */
const MOST = 2000;

/** Where a letter tells of what was. */
const ACCOUNTS: ReadonlySet<Place> = new Set(['summary', 'rationale', 'guidelineLine']);

function reportProblem(date: PlacedDate, context: Context, report: Reporter): void {
  const message =
    date.fact.problem === 'no-such-day'
      ? t(
          'The calendar has no such day. A wrong date makes the record it names impossible to find. Look it up and correct it.',
        )
      : t(
          'No letter can speak of that year. A wrong date makes the record it names impossible to find. Look it up and correct it.',
        );
  report({ span: date.span, message, fixes: () => fixesFor(date, meantDays(date, context)) });
}

/** Words near a date that tell what is to come. */
const COMING_UP =
  /\b(?:will|shall|scheduled?|appointments?|planned|upcoming|anticipated|expected|projected|estimated|returns?|returning|follow-?up|recheck|expir\w{1,6}|next)\b|\b(?:until|till|through|thru|to|by|before|due|effective|for)(?: on)? ?$/i;
const TO_COME = /\b(?:will|shall|is to|are to|scheduled|planned|due)\b/i;
const REACH = 60;
const INTRODUCED = /(?:\b(?:on|dated?|of|from|since|least|dos|accessed|updated):? ?|\()$/i;

/** A date that the letter tells of as past, and that comes after its decision. */
function checkFuture(date: PlacedDate, context: Context, report: Reporter): void {
  const { fact } = date;
  const { decisionDate } = context.facts;
  if (!fact.day || !decisionDate || fact.day.iso <= decisionDate.iso) return;
  if (fact.meaning !== 'injury' && fact.meaning !== 'denial' && mayBeToCome(date)) return;
  const label = headerLabel('decisionDate', context);
  report({
    span: date.span,
    message: t(
      "This date comes after the decision of {0}. What had not happened cannot have been reviewed. Correct the date, or the header's.",
      printDay(decisionDate),
    ),
    related: [{ header: 'decisionDate', message: t('"{0}" in the header.', label) }],
    fixes: () => fixesFor(date, meantDays(date, context)),
  });
}

/** Whether the sentence does not tell of the date as past. */
function mayBeToCome({ fact, sentence }: PlacedDate): boolean {
  const before = sentence.slice(Math.max(0, fact.span.start - REACH), fact.span.start);
  const after = sentence.slice(fact.span.end, fact.span.end + REACH);
  return (fact.meaning === null && !INTRODUCED.test(before)) || COMING_UP.test(before) || TO_COME.test(after);
}

function fixesFor(date: PlacedDate, days: readonly Day[]): Fix[] {
  const texts = new Set(days.map(day => printLike(day, date.written)));
  return [...texts].map(text => ({ title: t('Write "{0}"', text), safe: false, edits: [{ span: date.span, text }] }));
}

/** What may have been meant: the header's date, the same day of a year of the case, day and month changed over. */
function meantDays({ fact, written }: PlacedDate, { facts }: Context): Day[] {
  const days: (Day | null)[] = [];
  if (fact.meaning === 'injury') days.push(facts.dateOfInjury);
  if (fact.meaning === 'denial') days.push(facts.denialDate);
  const last = facts.decisionDate ?? facts.denialDate;
  const years = new Set([facts.denialDate, facts.decisionDate, facts.dateOfInjury].flatMap(day => day?.year ?? []));
  const [, first = '', second = '', year = ''] = /^(\d{1,2})\D{1,2}(\d{1,2})\D{1,2}(\d{2,4})$/.exec(written) ?? [];
  if (fact.problem === 'no-such-day') {
    if (year !== '') days.push(readDay(`${second}/${first}/${year}`));
  } else {
    const own = readDay(written);
    if (own) days.push(...[...years].map(y => dayOf(y, own.month, own.day)));
  }
  return days.flatMap(day => (day && (!last || day.iso <= last.iso) ? [day] : []));
}

/** The field's date; null where it has none. */
function dayOfField(field: HeaderField | undefined): Day | null {
  return field?.definition.kind === 'date' ? readDay(field.text.text) : null;
}

const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

function checkYears({ fields }: HeaderPart, report: Reporter): void {
  for (const field of fields) {
    const year = dayOfField(field)?.year;
    if (year === undefined || (year >= FIRST_YEAR && year <= LAST_YEAR)) continue;
    report({
      span: field.value,
      message: t(
        '"{0}" has a year that cannot be. Deadlines and the guidelines in force are counted from the header\'s dates. Correct it.',
        field.definition.label,
      ),
    });
  }
}

/** Each chain of dates that must not go backwards; of fields that are missing nothing is said. */
function checkOrder({ fields }: HeaderPart, { profile }: Context, report: Reporter): void {
  for (const chain of profile.profile.header.order) {
    const present = chain.flatMap(role => {
      const field = fields.find(f => f.definition.role === role);
      const day = dayOfField(field);
      return field && day ? [{ field, day }] : [];
    });
    for (const [i, later] of present.entries()) {
      const earlier = present[i - 1];
      if (!earlier || later.day.iso >= earlier.day.iso) continue;
      const [one, other] = [later.field.definition.label, earlier.field.definition.label];
      report({
        span: later.field.value,
        message: t(
          '"{0}" comes before "{1}", which it can only follow. Deadlines and the guidelines in force are counted from these dates. Correct the one that is wrong.',
          one,
          other,
        ),
        related: [{ span: earlier.field.value, message: t('"{0}" is later.', other) }],
      });
    }
  }
}
