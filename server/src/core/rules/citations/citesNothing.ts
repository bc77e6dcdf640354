import { dependenceOf, goesWithSurgery, namesSurgery } from '../../facts/dependence';
import { sentenceOf } from '../../facts/sentence';
import type { Letter } from '../../language/letter';
import type { ItemPart, Placed } from '../../language/tree';
import type { DecisionDefinition } from '../../profile/schema';
import { compileTemplate, fillTemplate, findTemplate } from '../../profile/template';
import { lowerCase } from '../../text/lowerCase';
import { shift, type TextEdit } from '../../text/span';
import type { Vocabulary } from '../../vocabulary/schema';
import { t } from '../../words/translate';
import type { LetterContext } from '../context';
import { insertField, insertion } from '../edits';
import { perPart } from '../perPart';
import type { Fix, LetterRule } from '../rule';
import { serviceOf } from '../standardText';
import { guidelineLines, type ItemLine, quoted } from './lines';

/** How many items a fix offers to depend on. */
const CHOICES = 10;

export const rule: LetterRule = {
  id: 'cites-nothing',
  group: 'citations',
  scope: 'letter',
  waits: true,
  severity: 'warning',
  summary: 'A reviewer who cites no evidence for an item that depends on no other one.',
  fix: 'offered',
  check(letter, context, report) {
    let surgeries: SurgeriesByDecision | undefined;
    letter.items.forEach((item, index) => {
      const line = nothingCited(item, context);
      if (!line) return;
      if (saysThatItDepends(item.part, context.profile) || reasonsByAnother(item, context)) return;
      surgeries ??= surgeriesIn(letter, context.vocabulary);
      if (followsSurgery(item.part, surgeries)) return;
      report({
        span: shift(line.span({ start: 0, end: line.text.length }), item.start),
        message: t(
          'The reviewer cites no evidence, and the item does not say that it depends on another one. A decision must name what it rests on. Cite the evidence, or say on which item this one depends.',
        ),
        fixes: () => dependences(item, letter.items.slice(0, index), context),
      });
    });
  },
};

const reviewerLines = new WeakMap<ItemPart, { readonly grammar: object | null; readonly line: ItemLine | null }>();

/** The reviewer's line, if it says that nothing was cited; worked out once for an item. */
function nothingCited(item: Placed<ItemPart>, context: LetterContext): ItemLine | null {
  const kept = reviewerLines.get(item.part);
  if (kept?.grammar === context.grammar) return kept.line;
  const found = guidelineLines(item.part, context.item(item)).find(({ role }) => role === 'reviewerGuideline');
  const line = found?.line.form === 'nothing' ? found : null;
  reviewerLines.set(item.part, { grammar: context.grammar, line });
  return line;
}

/** Whether the title or the rationale makes the item stand or fall with another one, in the profile's words. */
const saysThatItDepends = perPart((item: ItemPart, { profile }) => {
  const { dependence, dependsOn } = profile.items;
  const phrases = [...dependence, ...(dependsOn === null ? [] : [dependsOn])].map(compileTemplate);
  const texts = [item.title.text.text, rationaleOf(item)].map(lowerCase);
  return phrases.some(phrase => texts.some(text => findTemplate(phrase, text)));
});

/** Whether the rationale goes by another item, by its number, or by what it says of the surgery. */
function reasonsByAnother(item: Placed<ItemPart>, context: LetterContext): boolean {
  const sentences = context.item(item).passage('rationale')?.sentences ?? [];
  return sentences.some(({ sentence }) => sentence.of(dependenceOf).length > 0);
}

const PROCEDURE = /\b(?:surger(?:y|ies)|surgical|procedure|operation|operative)\b/i;

type SurgeriesByDecision = ReadonlyMap<DecisionDefinition | null, readonly ItemPart[]>;

/** Whether the rationale speaks of a procedure, and another item of the same decision is one. */
function followsSurgery(item: ItemPart, surgeries: SurgeriesByDecision): boolean {
  if (!PROCEDURE.test(rationaleOf(item))) return false;
  const alike = surgeries.get(item.title.decision?.definition ?? null) ?? [];
  return alike.length > 1 || (alike.length === 1 && alike[0] !== item);
}

function surgeriesIn({ items }: Letter, vocabulary: Vocabulary): SurgeriesByDecision {
  const surgeries = new Map<DecisionDefinition | null, ItemPart[]>();
  for (const { part } of items) {
    if (!isSurgery(part, vocabulary)) continue;
    const decision = part.title.decision?.definition ?? null;
    const alike = surgeries.get(decision);
    if (alike) alike.push(part);
    else surgeries.set(decision, [part]);
  }
  return surgeries;
}

function isSurgery({ title }: ItemPart, vocabulary: Vocabulary): boolean {
  return sentenceOf(title.text.text, vocabulary).of(namesSurgery);
}

function rationaleOf(item: ItemPart): string {
  return item.fields.find(field => field.definition.role === 'rationale')?.text.text ?? '';
}

/** One fix for each item above that cites evidence and is decided alike: the profile's sentence looks back on it. */
function dependences(item: Placed<ItemPart>, above: readonly Placed<ItemPart>[], context: LetterContext): Fix[] {
  const { profile } = context;
  const sentence = profile.profile.items.dependsOn;
  if (sentence === null) return [];
  const fixes: Fix[] = [];
  for (const number of likeliestFirst(item, above, context)) {
    const other = above[number] as Placed<ItemPart>;
    const { decision } = other.part.title;
    if (!decision?.definition || context.item(other).guidelineLine('reviewerGuideline')?.form === 'nothing') continue;
    const service = serviceOf(other.part, profile);
    const text = fillTemplate(sentence, { item: service, decision: decision.definition.word.toLowerCase() });
    const edit = beginRationale(item.part, text, context);
    if (!edit) return [];
    const edits = [{ ...edit, span: shift(edit.span, item.start) }];
    fixes.push({ title: t('Say that it depends on item {0}, {1}', number + 1, quoted(service)), safe: false, edits });
    if (fixes.length >= CHOICES) break;
  }
  return fixes;
}

/** The items above that are decided alike, by number: for what goes with a surgery the surgeries first, then the nearest. */
function likeliestFirst(
  { part }: Placed<ItemPart>,
  above: readonly Placed<ItemPart>[],
  { vocabulary }: LetterContext,
): number[] {
  const own = part.title.decision?.definition;
  const alike = [...above.keys()].filter(number => {
    const decision = above[number]?.part.title.decision?.definition;
    return decision && (!part.title.decision || own === decision);
  });
  const nearest = alike.reverse();
  if (!sentenceOf(part.title.text.text, vocabulary).of(goesWithSurgery)) return nearest;
  const surgeries = nearest.filter(number => isSurgery((above[number] as Placed<ItemPart>).part, vocabulary));
  return [...surgeries, ...nearest.filter(number => !surgeries.includes(number))];
}

/** Puts the sentence before all others: it is the reason for what follows. */
function beginRationale(item: ItemPart, sentence: string, { profile, facts }: LetterContext): TextEdit | null {
  const order = profile.profile.items.fields;
  const definition = order.find(field => field.role === 'rationale');
  const field = item.fields.find(one => one.definition === definition);
  if (!field) return definition ? insertField(item, definition, sentence, order, facts.lineEnd) : null;
  const at = field.value.start;
  const before = /\s$/.test(item.text.slice(0, at)) ? '' : ' ';
  return insertion(at, field.text.text === '' ? `${before}${sentence}` : `${before}${sentence} `);
}
