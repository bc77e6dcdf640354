import type { Guideline } from '../catalogue/model';
import type { Letter } from '../language/letter';
import type { ItemPart, Placed } from '../language/tree';
import type { Setup } from '../setup';
import { contains, type Span, shift, touches } from '../text/span';
import { definition } from './definition';
import { mentionsAt, mentionsInTitle, mentionsOf } from './mentions/mentions';
import { otherItemsAt, otherItemsIn } from './mentions/otherItems';

/** Where a letter comes back to what stands at a place. */
export interface References {
  /** In the order of the letter. */
  readonly places: readonly ReferencePlace[];
  /** The guideline that is meant, which other letters may cite. */
  readonly guideline: Guideline | null;
}

export interface ReferencePlace {
  readonly span: Span;
  /** The letter states it here: what it says elsewhere refers to this. */
  readonly states: boolean;
}

/**
 * Where the letter speaks of what stands at `offset`: of the fact or guideline; of an item, on its title or on words that
 * speak of it, the service it is about and the items that depend on it. Null where nothing is known.
 */
export function references(letter: Letter, setup: Setup, offset: number): References | null {
  const item = itemMeant(letter, setup, offset);
  if (item) return { places: ordered(itemPlaces(letter, setup, item)), guideline: null };
  const [at] = mentionsAt(letter, setup, offset);
  if (!at) return null;
  const target = at.kind === 'guideline' ? definition(letter, setup, offset)?.target : null;
  const places = mentionsOf(letter, setup, new Set([at.key])).flatMap(({ spans, place }) =>
    spans.map(span => ({ span, states: place === 'header' || place === 'summary' })),
  );
  return { places: ordered(places), guideline: target?.kind === 'guideline' ? target.guideline : null };
}

/** The item on whose title the offset stands, or that the words there speak of. */
function itemMeant(letter: Letter, setup: Setup, offset: number): Placed<ItemPart> | null {
  const own = letter.items.find(({ start, part }) => contains(shift(part.title.name, start), offset));
  if (own) return own;
  const [named] = otherItemsAt(letter, setup, offset);
  return letter.items[named?.to[0] ?? -1] ?? null;
}

/** Its title, where the letter speaks of its service, and where other items speak of it. */
function itemPlaces(letter: Letter, setup: Setup, item: Placed<ItemPart>): ReferencePlace[] {
  const number = letter.items.indexOf(item);
  const title = shift(item.part.title.name, item.start);
  const named = mentionsInTitle(letter, setup, item).filter(({ kind }) => kind !== 'date');
  const services = named.filter(({ kind }) => kind !== 'bodyPart');
  // A title without a known service is about its body part.
  const keys = new Set((services.length > 0 ? services : named).map(({ key }) => key));
  return [
    { span: title, states: true },
    ...mentionsOf(letter, setup, keys)
      .filter(({ spans }) => spans.every(span => !touches(span, title)))
      .flatMap(({ spans }) => spans.map(span => ({ span, states: false }))),
    ...otherItemsIn(letter, setup)
      .filter(({ to }) => to.includes(number))
      .map(({ span }) => ({ span, states: false })),
  ];
}

/** In the order of the letter, none of them twice. */
function ordered(places: readonly ReferencePlace[]): ReferencePlace[] {
  const sorted = [...places].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  return sorted.filter(({ span }, index) => {
    const before = sorted[index - 1]?.span;
    return before?.start !== span.start || before.end !== span.end;
  });
}
