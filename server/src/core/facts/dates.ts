import { type Day, dayOf, fullYear, monthOf } from '../text/dates';
import type { Span } from '../text/span';
import type { Sentence } from './sentence';

/** A date as it stands in a text. */
export interface DateFact {
  /** Counts in the text. */
  readonly span: Span;
  /** Null where no day is meant or it cannot be: `precision` is `month`, or there is a `problem`. */
  readonly day: Day | null;
  /** No such day in the calendar, such as 02/30; or a year in which no letter and no patient lived. */
  readonly problem: 'no-such-day' | 'year-out-of-range' | null;
  readonly precision: 'day' | 'month';
}

/** The years that a letter can speak of. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2100;

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';

/** Behind a separator a space may stand: a date broken at the end of a line. */
const FORMS = [
  '(?<isoYear>(?:19|20)\\d\\d)(?<isoMark>[-/])(?<isoMonth>\\d{1,2})\\k<isoMark>(?<isoDay>\\d{1,2})',
  '(?<first>\\d{1,2})(?<mark>[-/.\\u2010-\\u2013]) ?(?<second>\\d{1,2})\\k<mark> ?(?<year>\\d{4}|\\d{2})',
  `(?<name>${MONTH})\\.? ?(?<nameDay>\\d{1,2})(?:st|nd|rd|th)?(?: ?, ?| )(?<nameYear>\\d{4})`,
  `(?<dayBefore>\\d{1,2})(?:st|nd|rd|th)?(?: day)?(?: of)? (?<nameAfter>${MONTH})\\.?,? (?<yearAfter>\\d{4})`,
  `(?:${MONTH})\\.?,?(?: of)? (?<monthYear>(?:19|20)\\d\\d)`,
  '(?:0?[1-9]|1[0-2])[-/] ?(?<numericMonthYear>(?:19|20)\\d\\d)(?![-/.]\\d)',
];
const DATE = new RegExp(`(?<![\\p{L}\\d#$])(?:${FORMS.join('|')})(?!\\d)`, 'giu');

/** What follows numbers that are no date. */
const UNIT =
  /^ ?(?:%|(?:mg|mcg|g|gm|grams?|ml|cc|units?|tabs?|tablets?|caps?|capsules?|pounds|lbs?|degrees?|visits|sessions|weeks?|days?|months?|hours?|minutes?|reps?|repetitions|times|mm|cm|mmhg|percent)\b)/i;
/** What comes before a date: needed where the numbers alone could be anything. */
const INTRODUCED =
  /(?:\b(?:on|dated?|of|from|since|through|until|to|and|as|by|doi|dos|least|updated|accessed|injury|reviews?|reports?|notes?|visits?|exams?|ct|mri|labs?|service):? ?\(?|\()$/i;
/** "The date of injury on the form is": what is said to be a date is one. */
const SAID_TO_BE = /\b(?:doi|dos|dates?|injury)\b[^.;:,]{0,40} (?:is|was|as|are|were):? $/i;
const REACH = 60;

/** Every date in the text, in order. Linear. */
export function datesIn(text: string): readonly DateFact[] {
  const facts: DateFact[] = [];
  for (const match of text.matchAll(DATE)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (isWithinNumbers(text, span, facts.at(-1)) || UNIT.test(text.slice(span.end, span.end + 16))) continue;
    const before = text.slice(Math.max(0, span.start - REACH), span.start);
    const read = readMatch(match.groups ?? {}, INTRODUCED.test(before) || SAID_TO_BE.test(before));
    if (read) facts.push({ span, ...read });
  }
  return facts;
}

/** The dates of a sentence. */
export function datesOf({ text }: Sentence): readonly DateFact[] {
  return datesIn(text);
}

/** Part of a longer row of numbers, such as a telephone or section number; a date up to another date is not. */
function isWithinNumbers(text: string, { start, end }: Span, before: DateFact | undefined): boolean {
  const isRow = /\d[-/.]$/.test(text.slice(Math.max(0, start - 2), start));
  if (isRow && before?.span.end !== start - 1) return true;
  const hasFullYear = /\d{4}$/.test(text.slice(start, end));
  return !hasFullYear && /^(?:[-/.]?\d|\p{L})/u.test(text.slice(end, end + 2));
}

type Read = Omit<DateFact, 'span'>;

/** The named groups of the expression. */
interface Groups {
  readonly isoYear?: string;
  readonly isoMonth?: string;
  readonly isoDay?: string;
  readonly first?: string;
  readonly mark?: string;
  readonly second?: string;
  readonly year?: string;
  readonly name?: string;
  readonly nameDay?: string;
  readonly nameYear?: string;
  readonly dayBefore?: string;
  readonly nameAfter?: string;
  readonly yearAfter?: string;
  readonly monthYear?: string;
  readonly numericMonthYear?: string;
}

const MONTH_ONLY: Read = { day: null, problem: null, precision: 'month' };

function readMatch(groups: Groups, isIntroduced: boolean): Read | null {
  const { isoYear, name, nameAfter, year = '' } = groups;
  if (groups.monthYear ?? groups.numericMonthYear) return MONTH_ONLY;
  if (isoYear) return whole(Number(isoYear), Number(groups.isoMonth), Number(groups.isoDay));
  if (name) return whole(Number(groups.nameYear), monthOf(name), Number(groups.nameDay));
  if (nameAfter) return whole(Number(groups.yearAfter), monthOf(nameAfter), Number(groups.dayBefore));
  // With points, and with two digits for the year, it takes more to be a date.
  if (year.length === 2 && groups.mark === '.') return null;
  const read = whole(fullYear(year), Number(groups.first), Number(groups.second));
  const isYear = year.length === 4 && isPossible(Number(year));
  return read.problem && !isYear && !(isIntroduced && Number(groups.first) < 32) ? null : read;
}

function whole(year: number, month: number, dayOfMonth: number): Read {
  const inRange = isPossible(year);
  // A leap year, so that the day is judged apart from the year.
  const day = dayOf(inRange ? year : 2000, month, dayOfMonth);
  const problem = day ? (inRange ? null : 'year-out-of-range') : 'no-such-day';
  return { day: problem ? null : day, problem, precision: 'day' };
}

function isPossible(year: number): boolean {
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}
