import type { Span } from '../text/span';

/** Three, three and four digits; with brackets, hyphens or full stops nothing else looks like it. */
const SHAPE =
  /(?<![\w.:/\u2010-\u2013-])(?:\+?1[-. ]?)?(?:\(\d{3}\) ?\d{3}[-. \u2010-\u2013]\d{4}|\d{3}[-\u2010-\u2013] ?\d{3}[-\u2010-\u2013] ?\d{4}|\d{3}\.\d{3}\.\d{4})(?![\w/-]|\.\d)(?: ?(?:ext|x)\.? ?\d{1,6})?/gi;
const INTERNATIONAL = /(?<![\w.+])\+\d{1,3}[ .-](?:\d{1,5}[ .-]){1,5}\d{2,7}(?!\w)/g;
const LABEL = /(?<!\w)(?:tele)?(?:phone|fax|facsimile|tel|cell|mobile|ph|pager|voicemail)(?!\w)/gi;
/** Behind a label any seven to eleven digits will do. */
const BEHIND_LABEL =
  /\.?[ :#]{0,3}(?:(?:numbers?|no\.?|line|phone|is|was|at|of)[ :#]{0,3}){0,3}(\+?[(\d](?:\d|[ .()-]{1,2}(?=[\d(])){5,19}\d)(?!\w)/iy;
const DATE = /^\d{1,4}[-. ]\d{1,2}[-. ]\d{1,4}$/;
const LEAST_DIGITS = 8;

/** Telephone and fax numbers. Linear. */
export function telephoneNumbersIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: shape } of text.matchAll(SHAPE)) found.push({ start: index, end: index + shape.length });
  for (const { index, 0: shape } of text.matchAll(INTERNATIONAL)) {
    if (digits(shape) >= LEAST_DIGITS) found.push({ start: index, end: index + shape.length });
  }
  for (const { index, 0: label } of text.matchAll(LABEL)) {
    BEHIND_LABEL.lastIndex = index + label.length;
    const value = BEHIND_LABEL.exec(text)?.[1] ?? '';
    const count = digits(value);
    if (count >= 7 && count <= 13 && !DATE.test(value))
      found.push({ start: BEHIND_LABEL.lastIndex - value.length, end: BEHIND_LABEL.lastIndex });
  }
  return found;
}

function digits(text: string): number {
  return text.replace(/\D/g, '').length;
}
