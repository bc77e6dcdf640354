import { type Disputed, disputedOf, shareTreatment, treatmentsOf, withoutGeneral } from '../../facts/disputed';
import type { ItemHead } from '../../facts/itemHeads';
import type { Passage } from '../../facts/passages';
import { looksElsewhere, type Region, regionsOf, speaksOfCase } from '../../facts/regions';
import { type Requested, requestedOf } from '../../facts/requested';
import { type Sentence, sentenceOf } from '../../facts/sentence';
import { termsOf } from '../../facts/terms';
import type { TermMatch } from '../../vocabulary/matcher';
import { bearsOn, canBeAbout, isNear, sidesMeant } from '../../vocabulary/regions';
import type { Vocabulary } from '../../vocabulary/schema';
import type { ItemContext } from '../context';

/** What the item's title says is in dispute; offsets count in the title's text. */
export function disputedIn(context: ItemContext): Disputed {
  return sentenceOf(context.title.text.text, context.vocabulary).of(disputedOf);
}

/** A phrase of the rationale that says what is asked for, with what it names; offsets count in its sentence. */
export interface Phrase extends Requested {
  readonly sentence: Sentence;
  /** Where the sentence begins in the rationale. */
  readonly start: number;
  readonly regions: readonly Region[];
  /** Services and drugs that it names, as `treatmentsOf` gives them. */
  readonly treatments: ReadonlySet<string>;
}

const phrasesKnown = new WeakMap<Passage['sentences'], readonly Phrase[]>();

/** The phrases of a text that say what is asked for and name something the vocabulary knows; several rules ask for them. */
export function phrasesIn({ sentences }: Passage): readonly Phrase[] {
  let phrases = phrasesKnown.get(sentences);
  if (!phrases) {
    phrases = sentences.flatMap(({ start, sentence }) => phrasesAt(start, sentence));
    phrasesKnown.set(sentences, phrases);
  }
  return phrases;
}

/** The same of one sentence, which begins there. */
export function phrasesAt(start: number, sentence: Sentence): Phrase[] {
  return sentence.of(phrasesOf).map(phrase => ({ ...phrase, sentence, start }));
}

function phrasesOf(sentence: Sentence): readonly Omit<Phrase, 'sentence' | 'start'>[] {
  return sentence.of(requestedOf).flatMap(requested => {
    const { span } = requested;
    const isInside = (one: { start: number; end: number }) => one.start >= span.start && one.end <= span.end;
    const terms = sentence.of(termsOf).filter(isInside);
    if (terms.length === 0) return [];
    const regions = sentence.of(regionsOf).filter(isInside);
    return [{ ...requested, regions, treatments: withoutGeneral(treatmentsOf(terms, sentence.vocabulary)) }];
  });
}

/** Whether the phrase names a service or drug of the title, or one of its class. */
export function namesTreatmentOf({ treatments }: Pick<Phrase, 'treatments'>, disputed: Disputed): boolean {
  return shareTreatment(treatments, disputed.treatments);
}

/** Whether the sentence speaks of this case and not of what guidelines ask for. */
function arguesCase(sentence: Sentence): boolean {
  return sentence.of(speaksOfCase) && !/\bguidelines?\b/i.test(sentence.text);
}

/** Words by which a sentence speaks of a further request. */
const FURTHER = /\b(?:also|additionally|in addition)\b/i;

function speaksOfMore({ text }: Sentence): boolean {
  return FURTHER.test(text);
}

/**
 * Whether what the phrase speaks of must be what the title asks for, whatever it says of body part and side: it says of
 * the same service, or without naming one, whether it is necessary; or it names the same service and neither another time
 * nor a further request.
 */
export function isAboutTitle(phrase: Phrase, disputed: Disputed): boolean {
  if (phrase.kind === 'reason') return false;
  const isSame = namesTreatmentOf(phrase, disputed);
  if (phrase.kind === 'finding') return isSame || phrase.treatments.size === 0;
  if (!isSame || phrase.sentence.of(looksElsewhere)) return false;
  return phrase.kind === 'argument' ? phrase.sentence.of(arguesCase) : !phrase.sentence.of(speaksOfMore);
}

const PRIMARY = new Set(['surgery', 'injection']);

/**
 * Whether these are operations or injections alone and the title is none: such a one decides the services that go with it.
 */
export function areOnPrimary(treatments: ReadonlySet<string>, disputed: Disputed): boolean {
  const classes = classesOf(treatments);
  const own = classesOf(disputed.treatments);
  return classes.length > 0 && classes.every(id => PRIMARY.has(id) && !own.includes(id));
}

function classesOf(treatments: ReadonlySet<string>): string[] {
  return [...treatments].flatMap(one => /^(?:of|any):(.+)$/.exec(one)?.[1] ?? []);
}

