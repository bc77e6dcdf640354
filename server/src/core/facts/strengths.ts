import type { Span } from '../text/span';
import { compiled } from '../vocabulary/compiled';
import { matchTerms, type TermMatch } from '../vocabulary/matcher';
import type { Vocabulary } from '../vocabulary/schema';
import type { Sentence } from './sentence';
import { nameBefore, type WrittenStrength, writtenStrengths } from './strengthsWritten';
import { termsOf } from './terms';

export type StrengthUnit = 'mg' | 'mcg' | 'g' | 'ml' | '%' | 'units' | 'meq';

/** The strength of a drug: "Drug 10/325 mg", "Drug 5% patch", "300 mg of the drug". Spans count in the text read. */
export interface Strength {
  /** Ids of the drugs it is said of; several for "Brand (generic) 5 mg". Empty for a drug that the vocabulary lacks. */
  readonly drugs: readonly string[];
  /** The drug as written, in lower case. */
  readonly name: string;
  /** One for each ingredient of a combination. */
  readonly amounts: readonly number[];
  /** "25-50 mg" of one drug: from the first amount to the second. */
  readonly isRange: boolean;
  /** Null where none is written: "5/325". */
  readonly unit: StrengthUnit | null;
  /** It is said of a day, not of one tablet: "300 mg per day". */
  readonly perDay: boolean;
  /** Of the numbers and their unit. */
  readonly span: Span;
  /** Joined to the strength before it: "600 mg and 800 mg". */
  readonly isFurther: boolean;
}

/** The strengths of drugs in a text, in order. Linear. */
export function strengthsIn(text: string, vocabulary: Vocabulary): readonly Strength[] {
  return /\d/.test(text) ? strengthsAmong(text, matchTerms(text, vocabulary, ['drug']), vocabulary) : NONE;
}

/** The strengths in a sentence. */
export function strengthsOf(sentence: Sentence): readonly Strength[] {
  const { text, vocabulary } = sentence;
  return /\d/.test(text) ? strengthsAmong(text, sentence.of(termsOf), vocabulary) : NONE;
}

const NONE: readonly Strength[] = [];

/** A drug in the text; several entries where its word, or one in brackets behind it, means several. */
interface NamedDrug extends Span {
  readonly ids: readonly string[];
  /** A strength stands before it: "5% drug". */
  hasBefore: boolean;
}

interface Said {
  readonly written: WrittenStrength;
  readonly drug: NamedDrug | null;
  readonly name: string;
}

function strengthsAmong(text: string, terms: readonly TermMatch[], vocabulary: Vocabulary): Strength[] {
  const drugs = drugsAmong(text, terms);
  const found: Strength[] = [];
  let next = 0;
  let last: Said | null = null;
  for (const written of writtenStrengths(text)) {
    while (next < drugs.length && (drugs[next]?.start ?? 0) <= written.span.start) next++;
    const isFurther: boolean = last !== null && isJoined(text, last.written.span, written.span);
    const drug: NamedDrug | null =
      isFurther && last ? last.drug : drugOf(text, written, drugs[next - 1] ?? null, drugs[next] ?? null);
    if (!written.unit && !(drug && isCombination(vocabulary, drug.ids))) continue;
    const name: string = isFurther && last ? last.name : nameOf(text, drug, written);
    if (name === '') continue;
    found.push(strengthOf(written, drug, name, isFurther, vocabulary));
    last = { written, drug, name };
  }
  return found;
}

function isJoined(text: string, before: Span, behind: Span): boolean {
  return JOINS.test(text.slice(before.end, Math.min(behind.start, before.end + LONGEST_JOIN + 1)));
}

function strengthOf(
  { amounts, separator, unit, perDay, span }: WrittenStrength,
  drug: NamedDrug | null,
  name: string,
  isFurther: boolean,
  vocabulary: Vocabulary,
): Strength {
  const drugs = drug?.ids ?? [];
  const isRange = separator === '-' && amounts.length === 2 && !isCombination(vocabulary, drugs);
  return { drugs, name, amounts, isRange, unit, perDay, span, isFurther };
}

/** Drugs in order, those in brackets behind another one joined to it. */
function drugsAmong(text: string, terms: readonly TermMatch[]): NamedDrug[] {
  const drugs: NamedDrug[] = [];
  for (const { kind, id, start, end } of terms) {
    if (kind !== 'drug') continue;
    const before = drugs.at(-1);
    const isSame = before !== undefined && start < before.end;
    const isBracketed =
      before !== undefined && !isSame && /^ ?[([/] ?$/.test(text.slice(before.end, Math.min(start, before.end + 4)));
    if (before && (isSame || isBracketed)) {
      drugs[drugs.length - 1] = { ...before, end: Math.max(before.end, end), ids: [...before.ids, id] };
    } else {
      drugs.push({ ids: [id], start, end, hasBefore: false });
    }
  }
  return drugs;
}

function isCombination(vocabulary: Vocabulary, ids: readonly string[]): boolean {
  return ids.some(id => (compiled(vocabulary).drugById().get(id)?.ingredients?.length ?? 0) > 1);
}

/** The furthest a strength may stand behind its drug, in characters: "drug extended release oral tablets, 150 mg". */
const REACH = 60;
const LONGEST_JOIN = 24;
const JOINS = /^(?: ?(?:tablets?|tabs?|capsules?|caps?|patch(?:es)?))?,? ?(?:and|or|&|\/|,|and\/or|\+) ?(?:one )?$/i;

/** The drug that the strength is of: the one behind it where it stands right before it, else the one before. */
function drugOf(
  text: string,
  { span }: WrittenStrength,
  before: NamedDrug | null,
  behind: NamedDrug | null,
): NamedDrug | null {
  const isInside = before !== null && span.end <= before.end;
  if (before && isInside) return before;
  const gap = before ? text.slice(before.end, Math.min(span.start, before.end + REACH + 1)) : null;
  const reaches =
    gap !== null && gap.length <= REACH && !/[;!?]|[.:] |\b(?:with|for|then|versus|than|instead)\b/i.test(gap);
  if (before && reaches && !before.hasBefore) return before;
  const link = behind ? text.slice(span.end, Math.min(behind.start, span.end + 8)) : null;
  if (behind && link !== null && /^ ?(?:of )?(?:the )?$/i.test(link)) {
    behind.hasBefore = true;
    return behind;
  }
  return null;
}

function nameOf(text: string, drug: NamedDrug | null, { span, unit }: WrittenStrength): string {
  if (drug) return text.slice(drug.start, drug.end).toLowerCase();
  // "At least 50%" is of no drug.
  if (unit === '%') return '';
  return nameBefore(text, span.start);
}
