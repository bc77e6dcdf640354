import type { Span } from '../text/span';
import { type LabelledValue, labelledValue } from './labelledValue';

/** Words before a number that names a person's record: what is announced as a number counts from four digits on. */
const LABEL =
  /(?<![\w-])(?:(?:insurance |medical |health |hospital |patient |workers['\u2019]? comp(?:ensation)? )?(?:claims?|policy|accounts?|acct|members?|subscriber|group|patient|chart|files?|medical records?|records?|employee|certificate|beneficiary|bill|invoice|authorization|tracking|referral|encounter|visit|adjudication|cases?|applicant|claimant|enrollee|insured|contract|passport|reference|driver['\u2019]?s licen[sc]e|licen[sc]e plate))(?!\w)\.?/gi;
/** Names of numbers, which need no other word. */
const NAME = /(?<![\w-])(?:mrn|mr ?#|m\.r\.n\.|hicn|mbi|vin|dcn|icn|ein|tin|tax id)(?!\w)/gi;
/** A plan's published policy has a number as well. */
const PUBLISHED = /\b(?:clinical|medical|payment|coverage|pharmacy|reimbursement|corporate|drug|bulletin) policy\b/i;
/** Numbers of other things are short. */
const LEAST: Readonly<Record<string, number>> = { policy: 6, reference: 6, visit: 6, authorization: 6, referral: 6 };
/** Behind these a colon says enough; behind others codes of services stand as well. */
const OWN = new Set(['claim', 'policy', 'account', 'acct', 'certificate', 'passport']);
const LEAST_DIGITS = 4;
const LEAST_UNANNOUNCED_DIGITS = 6;
const LEAST_NAMED_DIGITS = 4;

/** A number of a person's record, with what stands before it. */
export interface RecordNumber {
  readonly span: Span;
  /** Where its label begins. */
  readonly labelStart: number;
}

/** Numbers of claims, records, policies and the like, known by their labels. Linear. */
export function recordNumbersIn(text: string): RecordNumber[] {
  const found: RecordNumber[] = [];
  for (const { index, 0: label } of text.matchAll(LABEL)) {
    const value = labelledValue(text, index + label.length);
    if (!value || value.digits < least(label, value)) continue;
    if (PUBLISHED.test(text.slice(Math.max(0, index - 24), index + label.length))) continue;
    found.push({ span: value.span, labelStart: index });
  }
  for (const { index, 0: label } of text.matchAll(NAME)) {
    const value = labelledValue(text, index + label.length);
    if (value && value.digits >= LEAST_NAMED_DIGITS) found.push({ span: value.span, labelStart: index });
  }
  return found;
}

function least(label: string, { announced, value }: LabelledValue): number {
  const word = label.toLowerCase().split(' ').at(-1) ?? '';
  if (announced === 'number' || (announced && OWN.has(word))) return LEAST[word] ?? LEAST_DIGITS;
  if (announced) return LEAST_UNANNOUNCED_DIGITS;
  return /^[a-z]*\d+$/i.test(value) ? Math.max(LEAST_UNANNOUNCED_DIGITS, LEAST[word] ?? 0) : Number.POSITIVE_INFINITY;
}

/** Numbers behind labels of one program, which may stand against them: "ABC1234567" for the label "ABC". Linear. */
export function numbersBehind(text: string, labels: RegExp): RecordNumber[] {
  const found: RecordNumber[] = [];
  for (const { index, 0: label } of text.matchAll(labels)) {
    const value = labelledValue(text, index + label.length);
    if (value && value.digits >= LEAST_UNANNOUNCED_DIGITS - 1) found.push({ span: value.span, labelStart: index });
  }
  return found;
}

const DEVICE = /(?<![\w-])(?:serial|s\/n|lot|device id(?:entifier)?|udi)(?!\w)/gi;

/** Serial and lot numbers of devices. Linear. */
export function deviceNumbersIn(text: string): Span[] {
  const found: Span[] = [];
  for (const { index, 0: label } of text.matchAll(DEVICE)) {
    const value = labelledValue(text, index + label.length);
    if (value && (value.announced || value.digits >= LEAST_UNANNOUNCED_DIGITS)) found.push(value.span);
  }
  return found;
}
