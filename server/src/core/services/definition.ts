import type { Guideline, GuidelineSection, GuidelineTopic } from '../catalogue/model';
import type { Citation } from '../citations/model';
import type { Letter } from '../language/letter';
import type { Setup } from '../setup';
import { contains, type Span, shift } from '../text/span';
import { guidelinesNamed, type NamedGuideline } from './mentions/guidelineMentions';
import { type Mention, mentionsAt, mentionsOf } from './mentions/mentions';
import { otherItemsAt } from './mentions/otherItems';

/** What the words at a place refer to. */
export interface Definition {
  /** The words. */
  readonly origin: Span;
  readonly target: DefinitionTarget;
}

export type DefinitionTarget =
  /**
   * An entry of the catalogue; the section or topic of it that is cited where the cursor stands. `cited` is where an item's
   * guideline line cites it, for who cannot show the entry.
   */
  | {
      readonly kind: 'guideline';
      readonly guideline: Guideline;
      readonly part: GuidelineSection | GuidelineTopic | null;
      readonly cited: readonly Span[];
    }
  /** Places of the letter: where a fact is stated, the titles of other items. `whole` is what is around each. */
  | { readonly kind: 'places'; readonly places: readonly DefinitionPlace[] };

export interface DefinitionPlace {
  readonly span: Span;
  readonly whole: Span;
}

/** What the words at `offset` refer to: a guideline, other items, the place where the letter states a fact; else null. */
export function definition(letter: Letter, setup: Setup, offset: number): Definition | null {
  return (
    guidelineDefinition(letter, setup, offset) ??
    itemDefinition(letter, setup, offset) ??
    factDefinition(letter, setup, offset)
  );
}

function guidelineDefinition(letter: Letter, setup: Setup, offset: number): Definition | null {
  const item = letter.items.findLast(({ start }) => start <= offset);
  if (!item) return null;
  const at = offset - item.start;
  const named = guidelinesNamed(item.part, setup);
  const found = named.find(({ span }) => contains(span, at));
  if (!found) return null;
  const { guideline, span } = found;
  const cited = named.filter(each => each.guideline === guideline && each.place === 'guidelineLine' && each !== found);
  return {
    origin: shift(span, item.start),
    target: {
      kind: 'guideline',
      guideline,
      part: partAt(found, at),
      cited: cited.map(each => shift(each.span, item.start)),
    },
  };
}

/** The section that is cited at a place, or the first topic on a page that is. */
function partAt({ citation, guideline, source }: NamedGuideline, at: number): GuidelineSection | GuidelineTopic | null {
  if (!citation) return null;
  const section = citation.sections.find(({ span }) => contains(source(span), at));
  if (section) return section.known;
  const page = citation.pages.find(({ span }) => contains(source(span), at));
  return page ? topicOn(guideline, page) : null;
}

function topicOn({ topics }: Guideline, { range }: Citation['pages'][number]): GuidelineTopic | null {
  if (!range) return null;
  const [from, to] = range;
  return topics.find(({ pages }) => pages.some(([first, last]) => first <= to && from <= last)) ?? null;
}

function itemDefinition(letter: Letter, setup: Setup, offset: number): Definition | null {
  const [found] = otherItemsAt(letter, setup, offset);
  if (!found) return null;
  const places = found.to.flatMap(number => titlePlace(letter, number));
  return places.length === 0 ? null : { origin: found.span, target: { kind: 'places', places } };
}

function titlePlace(letter: Letter, number: number): DefinitionPlace[] {
  const item = letter.items[number];
  if (!item) return [];
  const { start, part } = item;
  return [{ span: shift(part.title.name, start), whole: { start, end: start + part.text.trimEnd().length } }];
}

/** A date is stated in the header, what is requested in titles, all else in the summary. */
function factDefinition(letter: Letter, setup: Setup, offset: number): Definition | null {
  const [at] = mentionsAt(letter, setup, offset);
  const origin = at?.spans.find(span => contains(span, offset));
  if (!at || !origin || at.kind === 'guideline') return null;
  const stated = statement(mentionsOf(letter, setup, new Set([at.key])), at);
  if (!stated) return null;
  const [first = origin] = stated.spans;
  const end = stated.spans.at(-1)?.end ?? first.end;
  return {
    origin,
    target: { kind: 'places', places: [{ span: first, whole: { start: first.start, end: Math.max(first.end, end) } }] },
  };
}

/** The mention that states the fact, for who looks at one of its mentions. */
function statement(same: readonly Mention[], { kind, item }: Mention): Mention | undefined {
  const inTitle = (one: Mention) => one.place === 'title' && one.item === item;
  const order: ((one: Mention) => boolean)[] = [
    one => one.place === 'header',
    ...(kind === 'service' || kind === 'drug' || kind === 'drugClass' ? [inTitle] : []),
    one => one.place === 'summary',
    inTitle,
    one => one.place === 'title',
  ];
  for (const states of order) {
    const found = same.find(states);
    if (found) return found;
  }
  return undefined;
}
