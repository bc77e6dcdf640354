import { agesOf } from '../facts/ages';
import { datesOf } from '../facts/dates';
import type { Sentence } from '../facts/sentence';
import type { Span } from '../text/span';
import { deviceNumbersIn } from './recordNumber';
import { computerAddressesIn, webAddressesIn } from './webAddress';

/** What identifies a person under the policy `safe-harbor` alone. */
export type SafeHarborKind = 'date' | 'age' | 'webAddress' | 'computer' | 'device' | 'county';

export interface SafeHarborIdentifier extends Span {
  readonly kind: SafeHarborKind;
  /** What may stand in its place: the year of a date. */
  readonly instead: string | null;
}

/** Ages up to this one may stay: 45 CFR 164.514(b)(2)(i)(C). */
const OLDEST = 89;
/** The date of a publication, or of reading it, is nobody's. */
const OF_PUBLICATION =
  /\b(?:accessed|retrieved|updated|published|revised|revision|edition|effective|version|issued|adopted) ?(?:on |in |at |\()?$/i;
const COUNTY =
  /(?<!\p{L})(?:\p{Lu}\p{Ll}{2,20} ){1,2}County(?!\p{L})|(?<!\p{L})County of (?:\p{Lu}\p{Ll}{2,20})(?: \p{Lu}\p{Ll}{2,20})?/gu;

/** What the policy adds to the identifiers of a sentence, in order. */
export function safeHarborIdentifiersOf(sentence: Sentence): readonly SafeHarborIdentifier[] {
  const { text } = sentence;
  const found: SafeHarborIdentifier[] = [];
  for (const { span, day } of sentence.of(datesOf)) {
    if (OF_PUBLICATION.test(text.slice(Math.max(0, span.start - 24), span.start))) continue;
    found.push({ kind: 'date', ...span, instead: day ? String(day.year) : yearOf(text.slice(span.start, span.end)) });
  }
  for (const { number, years } of sentence.of(agesOf)) {
    if (years > OLDEST) found.push({ kind: 'age', ...number, instead: null });
  }
  for (const { span } of webAddressesIn(text)) found.push({ kind: 'webAddress', ...span, instead: null });
  for (const span of computerAddressesIn(text)) found.push({ kind: 'computer', ...span, instead: null });
  for (const span of deviceNumbersIn(text)) found.push({ kind: 'device', ...span, instead: null });
  for (const { index, 0: county } of text.matchAll(COUNTY)) {
    found.push({ kind: 'county', start: index, end: index + county.length, instead: null });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The year with four digits that stands in a date, if one does. */
function yearOf(date: string): string | null {
  return /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(date)?.[0] ?? null;
}
