import type { Span } from '../text/span';
import { whoseAge } from './agesWhose';
import { NUMBER, readNumber } from './agesWords';

/** An age that a text states. Spans are UTF-16 offsets in that text. */
export interface AgeFact {
  /** From the number to the last word that makes it an age: "46 year old", "age 46". */
  readonly span: Span;
  /** The number alone, in digits or words. */
  readonly number: Span;
  readonly years: number;
  /**
   * `worker`: the worker's age now; `workerThen`: the worker's at another time ("at the age of 20", "when he was 20 years
   * old"); `other`: a relative's, an injury's, a guideline's, or not certain to be the worker's.
   */
  readonly whose: 'worker' | 'workerThen' | 'other';
}

/** "46 year old", "46-year-old", "46 years of age", "46 y/o", "46yo", "forty-six year-old". */
const NUMBER_FIRST = new RegExp(
  `(?<![\\w.$/])(${NUMBER})[ -]{0,2}(?:(?:years?|yrs?\\.?)[ -]{0,2}(?:old|of[ -]age)|(?:y\\/o|y\\.o|yo))(?![a-z])`,
  'gi',
);
/** "age 46", "aged forty-six", "age: 46", "age of 46", "age is 46", "age (46". */
const AGE_FIRST = new RegExp(
  `\\baged?(?: of| is| was|:| \\()?[ ]?(${NUMBER})(?:[ -](?:years?|yrs?))?(?![\\w%]|[.,/-]\\d)`,
  'gi',
);
const OLDEST = 120;

/** The ages stated in a text, in order. Linear. */
export function agesIn(text: string): readonly AgeFact[] {
  if (!/\bage|old|y\/?\.?o/i.test(text)) return NONE;
  const ages: AgeFact[] = [];
  const numbers = new Set<number>();
  for (const expression of [NUMBER_FIRST, AGE_FIRST]) {
    for (const match of text.matchAll(expression)) {
      const [whole, word = ''] = match;
      const years = readNumber(word);
      const at = match.index + whole.indexOf(word);
      // "Age 46 years old" is met by both.
      if (!(years >= 1 && years <= OLDEST) || numbers.has(at)) continue;
      numbers.add(at);
      const span = { start: match.index, end: match.index + whole.length };
      const number = { start: at, end: at + word.length };
      ages.push({ span, number, years, whose: whoseAge(text, span, expression === AGE_FIRST) });
    }
  }
  return ages.sort((a, b) => a.span.start - b.span.start);
}

const NONE: readonly AgeFact[] = [];

/** The ages that a sentence states. */
export function agesOf({ text }: { readonly text: string }): readonly AgeFact[] {
  return agesIn(text);
}
