import type { ItemPart, Placed } from '../../language/tree';
import { compileTemplate, findTemplate } from '../../profile/template';
import { serviceOf } from '../../rules/standardText';
import { portionsIn } from '../../rules/structure/portions';
import { lowerCase } from '../../text/lowerCase';
import { contains, type Span, shift } from '../../text/span';
import { t } from '../../words/translate';
import { formsOf, inFormOf } from './forms';
import { readService } from './newName';
import { meansRequest, phrasesIn } from './phrases';
import { type Statement, statementsIn } from './statements';
import { type Mention, type Place, type Refusal, type RenameTarget, renamed } from './target';

/**
 * An item's service: in its title, of a title that tells a history in the portion in dispute, and wherever its rationale
 * or the sentence of an item that depends on it means just that. Null where the cursor stands on none of these.
 */
export function serviceTarget(place: Place): RenameTarget | Refusal | null {
  const { letter, setup, offset, placed } = place;
  const { start, part } = placed;
  if (part.kind !== 'item') return null;
  const isInTitle = contains(shift(part.title.name, start), offset);
  const own = titleMention({ start, part }, place);
  if (!own) return isInTitle ? { refused: t('This item has no title yet. Write it first.') } : null;
  const mentions = [
    own,
    ...rationaleMentions({ start, part }, own.words, place),
    ...dependentMentions(own.words, place),
  ];
  const at = mentions.find(({ span }) => contains(span, offset));
  if (!at) {
    return isInTitle
      ? { refused: t('Only the portion that is still in dispute can be renamed: go to its words in the title.') }
      : null;
  }
  return {
    ...at,
    rename(name) {
      const service = readService(name, letter.profile);
      if (typeof service !== 'string') return service;
      return renamed(letter, mentions, ({ words }) => inFormOf(words, at.words, service, setup.vocabulary));
    },
  };
}

/** The words of the title that name the service; null where there are none. */
function titleMention({ start, part }: Placed<ItemPart>, { letter }: Place): Mention | null {
  const { text } = part.title;
  if (text.text.trim() === '') return null;
  const words = serviceOf(part, letter.profile);
  const from = portionsIn(text.text, letter.profile)?.remaining.start ?? 0;
  const at = text.text.indexOf(words, from);
  return at < 0 ? null : { span: shift(text.source(at, at + words.length), start), words };
}

function rationaleMentions(item: Placed<ItemPart>, service: string, { letter, setup }: Place): Mention[] {
  const others = letter.items
    .filter(({ part }) => part !== item.part)
    .map(({ part }) => serviceOf(part, letter.profile))
    .filter(other => lowerCase(other) !== lowerCase(service) && phrasesIn(other, service).length > 0);
  return statementsIn([item], setup.vocabulary, isRationale).flatMap(({ sentence, mention }) =>
    formsOf(service)
      .flatMap(form => phrasesIn(sentence.text, form))
      .filter(span => meansRequest(sentence, span, others, setup.grammar))
      .map(mention),
  );
}

function isRationale({ role }: Statement['passage']): boolean {
  return role === 'rationale';
}

/** The profile's sentence by which an item depends on this one. */
function dependentMentions(service: string, { letter, setup, placed }: Place): Mention[] {
  const { dependsOn } = letter.profile.profile.items;
  if (dependsOn === null) return [];
  const template = compileTemplate(dependsOn);
  const others = letter.items.filter(({ part }) => part !== placed.part);
  return statementsIn(others, setup.vocabulary, isRationale).flatMap(({ sentence, mention }) => {
    const { text } = sentence;
    const value: Span | undefined = findTemplate(template, lowerCase(text))?.values['item'];
    const isNamed = value && lowerCase(text.slice(value.start, value.end)) === lowerCase(service);
    return isNamed ? [mention(value)] : [];
  });
}
