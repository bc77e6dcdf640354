import { type Quantity, quantitiesIn } from '../../facts/quantities';
import type { CompiledProfile } from '../../profile/compiled';
import { type Span, shift } from '../../text/span';
import { t } from '../../words/translate';
import { portionsIn } from '../structure/portions';

/** Two ways in which a title states one quantity, and which do not agree. Spans count in the title's text. */
export interface QuantitySlip {
  readonly span: Span;
  readonly message: string;
  /** The other place; null where it stands within `span`. */
  readonly other: Span | null;
  /** What a fix replaces, by one of the texts. */
  readonly fixed: Span;
  readonly texts: readonly string[];
}

/** "Six (8) visits", "12 visits, 2 x 4": what a title, or each of its portions, says twice and differently. */
export function quantitySlipsIn(title: string, profile: CompiledProfile): QuantitySlip[] {
  const portions = portionsIn(title, profile);
  const spans = portions
    ? [portions.original, portions.authorised, portions.remaining]
    : [{ start: 0, end: title.length }];
  return spans.flatMap(span => (span ? slipsOf(title, span) : []));
}

function slipsOf(title: string, { start, end }: Span): QuantitySlip[] {
  const quantities = quantitiesIn(title.slice(start, end)).map(one => ({
    ...one,
    span: shift(one.span, start),
    number: shift(one.number, start),
  }));
  const words = quantities.filter(({ other }) => other !== null).map(one => numberSlip(title, one));
  const product = words.length === 0 ? productSlip(title, quantities) : null;
  return product ? [product] : words;
}

function numberSlip(title: string, { number }: Quantity): QuantitySlip {
  const [word = '', figure = ''] = title.slice(number.start, number.end).split(/ ?\(|\)/);
  return {
    span: number,
    message: t('"{0}" and "{1}" are not the same number.', word, figure),
    other: null,
    fixed: number,
    texts: /^\d/.test(word) ? [word, figure] : [figure, word],
  };
}

/** The number of visits and the frequency, where the title states one of each. */
function productSlip(title: string, quantities: readonly Quantity[]): QuantitySlip | null {
  // One visit beside the others is an evaluation.
  const visits = quantities.filter(({ unit, high }) => (unit === 'visit' || unit === 'count') && high > 1);
  const product = visits.find(({ basis }) => basis === 'product');
  const stated = visits.find(({ basis }) => basis === 'stated');
  if (visits.length !== 2 || !product || !stated) return null;
  if (stated.low <= product.high && product.low <= stated.high) return null;
  const range = product.low === product.high ? `${product.low}` : t('{0} to {1}', product.low, product.high);
  const written = title.slice(product.span.start, product.span.end);
  return {
    span: stated.span,
    message: t('"{0}" makes {1}, and not {2}.', written, range, title.slice(stated.number.start, stated.number.end)),
    other: product.span,
    fixed: stated.number,
    texts: product.low === product.high ? [`${product.low}`] : [],
  };
}
