import { type Dependence, dependenceOf, goesWithSurgery, namesSurgery, surgeriesBeside } from '../../facts/dependence';
import type { ItemHead } from '../../facts/itemHeads';
import type { Passage } from '../../facts/passages';
import { type Sentence, sentenceOf } from '../../facts/sentence';
import type { ItemPart } from '../../language/tree';
import { compileTemplate, findTemplate } from '../../profile/template';
import { lowerCase } from '../../text/lowerCase';
import { squeeze } from '../../text/words';
import { t } from '../../words/translate';
import type { ItemContext } from '../context';
import type { ItemRule, Report } from '../rule';
import { polarityOf, polarityWords } from './polarity';

export const rule: ItemRule = {
  id: 'dependent-decision',
  group: 'consistency',
  scope: 'item',
  sees: ['items'],
  severity: 'warning',
  summary: 'A service that stands or falls with another item, and does not fit the decision of that item.',
  fix: 'offered',
  check(item, context, report) {
    if (context.items.length < 2) return;
    const passage = context.passage('rationale');
    const found =
      (passage && (wrongWord(passage, item, context) ?? wrongReason(passage, item, context))) ??
      wrongTitle(item, context);
    if (found) report(found);
  },
};

/** The profile's sentence names an item and its decision: the word is not that of the item, or the own one differs. */
function wrongWord({ text }: Passage, item: ItemPart, { profile, items, index }: ItemContext): Report | null {
  const { dependsOn } = profile.profile.items;
  const match = dependsOn === null ? null : findTemplate(compileTemplate(dependsOn), lowerCase(text.text));
  const { item: service, decision: word } = match?.values ?? {};
  if (!match || !service || !word) return null;
  const name = squeeze(text.text.slice(service.start, service.end));
  const number = itemNamed(name, items, index);
  const decision = items[number]?.decision;
  if (!decision) return null;
  const related = [{ item: number, message: t('This item is decided "{0}".', decision.word) }];
  const span = text.source(word.start, word.end);
  if (squeeze(text.text.slice(word.start, word.end)) !== squeeze(decision.word)) {
    return {
      span,
      message: t(
        'The item that this one depends on is decided "{0}". The reader cannot tell what follows. Correct the word, or the decision there.',
        decision.word,
      ),
      related,
      fixes: () => [
        {
          title: t('Change to "{0}"', decision.word.toLowerCase()),
          safe: false,
          edits: [{ span, text: decision.word.toLowerCase() }],
        },
      ],
    };
  }
  const own = item.title.decision;
  if (!own?.definition || own.definition === decision) return null;
  return {
    span: own.span,
    message: t(
      'This item is decided "{0}", but its rationale gives it the decision of the item it depends on, which is "{1}". Correct the one or the other.',
      own.word,
      decision.word,
    ),
    related,
    fixes: () => [
      { title: t('Decide "{0}"', decision.word), safe: false, edits: [{ span: own.span, text: decision.word }] },
    ],
  };
}

const namedKnown = new WeakMap<readonly ItemHead[], Map<string, number>>();

/** The first other item whose title holds these words, squeezed; -1 if none does. Copied items look for the same. */
function itemNamed(squeezed: string, items: readonly ItemHead[], index: number): number {
  const holds = ({ title }: ItemHead) => squeeze(title).includes(squeezed);
  let known = namedKnown.get(items);
  if (!known) {
    known = new Map();
    namedKnown.set(items, known);
  }
  let first = known.get(squeezed);
  if (first === undefined) {
    first = items.findIndex(holds);
    known.set(squeezed, first);
  }
  return first === index ? items.findIndex((head, number) => number > index && holds(head)) : first;
}

/** The rationale says of the service that this one depends on what is not its decision. */
function wrongReason(passage: Passage, item: ItemPart, context: ItemContext): Report | null {
  const title = ownTitle(context);
  for (const { sentence, start } of passage.sentences) {
    for (const dependence of sentence.of(dependenceOf)) {
      const found = againstItems(dependence, item, title, context);
      if (!found) continue;
      const { span } = dependence;
      return { ...found, span: passage.text.source(start + span.start, start + span.end) };
    }
  }
  return null;
}

function againstItems(
  { item: number, polarity }: Dependence,
  item: ItemPart,
  title: Sentence,
  context: ItemContext,
): Omit<Report, 'span'> | null {
  const { items, index } = context;
  if (number !== null) {
    const named = items[number - 1];
    const falls = named !== undefined && number - 1 !== index && decided(named) === 'not-necessary';
    if (!falls || polarityOf(item.title.decision?.definition ?? null) !== 'necessary') return null;
    return {
      message: t(
        'Item {0}, which this one depends on, is decided "{1}", and this one is not. A service that goes with another falls with it. Correct one of the two decisions, or say why this one stands alone.',
        number,
        named.decision?.word ?? '',
      ),
      related: [{ item: number - 1, message: t('This item is refused.') }],
    };
  }
  if (polarity === null || title.of(namesSurgery)) return null;
  const surgeries = surgeriesOf(context);
  const primary = surgeries[0];
  if (primary === undefined || !surgeries.every(one => contradicts(items[one], polarity))) return null;
  return {
    message: t(
      'The rationale goes by a surgery that is {0}, but the letter decides the contrary about it. A service that goes with another stands or falls with it. Correct the reason or that decision.',
      polarityWords(polarity),
    ),
    related: [{ item: primary, message: t('This item is decided "{0}".', items[primary]?.decision?.word ?? '') }],
  };
}

function decided({ decision }: ItemHead) {
  return polarityOf(decision);
}

function contradicts(head: ItemHead | undefined, polarity: 'necessary' | 'not-necessary'): boolean {
  const own = head ? decided(head) : null;
  return own !== null && own !== polarity;
}

/** The title calls it a service of a surgery, and the letter refuses that surgery. */
function wrongTitle(item: ItemPart, context: ItemContext): Report | null {
  const own = item.title.decision;
  if (!own || polarityOf(own.definition) !== 'necessary' || !saysAssociated(context)) return null;
  const { items } = context;
  const surgeries = surgeriesOf(context);
  const primary = surgeries[0];
  if (primary === undefined || !surgeries.every(one => contradicts(items[one], 'necessary'))) return null;
  const word = items[primary]?.decision?.word ?? '';
  return {
    span: own.span,
    message: t(
      'This service goes with a surgery, and the surgery is decided "{0}". What is done only for a surgery falls with it. Correct one of the two decisions, or say why this service stands alone.',
      word,
    ),
    related: [{ item: primary, message: t('The surgery is decided "{0}".', word) }],
    fixes: () => [{ title: t('Decide "{0}"', word), safe: false, edits: [{ span: own.span, text: word }] }],
  };
}

/** Whether the title says in the profile's words that the service goes with another one. */
function saysAssociated(context: ItemContext): boolean {
  const title = ownTitle(context);
  if (!title.of(goesWithSurgery)) return false;
  const lower = lowerCase(title.text);
  return context.profile.profile.items.dependence.some(phrase => findTemplate(compileTemplate(phrase), lower));
}

function ownTitle({ title, vocabulary }: ItemContext): Sentence {
  return sentenceOf(title.text.text, vocabulary);
}

function surgeriesOf({ items, index, vocabulary }: ItemContext): number[] {
  return surgeriesBeside(
    items.map(({ title }) => title),
    index,
    vocabulary,
  );
}
