import { passagesOf } from '../../facts/passages';
import type { Letter } from '../../language/letter';
import type { ItemPart, Part, Placed } from '../../language/tree';
import type { Setup } from '../../setup';
import { contains, type Span, shift } from '../../text/span';
import { factsIn } from './factMentions';
import { guidelinesIn } from './guidelineMentions';

/** A fact or guideline that the letter speaks of, where it does. */
export interface Mention {
  readonly kind: 'age' | 'bodyPart' | 'date' | 'drug' | 'drugClass' | 'service' | 'guideline';
  /** Mentions of one fact have one key. */
  readonly key: string;
  /** The words, in order; the words of a side and of its body part may stand apart. */
  readonly spans: readonly Span[];
  /** What is another word where the fact is another one: the number of an age, the word of a side, a date; else null. */
  readonly value: Span | null;
  /**
   * Where it stands: in the header or the case summary, which state the facts; in the title of an item or on one of its
   * guideline lines; or where it is only spoken of.
   */
  readonly place: MentionPlace;
  /** Number of the item it stands in, from 0; null outside of items. */
  readonly item: number | null;
}

export type MentionPlace = 'header' | 'summary' | 'title' | 'guidelineLine' | 'text';

/** A mention relative to its part. */
export type PartMention = Omit<Mention, 'item'>;

/** The mentions with one of the keys, in the order of the letter's parts. */
export function mentionsOf(letter: Letter, setup: Setup, keys: ReadonlySet<string>): readonly Mention[] {
  let items = 0;
  return letter.parts.flatMap(placed => {
    const item = placed.part.kind === 'item' ? items++ : null;
    return mentionsOfPart(placed.part, letter, setup)
      .filter(({ key }) => keys.has(key))
      .map(mention => inLetter(mention, placed, item));
  });
}

/** The mentions that a place of the letter belongs to, the narrowest first. Reads no more than the part it is in. */
export function mentionsAt(letter: Letter, setup: Setup, offset: number): readonly Mention[] {
  const placed = letter.parts.findLast(({ start }) => start <= offset);
  if (!placed) return [];
  const item = letter.items.findIndex(({ start }) => start === placed.start);
  return mentionsOfPart(placed.part, letter, setup)
    .filter(({ spans }) => spans.some(span => contains(span, offset - placed.start)))
    .map(mention => inLetter(mention, placed, item < 0 ? null : item))
    .sort((a, b) => lengthOf(a) - lengthOf(b));
}

/** The mentions in the title of an item. */
export function mentionsInTitle(letter: Letter, setup: Setup, item: Placed<ItemPart>): readonly Mention[] {
  return mentionsOfPart(item.part, letter, setup)
    .filter(({ place }) => place === 'title')
    .map(mention => inLetter(mention, item, letter.items.indexOf(item)));
}

function inLetter(mention: PartMention, { start }: Placed, item: number | null): Mention {
  const spans = mention.spans.map(span => shift(span, start));
  return { ...mention, item, spans, value: mention.value && shift(mention.value, start) };
}

function lengthOf({ spans }: Mention): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

const known = new WeakMap<Part, { readonly setup: Setup; readonly mentions: readonly PartMention[] }>();

/** Worked out once for as long as the part stays. */
function mentionsOfPart(part: Part, { profile }: Letter, setup: Setup): readonly PartMention[] {
  const kept = known.get(part);
  if (kept?.setup === setup) return kept.mentions;
  const guidelines = part.kind === 'item' ? guidelinesIn(part, setup) : [];
  // The body part in the name of a guideline is none of the case.
  const names = guidelines.flatMap(({ spans }) => spans);
  const isName = ({ spans: [span] }: PartMention) =>
    names.some(name => span && name.start <= span.start && span.end <= name.end);
  const facts = passagesOf(part, setup.vocabulary).flatMap(passage => factsIn(passage, profile));
  const mentions = [...facts.filter(fact => !isName(fact)), ...guidelines];
  known.set(part, { setup, mentions });
  return mentions;
}
