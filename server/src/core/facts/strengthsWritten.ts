import type { Span } from '../text/span';
import type { StrengthUnit } from './strengths';

/** Numbers with a unit of strength, of whatever. */
export interface WrittenStrength {
  readonly amounts: readonly number[];
  /** Between two amounts: "10/325", "10-325". */
  readonly separator: '/' | '-' | null;
  readonly unit: StrengthUnit | null;
  readonly perDay: boolean;
  readonly span: Span;
}

const UNITS = new Map<string, StrengthUnit>([
  ...['mg', 'mgs', 'milligram', 'milligrams'].map(word => [word, 'mg'] as const),
  ...['mcg', 'mcgs', 'ug', '\u00b5g', '\u03bcg', 'microgram', 'micrograms'].map(word => [word, 'mcg'] as const),
  ...['g', 'gm', 'gms', 'gram', 'grams'].map(word => [word, 'g'] as const),
  ...['ml', 'cc', 'milliliter', 'milliliters'].map(word => [word, 'ml'] as const),
  ...['%', 'percent'].map(word => [word, '%'] as const),
  ...['units', 'unit', 'iu'].map(word => [word, 'units'] as const),
  ['meq', 'meq'],
]);

const NUMBER = '(?:\\d{1,3}(?:,\\d{3})|\\d{1,5}(?:\\.\\d{1,5})?|\\.\\d{1,5})';
const UNIT =
  '(?:milligrams?|micrograms?|milliliters?|grams?|percent|mcgs?|mgs?|gms?|units?|iu|meq|ml|cc|[\u00b5\u03bcu]g|g)(?![\\p{L}\\d])|%';
/** Every part of it is bounded, so that it is linear. */
const STRENGTH = new RegExp(
  `(?<![\\p{L}\\d.,/#$-])(${NUMBER})(?: ?(?:mg|mcg|%)(?= ?[/-] ?[\\d.]))?((?: ?[/-] ?${NUMBER}(?: ?(?:mg|mcg|%)(?= ?[/-] ?[\\d.]))?){0,3}) ?-?(${UNIT})?`,
  'giu',
);
const PER_DAY =
  /^(?: total)?(?: ?\/ ?(?:day|d)\b| per day\b| a day\b| each day\b| daily (?:dose|maximum|limit|total)\b)/i;

/** The strengths written in a text, in order; "10/325" without a unit is one too. */
export function writtenStrengths(text: string): WrittenStrength[] {
  const found: WrittenStrength[] = [];
  for (const match of text.matchAll(STRENGTH)) {
    const [whole, first = '', rest = '', unit] = match;
    if (!unit && !/^\s?\/\s?\d/.test(rest)) continue;
    const end = match.index + whole.trimEnd().length;
    if (!unit && /^[/\d-]/.test(text.slice(end, end + 1))) continue;
    const amounts = [first, ...rest.matchAll(/[\d.,]+/g)].map(number => Number(String(number).replaceAll(',', '')));
    found.push({
      amounts,
      separator: rest === '' ? null : rest.includes('/') ? '/' : '-',
      unit: unit ? (UNITS.get(unit.toLowerCase()) ?? null) : null,
      perDay: PER_DAY.test(text.slice(end, end + 20)),
      span: { start: match.index, end },
    });
  }
  return found;
}

/** Words between a drug's name and its strength that are not the name. */
const FORMS = new Set(
  'tablet tablets tab tabs capsule capsules cap caps patch patches cream gel ointment oral topical solution extended release er xr sr cr dr ir xl la ec hcl hydrochloride sodium citrate strength dose of at in generic brand'.split(
    ' ',
  ),
);
const LONGEST_NAME = 40;
const MOST_FORMS = 4;

/** The name, in lower case, of what stands right before an offset: a word of four letters or more; empty if there is none. */
export function nameBefore(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - LONGEST_NAME * 2), at).trimEnd();
  const words = before.split(/[ ,()]/);
  for (let back = 1; back <= MOST_FORMS && back <= words.length; back++) {
    const word = (words.at(-back) ?? '').toLowerCase();
    if (word === '' || FORMS.has(word)) continue;
    return /^\p{L}[\p{L}-]{3,}$/u.test(word) && word.length <= LONGEST_NAME ? word : '';
  }
  return '';
}
