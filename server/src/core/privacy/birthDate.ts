import type { Span } from '../text/span';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?';
const DAY = `(?:\\d{1,2} ?[-/.] ?\\d{1,2} ?[-/.] ?\\d{2,4}|\\d{4}-\\d{2}-\\d{2}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? \\d{4}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH},? \\d{4}|${MONTH} \\d{1,2}(?:st|nd|rd|th)?|${MONTH},? \\d{4})`;
const LABELLED = new RegExp(
  `(?<!\\w)(?:d\\.?o\\.?b\\.?|date[ -]of[ -]birth|birth[ -]?date|birthday|was born|born)(?:[ :;,(-]{1,3}(?:is|was|on|in|of|the)?){1,3}[ :(]{0,2}(${DAY})(?!\\w)`,
  'gi',
);

/** Dates of birth finer than a year, known by the words before them. Linear. */
export function birthDatesIn(text: string): Span[] {
  return [...text.matchAll(LABELLED)].map(({ index, 0: whole, 1: date = '' }) => {
    const end = index + whole.length;
    return { start: end - date.length, end };
  });
}
