import { count, type DatePlace, type Day, datesIn, lastOfMonth, monthNames, slashed, wrongDay } from '../days';
import { headerDay, headerDays } from '../headerDates';
import { changed, type HeaderDate, type Sketch } from '../sketch';
import type { Kind, Slip } from '../slip';
import { applyEdits, flat, type Span, sentencesOf } from '../text';

/** Dates of the summary that are this one of the header, and stand behind words that say so. */
function datesSaid(letter: Sketch, which: HeaderDate, says: (words: string) => boolean): DatePlace[] {
  const right = headerDay(letter, which);
  if (!letter.summary || right === null) return [];
  return sentencesOf(letter.text, letter.summary.body).flatMap(sentence =>
    datesIn(letter.text, sentence).filter(
      date => count(date) === right && says(flat(letter.text, { start: sentence.start, end: sentence.end })),
    ),
  );
}

function wrong(letter: Sketch, date: DatePlace, day: Day, ...which: readonly HeaderDate[]): Slip {
  return {
    edits: [{ start: date.start, end: date.end, text: date.write(day) }],
    also: which.flatMap(w => letter.dates.get(w) ?? []),
  };
}

function injuryDates(letter: Sketch): DatePlace[] {
  return datesSaid(letter, 'injury', () => true).filter(date =>
    /\b(?:injury|claim|accident)\b[^.]*$/i.test(flat(letter.text, { start: date.start - 60, end: date.start })),
  );
}

const two = (n: number) => String(n).padStart(2, '0');

/** May needs no full stop. */
const short = (month: number) => (monthNames[month - 1] ?? '').replace(/^(\w{3})\w+$/, '$1.');

/** Forms of a date that letters have. */
const forms: readonly ((day: Day) => string)[] = [
  slashed,
  ({ year, month, day }) => `${month}/${day}/${year % 100}`,
  ({ year, month, day }) => `${month}-${day}-${year}`,
  ({ year, month, day }) => `${two(month)}-${two(day)}-${two(year % 100)}`,
  ({ year, month, day }) => `${monthNames[month - 1]} ${day}, ${year}`,
  ({ year, month, day }) => `${short(month)} ${day}, ${year}`,
  ({ year, month, day }) => `${month}/${two(day)}/ ${year}`,
];

const refuses =
  /\b(?:denied|denial|non-? ?certified|modified|determin\w+|certified|failed to approve|not medically necessary)\b/i;

/** Dates of what has happened, in the summary. */
function pastDates(letter: Sketch): DatePlace[] {
  const [injury, decision] = [headerDay(letter, 'injury'), headerDay(letter, 'decision')];
  if (!letter.summary || injury === null || decision === null) return [];
  const others = headerDays(letter);
  return sentencesOf(letter.text, letter.summary.body).flatMap(sentence => {
    if (
      /\b(?:scheduled|next|return|until|through|will|expected|follow-?up|off work|since|prior to|utilization review|UR|determination)\b/i.test(
        flat(letter.text, sentence),
      )
    )
      return [];
    return datesIn(letter.text, sentence).filter(date => {
      const isPast = count(date) > injury && count(date) < decision && !others.includes(count(date));
      const before = letter.text.slice(Math.max(0, date.start - 12), date.start).replace(/\s+/g, ' ');
      return isPast && /\b(?:[Oo]n|dated) $/.test(before);
    });
  });
}

/** Every date in the summary and the rationales, that of a real day near the letter's own. */
function allDates(letter: Sketch): DatePlace[] {
  const spans: Span[] = letter.items.map(item => item.rationale.value);
  if (letter.summary) spans.push(letter.summary.body);
  return spans.flatMap(span => datesIn(letter.text, span)).filter(date => date.year >= 2014 && date.year <= 2017);
}

export const kinds: readonly Kind[] = [
  {
    id: 'injury-date',
    about: "the date of injury in the summary is not the header's",
    rules: ['date-conflict', 'date-impossible'],
    plant: (letter, random) =>
      injuryDates(letter).map(date => wrong(letter, date, wrongDay(date, random, headerDays(letter)), 'injury')),
  },
  {
    id: 'injury-date-form',
    about: "the date of injury in the summary, put in another form first, is not the header's",
    rules: ['date-conflict', 'date-impossible'],
    plant: (letter, random) =>
      injuryDates(letter).map((date): Slip => {
        const form = random.pick(forms);
        const base = changed(letter, applyEdits(letter.text, [{ start: date.start, end: date.end, text: form(date) }]));
        const text = form(wrongDay(date, random, headerDays(letter)));
        const slip = { start: date.start, end: date.start + form(date).length, text };
        const also = base.dates.get('injury');
        return { base, edits: [slip], also: also ? [also] : [] };
      }),
  },
  {
    id: 'denial-date',
    about: "the date of the refusal in the summary is not the header's",
    rules: ['date-conflict', 'date-impossible'],
    plant: (letter, random) =>
      datesSaid(
        letter,
        'denial',
        words =>
          /\butilization review\b|\bUR\b/i.test(words) &&
          refuses.test(words) &&
          datesIn(words, { start: 0, end: words.length }).length === 1,
      ).map(date => wrong(letter, date, wrongDay(date, random, headerDays(letter)), 'denial')),
  },
  {
    id: 'impossible-day',
    about: 'a day that the month does not have, in the summary or a rationale',
    rules: ['date-impossible'],
    alsoFine: ['date-conflict'],
    plant: (letter, random) =>
      allDates(letter).map(date => {
        const last = lastOfMonth(date.year, date.month);
        const day = { ...date, day: last < 31 && random.next() < 0.7 ? last + 1 : random.between(32, 39) };
        return wrong(letter, date, day);
      }),
  },
  {
    id: 'far-year',
    about: 'a year that is still far away, in the summary or a rationale',
    rules: ['date-impossible'],
    alsoFine: ['date-conflict'],
    plant: (letter, random) =>
      allDates(letter)
        .filter(date => new RegExp(`${date.year}$`).test(letter.text.slice(date.start, date.end)))
        .map(date => wrong(letter, date, { ...date, year: random.pick([3016, 3026, 2106, 2160, 2206]) })),
  },
  {
    id: 'record-after-decision',
    about: 'a record of the summary is dated after the decision',
    rules: ['date-impossible', 'record-after-ur-decision'],
    alsoFine: ['date-conflict'],
    plant: letter => pastDates(letter).map(date => wrong(letter, date, { ...date, year: date.year + 1 }, 'decision')),
  },
];
