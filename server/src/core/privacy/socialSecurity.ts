import type { Span } from '../text/span';

const SHAPE =
  /(?<![\w./\u2010-\u2013-])(?:\d{3}|[xX*]{3})[-\u2010-\u2013] ?(?:\d{2}|[xX*]{2})[-\u2010-\u2013] ?\d{4}(?![\w/-]|\.\d)/g;
const LABELLED =
  /(?<![\w])(?:ssn|ss ?#|ss no\.|social security (?:number|no\.?|#))[ :#.]{0,4}(?:is |was |of )?(?:(?:ending|ends) (?:in|with) |last (?:four|4)(?: digits)?[: ]{1,2}(?:are |of )?)?([\dxX*](?:[\dxX*]|[ -](?=[\dxX*])){1,10}\d)(?!\w)/gi;

/** Social security numbers, also those with all but the last digits masked. Linear. */
export function socialSecurityNumbersIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: shape } of text.matchAll(SHAPE)) found.push({ start: index, end: index + shape.length });
  for (const { index, 0: whole, 1: value = '' } of text.matchAll(LABELLED)) {
    const end = index + whole.length;
    if (value.replace(/\D/g, '').length >= 4) found.push({ start: end - value.length, end });
  }
  return found;
}
