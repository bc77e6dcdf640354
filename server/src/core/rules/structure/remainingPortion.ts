import { type Quantity, quantitiesIn } from '../../facts/quantities';
import type { ItemPart } from '../../language/tree';
import { type Span, shift } from '../../text/span';
import { squeeze } from '../../text/words';
import { t } from '../../words/translate';
import type { ItemRule, Reporter } from '../rule';
import { type Portions, portionsIn } from './portions';

export const rule: ItemRule = {
  id: 'remaining-portion',
  group: 'structure',
  scope: 'item',
  sparesLastField: true,
  severity: 'information',
  summary: 'A title of which a part was authorised: its quantities do not add up, or its last sentence lacks its verb.',
  fix: 'offered',
  check(item, { profile }, report) {
    const portions = portionsIn(item.title.text.text, profile);
    if (!portions) return;
    checkQuantities(item, portions, report);
    checkVerb(item, portions.remaining, report);
  },
};

function checkQuantities({ title }: ItemPart, portions: Portions, report: Reporter): void {
  const [original, authorised, remaining] = comparable(portions, title.text.text) ?? [];
  if (!original || !authorised || !remaining) return;
  const left = original.low - authorised.low;
  if (left === remaining.low) return;
  const place = ({ span }: Quantity) => title.text.source(span.start, span.end);
  report({
    span: place(remaining),
    message: t(
      '{0} requested less {1} authorised leaves {2}, but the title decides on {3}. The decision counts for the quantity printed here. Check the three.',
      original.low,
      authorised.low,
      left,
      remaining.low,
    ),
    related: [
      { span: place(original), message: t('So much was requested.') },
      { span: place(authorised), message: t('So much was authorised.') },
    ],
  });
}

function checkVerb({ title, text }: ItemPart, remaining: Span, report: Reporter): void {
  if (title.colon === null) return;
  const words = title.text.text.slice(remaining.start, remaining.end).replace(/[\s,;:]{1,20}$/, '');
  const last = words.slice(words.lastIndexOf(' ') + 1);
  if (words === '' || /^(?:is|are)$/i.test(last)) return;
  const end = remaining.start + words.length;
  const span = title.text.source(end - last.length, end);
  // Punctuation before the colon gives way to the verb.
  const isPunctuation = /^[\s,;:]*$/.test(text.slice(span.end, title.colon));
  const edit = { span: { start: span.end, end: isPunctuation ? title.colon : span.end }, text: ' is' };
  report({
    span,
    message: t('This sentence lacks its verb: it runs into the decision. Write "is" before the colon.'),
    fixes: () => [{ title: t('Write "is" before the colon'), safe: false, edits: [edit] }],
  });
}

/** The quantities of the three portions, where each states exactly one in a unit that they share. */
function comparable({ original, authorised, remaining }: Portions, text: string): Quantity[] | null {
  if (!original || !authorised) return null;
  const words = (span: Span) => text.slice(span.start, span.end);
  // Nothing comparable was authorised: the whole request is still in dispute.
  if (squeeze(words(remaining)).startsWith(squeeze(words(original)))) return null;
  const found = [original, authorised, remaining].map(span => amountsIn(words(span), span.start));
  for (const { unit } of found[0] ?? []) {
    const three = found.map(quantities => quantities?.filter(one => one.unit === unit) ?? []);
    if (three.every(quantities => quantities.length === 1)) return three.flat();
  }
  return null;
}

/** The quantities of a portion, one that is both stated and worked out once; null where they cannot be told for certain. */
function amountsIn(words: string, start: number): Quantity[] | null {
  if (/refill|month|supply/i.test(words)) return null;
  const amounts: Quantity[] = [];
  for (const quantity of quantitiesIn(words)) {
    if (quantity.low !== quantity.high || quantity.other !== null) return null;
    const isKnown = amounts.some(
      ({ unit, low, basis }) => unit === quantity.unit && low === quantity.low && basis !== quantity.basis,
    );
    if (!isKnown) amounts.push({ ...quantity, span: shift(quantity.span, start) });
  }
  return amounts;
}
