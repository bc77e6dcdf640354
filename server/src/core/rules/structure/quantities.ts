import type { Span } from '../../text/span';

/** How many of what a text asks for: "12 visits", "six (6) sessions", "#60". The span counts from the text's start. */
export interface Quantity {
  readonly amount: number;
  readonly unit: string;
  readonly span: Span;
}

/** Units in which whole services are counted, by the word for one. */
const UNITS = new Map(
  ['session', 'visit', 'treatment', 'appointment', 'injection', 'unit', 'hour', 'tablet', 'capsule', 'pill'].map(
    word => [word, word],
  ),
)
  .set('tab', 'tablet')
  .set('cap', 'capsule')
  .set('patch', 'patch')
  .set('patche', 'patch');

const NUMBERS = new Map(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'
    .split(' ')
    .map((word, index) => [word, index + 1]),
)
  .set('eighteen', 18)
  .set('twenty', 20)
  .set('twenty-four', 24)
  .set('thirty', 30);

/** Between a number and its unit these words begin something else. */
const ENDS = new Set([
  'a',
  'an',
  'and',
  'at',
  'for',
  'in',
  'of',
  'per',
  'the',
  'times',
  'to',
  'week',
  'weeks',
  'with',
  'x',
]);
/** Behind a quantity these make it one of several, or a rate. */
const RATES = new Set(['a', 'daily', 'each', 'every', 'monthly', 'per', 'times', 'weekly', 'x']);
/** The furthest a unit may stand behind its number, in words: "two physical therapy visits". */
const FURTHEST = 5;

interface Token extends Span {
  readonly word: string;
}

/**
 * The quantities that a text states; null where they cannot be told for certain: a rate ("2 visits a week"), a product
 * ("times 6 sessions"), refills or months.
 */
export function quantitiesIn(text: string): Quantity[] | null {
  if (/refill|month|supply/i.test(text)) return null;
  const tokens: Token[] = [];
  for (const match of text.matchAll(/[^\s(),;]+/g)) {
    tokens.push({ word: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length });
  }
  const found: Quantity[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const read = quantityAt(tokens, at);
    if (!read) continue;
    const before = tokens[at - 1]?.word ?? '';
    const behind = tokens[read.last + 1]?.word ?? '';
    const isSpread = (behind === 'for' || behind === 'over') && numberOf(tokens[read.last + 2]?.word ?? '') !== null;
    if (before === 'x' || before === 'times' || RATES.has(behind) || isSpread) return null;
    found.push(read.quantity);
    at = read.last;
  }
  return found;
}

function quantityAt(tokens: readonly Token[], at: number): { quantity: Quantity; last: number } | null {
  const first = tokens[at] as Token;
  const pills = /^#(\d{1,5})$/.exec(first.word);
  if (pills) return quantity(Number(pills[1]), '#', first, first, at);
  const amount = numberOf(first.word);
  if (amount === null) return null;
  if (/^(?:#|qty[.:]?|quantity:?)$/.test(tokens[at - 1]?.word ?? '')) return quantity(amount, '#', first, first, at);
  for (let k = at + 1; k < tokens.length && k - at <= FURTHEST; k++) {
    const token = tokens[k] as Token;
    const unit = UNITS.get(token.word.replace(/[.:]$/, '').replace(/s$/, ''));
    if (unit) return quantity(amount, unit, first, token, k);
    const again = numberOf(token.word);
    if (ENDS.has(token.word) || /\d/.test(token.word) !== (again !== null) || (again !== null && again !== amount))
      return null;
  }
  return null;
}

function quantity(amount: number, unit: string, first: Token, last: Token, index: number) {
  return { quantity: { amount, unit, span: { start: first.start, end: last.end } }, last: index };
}

function numberOf(word: string): number | null {
  if (/^\d{1,5}$/.test(word)) return Number(word);
  return NUMBERS.get(word) ?? null;
}
