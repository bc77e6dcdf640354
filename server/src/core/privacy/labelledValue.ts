import type { Span } from '../text/span';

/** A number behind a label. */
export interface LabelledValue {
  readonly span: Span;
  readonly value: string;
  readonly digits: number;
  /** How the text says that a number follows: by "no.", "number", "#" or "ID"; by no more than a colon; not at all. */
  readonly announced: 'number' | 'colon' | null;
}

/** What may stand between a label and its value. */
const BETWEEN = /[ :.#=(\u2116]{0,4}/y;
const MARK = /(?:numbers?|num|nos?|nbr|ids?|is|was|ending in)(?![a-z0-9])/iy;
const VALUE = /(?:[A-Z]{1,3} (?=\d))?[A-Za-z0-9](?:[A-Za-z0-9]|[-./\u2010-\u2013](?=[A-Za-z0-9])){2,29}/y;
const MOST_MARKS = 2;
const DATE = /^(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|(?:19|20)\d\d(?:[-\u2013](?:(?:19|20)?\d\d))?)$/;

/**
 * The value that stands behind a label which ends at `at`: "no. WC-12345" behind "claim". Dates and years are no values; a value
 * has at least three digits. Null where there is none.
 */
export function labelledValue(text: string, at: number): LabelledValue | null {
  let from = at;
  let announced: LabelledValue['announced'] = null;
  for (let marks = 0; ; marks++) {
    const between = matchAt(BETWEEN, text, from);
    if (/[#\u2116]/.test(between)) announced = 'number';
    else if (between.includes(':')) announced ??= 'colon';
    from += between.length;
    const mark = marks < MOST_MARKS ? matchAt(MARK, text, from) : '';
    if (mark === '') break;
    if (!/^(?:is|was)$/i.test(mark)) announced = 'number';
    from += mark.length;
  }
  const value = matchAt(VALUE, text, from);
  const digits = value.replace(/\D/g, '').length;
  if (digits < 3 || DATE.test(value) || /^[a-z]/i.test(text.charAt(from + value.length))) return null;
  return { span: { start: from, end: from + value.length }, value, digits, announced };
}

function matchAt(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}
