import { passagesOf } from '../../facts/passages';
import type { Letter } from '../../language/letter';
import type { Part } from '../../language/tree';
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

/** All mentions, in the order of the letter's parts. */
export function mentionsIn(letter: Letter, setup: Setup): readonly Mention[] {
  let items = 0;
  return letter.parts.flatMap(({ start, part }) => {
    const item = part.kind === 'item' ? items++ : null;
    return mentionsOfPart(part, letter, setup).map(mention => ({
      ...mention,
      item,
      spans: mention.spans.map(span => shift(span, start)),
      value: mention.value && shift(mention.value, start),
    }));
  });
}

/** The mentions that a place of the letter belongs to, the narrowest first. */
export function mentionsAt(mentions: readonly Mention[], offset: number): readonly Mention[] {
  return mentions
    .filter(({ spans }) => spans.some(span => contains(span, offset)))
    .sort((a, b) => lengthOf(a) - lengthOf(b));
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