interface Bearing {
  /** The title names it or one close to it. */
  readonly isNamed: boolean;
  /** The same, or it is where the nerves of what the title names come from. */
  readonly isOwn: boolean;
  /** What is said of it can bear on what the title is about. */
  readonly bears: boolean;
}

const bearings = new WeakMap<Disputed, Map<string, Bearing>>();

/** How a body part stands to those that a title names; worked out once for each. */
export function bearingOf(part: string, disputed: Disputed, vocabulary: Vocabulary): Bearing {
  let known = bearings.get(disputed);
  if (!known) {
    known = new Map();
    bearings.set(disputed, known);
  }
  let bearing = known.get(part);
  if (!bearing) {
    const { parts, terms } = disputed;
    const isNamed = parts.some(one => isNear(vocabulary, one, part));
    const isOwn = isNamed || canBeAbout(vocabulary, terms, part);
    bearing = { isNamed, isOwn, bears: isOwn || parts.some(one => bearsOn(vocabulary, one, part)) };
    known.set(part, bearing);
  }
  return bearing;
}

/** The sides that a title gives the body part, or those close to it. */
export function sidesIn({ regions }: Disputed, part: string, vocabulary: Vocabulary): ReadonlySet<string> {
  const sides = regions.filter(region => region.side && isNear(vocabulary, region.part, part));
  return new Set(sides.flatMap(({ side }) => (side ? sidesMeant(vocabulary, side.side) : [])));
}

/** Whether the side is another than those; false where there are none. */
export function isOtherSide(side: string, sides: ReadonlySet<string>, vocabulary: Vocabulary): boolean {
  return sides.size > 0 && !sidesMeant(vocabulary, side).some(one => sides.has(one));
}

interface Titles {
  readonly vocabulary: Vocabulary;
  /**
   * By the number of the item, as far as `MOST_ITEMS`. Of items with the same title two are enough: without the one that
   * asks, the other still speaks for them all.
   */
  readonly disputed: ReadonlyMap<number, Disputed>;
  /** Of each service and drug the items that name it. */
  readonly naming: ReadonlyMap<string, readonly number[]>;
}

/** No letter has more items that somebody copied from. */
const MOST_ITEMS = 200;
const titlesKnown = new WeakMap<readonly ItemHead[], Titles>();

/** What the titles of the items say is in dispute; worked out once for as long as no title changes. */
function titlesIn({ items, vocabulary }: ItemContext): Titles {
  const known = titlesKnown.get(items);
  if (known?.vocabulary === vocabulary) return known;
  const times = new Map<string, number>();
  const disputed = new Map<number, Disputed>();
  for (const [number, { title }] of items.slice(0, MOST_ITEMS).entries()) {
    const before = times.get(title) ?? 0;
    times.set(title, before + 1);
    if (before < 2) disputed.set(number, sentenceOf(title, vocabulary).of(disputedOf));
  }
  const naming = new Map<string, number[]>();
  for (const [number, { terms }] of disputed) {
    for (const { kind, id } of terms) {
      const first = naming.get(`${kind}:${id}`) ?? [];
      if (first.at(-1) !== number) first.push(number);
      naming.set(`${kind}:${id}`, first);
    }
  }
  const titles = { vocabulary, disputed, naming };
  titlesKnown.set(items, titles);
  return titles;
}

/** What the title of the item with this number says is in dispute. */
export function titleOf(number: number, context: ItemContext): Disputed | null {
  return titlesIn(context).disputed.get(number) ?? null;
}

/** What the titles of the other items say is in dispute. */
export function otherTitles(context: ItemContext): readonly Disputed[] {
  return [...titlesIn(context).disputed].flatMap(([number, one]) => (number === context.index ? [] : [one]));
}

/** The numbers of other items whose titles name this service or drug. */
export function itemsNaming({ kind, id }: TermMatch, context: ItemContext): number[] {
  const numbers = kind === 'bodyPart' ? [] : (titlesIn(context).naming.get(`${kind}:${id}`) ?? []);
  return numbers.filter(number => number !== context.index);
}

/**
 * The number of the other item that the phrase speaks of: every body part of it, with its side, and a service where it
 * names one, is in that item's title. Null where it fits none.
 */
export function otherItemOf(phrase: Phrase, context: ItemContext): number | null {
  for (const [number, one] of titlesIn(context).disputed) {
    if (number !== context.index && fits(phrase, one, context.vocabulary)) return number;
  }
  return null;
}

function fits(phrase: Phrase, disputed: Disputed, vocabulary: Vocabulary): boolean {
  if (phrase.treatments.size > 0 && !namesTreatmentOf(phrase, disputed)) return false;
  return phrase.regions.every(({ part, side }) => {
    if (!disputed.parts.some(one => isNear(vocabulary, one, part))) return false;
    return !side || !isOtherSide(side.side, sidesIn(disputed, part, vocabulary), vocabulary);
  });
}
