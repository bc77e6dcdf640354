import type { ItemPart } from '../../language/tree';
import type { CompiledProfile } from '../../profile/compiled';
import { findTemplate, type Template, type TemplateMatch } from '../../profile/template';
import { lowerCase } from '../../text/lowerCase';
import { type Span, shift } from '../../text/span';
import { squeeze } from '../../text/words';
import type { ItemRule, Reporter } from '../rule';
import { type Quantity, quantitiesIn } from './quantities';

export const rule: ItemRule = {
  id: 'remaining-portion',
  group: 'structure',
  scope: 'item',
  sparesLastField: true,
  severity: 'information',
  summary: 'A title of which a part was authorised: its quantities do not add up, or its last sentence lacks its verb.',
  fix: 'offered',
  check(item, { profile }, report) {
    const portions = portionsOf(item, profile);
    if (!portions) return;
    checkQuantities(item, portions, report);
    checkVerb(item, portions.remaining, report);
  },
};

function checkQuantities({ title }: ItemPart, portions: Portions, report: Reporter): void {
  const [original, authorised, remaining] = comparable(portions, title.text.text) ?? [];
  if (!original || !authorised || !remaining) return;
  const left = original.amount - authorised.amount;
  if (left === remaining.amount) return;
  const place = ({ span }: Quantity) => title.text.source(span.start, span.end);
  report({
    span: place(remaining),
    message: `${original.amount} requested less ${authorised.amount} authorised leaves ${left}, but the title decides on ${remaining.amount}. The decision counts for the quantity printed here. Check the three.`,
    related: [
      { span: place(original), message: 'So much was requested.' },
      { span: place(authorised), message: 'So much was authorised.' },
    ],
  });
}

/** The three portions that the title names; the first two are null where their sentences are not there. */
interface Portions {
  readonly original: Span | null;
  readonly authorised: Span | null;
  readonly remaining: Span;
}

function portionsOf({ title }: ItemPart, profile: CompiledProfile): Portions | null {
  const templates = profile.remaining;
  if (!templates) return null;
  const lower = lowerCase(title.text.text);
  const original = firstMatch(templates.original, lower, 0);
  const authorised = firstMatch(templates.authorised, lower, original?.end ?? 0);
  const remaining = firstMatch(templates.remaining, lower, authorised?.end ?? original?.end ?? 0)?.values['remaining'];
  if (!remaining) return null;
  return {
    original: original?.values['original'] ?? null,
    authorised: authorised?.values['authorised'] ?? null,
    remaining,
  };
}

function firstMatch(templates: readonly Template[], lower: string, from: number): TemplateMatch | null {
  for (const template of templates) {
    const match = findTemplate(template, lower, from);
    if (match) return match;
  }
  return null;
}

function checkVerb({ title, text }: ItemPart, remaining: Span, report: Reporter): void {
  if (title.colon === null) return;
  const words = title.text.text.slice(remaining.start, remaining.end).replace(/[\s,;:]{1,20}$/, '');
  const last = /\S+$/.exec(words)?.[0] ?? '';
  if (words === '' || /^(?:is|are)$/i.test(last)) return;
  const end = remaining.start + words.length;
  const span = title.text.source(end - last.length, end);
  // Punctuation before the colon gives way to the verb.
  const isPunctuation = /^[\s,;:]*$/.test(text.slice(span.end, title.colon));
  const edit = { span: { start: span.end, end: isPunctuation ? title.colon : span.end }, text: ' is' };
  report({
    span,
    message: 'This sentence lacks its verb: it runs into the decision. Write "is" before the colon.',
    fixes: () => [{ title: 'Write "is" before the colon', safe: false, edits: [edit] }],
  });
}

/** The quantities of the three portions, where each states exactly one in a unit that they share. */
function comparable({ original, authorised, remaining }: Portions, text: string): Quantity[] | null {
  if (!original || !authorised) return null;
  const words = (span: Span) => text.slice(span.start, span.end);
  // Nothing comparable was authorised: the whole request is still in dispute.
  if (squeeze(words(remaining)).startsWith(squeeze(words(original)))) return null;
  const found = [original, authorised, remaining].map(span =>
    quantitiesIn(words(span))?.map(q => ({ ...q, span: shift(q.span, span.start) })),
  );
  const units = new Set(found.flatMap(quantities => quantities?.map(q => q.unit) ?? []));
  const shared = [...units].filter(unit => found.every(q => q?.filter(one => one.unit === unit).length === 1));
  if (shared.length !== 1) return null;
  return found.flatMap(quantities => quantities?.find(q => q.unit === shared[0]) ?? []);
}
