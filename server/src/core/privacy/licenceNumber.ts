import type { Span } from '../text/span';
import { labelledValue } from './labelledValue';

const LABEL = /(?<!\w)(?:n\.?p\.?i\.?|national provider identifier|dea|upin|licen[sc]e|licensure|lic)(?!\w)\.?/gi;
const DRIVER = /\b(?:driver|drivers|driver's|driver\u2019s|driving|marriage|vehicle) $/i;
/** What may stand between the word and the number: the state, "no.". */
const LEAST_DIGITS = 4;
const LEAST_UNANNOUNCED_DIGITS = 5;

/** Licence, NPI and DEA numbers of physicians. Linear. */
export function licenceNumbersIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: label } of text.matchAll(LABEL)) {
    if (DRIVER.test(text.slice(Math.max(0, index - 10), index))) continue;
    const value = labelledValue(text, index + label.length);
    if (!value) continue;
    const isEnough = value.announced || /^[a-z]/i.test(value.value) ? LEAST_DIGITS : LEAST_UNANNOUNCED_DIGITS;
    if (value.digits >= isEnough && !/[a-z]{5}/i.test(value.value)) found.push(value.span);
  }
  return found;
}

const CODE = /(?<![\w-])[A-Z]{1,3}[- ]?\d{4,8}(?![\w-])/g;

/** Codes that have the form of a licence number: among a reviewer's credentials nothing else has. Linear. */
export function licenceLikeCodesIn(text: string): Span[] {
  return [...text.matchAll(CODE)].map(({ index, 0: code }) => ({ start: index, end: index + code.length }));
}
