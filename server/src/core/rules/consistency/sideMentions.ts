import type { Disputed } from '../../facts/disputed';
import type { Passage } from '../../facts/passages';
import { looksElsewhere, type Region, regionsOf, speaksOfCase } from '../../facts/regions';
import type { Sentence } from '../../facts/sentence';
import { compiled } from '../../vocabulary/compiled';
import { related, sidesMeant } from '../../vocabulary/regions';
import type { Vocabulary } from '../../vocabulary/schema';
import { isAboutTitle, isOtherSide, type Phrase, phrasesAt, sidesIn } from './subjects';

/** A body part with a side. */
export type SidedRegion = Region & { readonly side: NonNullable<Region['side']> };

export function isSided(region: Region): region is SidedRegion {
  return region.side !== null;
}

/** Where a rationale gives a side to a body part to which the title gives one. */
export interface SideMention {
  readonly region: SidedRegion;
  /** Where its sentence begins in the rationale. */
  readonly start: number;
  /** It is a side that the title does not give the part. */
  readonly isOther: boolean;
  /** The phrase that asks for this other side, or for both sides instead of one, and names no side of the title. */
  readonly asked: Phrase | null;
  /**
   * The part is the title's own, the sentence speaks of this case, gives no side of the title and has no reason to look
   * at the other side.
   */
  readonly isPlain: boolean;
}

/** The sides that the rationale gives to the parts to which the title gives one; each side word once, in order. */
export function sideMentions(rationale: Passage, disputed: Disputed, vocabulary: Vocabulary): SideMention[] {
  const hasSide = ({ part }: Region) => sidesIn(disputed, part, vocabulary).size > 0;
  const isOther = ({ part, side }: SidedRegion) =>
    isOtherSide(side.side, sidesIn(disputed, part, vocabulary), vocabulary);
  const mentions: SideMention[] = [];
  for (const { start, sentence } of rationale.sentences) {
    const regions = sentence.of(sidedOf).filter(hasSide);
    if (regions.length === 0) continue;
    const phrases = phrasesAt(start, sentence).filter(phrase => isAboutTitle(phrase, disputed));
    const isPlain = regions.every(isOther) && sentence.of(speaksOfCase) && !sentence.of(looksElsewhere);
    for (const region of regions) {
      const phrase = phrases.find(one => holds(one, region));
      const isAsked =
        phrase?.regions.filter(isSided).filter(hasSide).every(isOther) ||
        (phrase?.kind === 'finding' && isWider(region, disputed, vocabulary));
      mentions.push({
        region,
        start,
        isOther: isOther(region),
        asked: (isAsked && phrase) || null,
        isPlain: isPlain && disputed.regions.some(own => isSided(own) && isSamePart(own.part, region.part, vocabulary)),
      });
    }
  }
  return mentions;
}

/** The regions of the sentence that have a side; of those that share the word for it, the first. */
function sidedOf(sentence: Sentence): readonly SidedRegion[] {
  const seen = new Set<number>();
  return sentence
    .of(regionsOf)
    .filter(isSided)
    .filter(({ side }) => !seen.has(side.start) && seen.add(side.start));
}

function holds({ regions }: Phrase, { side }: SidedRegion): boolean {
  return regions.some(region => region.side?.start === side.start);
}

/** Whether both sides are named where the title names one. */
function isWider({ part, side }: SidedRegion, disputed: Disputed, vocabulary: Vocabulary): boolean {
  const sides = sidesIn(disputed, part, vocabulary);
  return sides.size === 1 && sidesMeant(vocabulary, side.side).length > 1;
}

/** Whether a side of one part is a side of the other: of a part and what it is a part of, but not of a whole limb. */
export function isSamePart(a: string, b: string, vocabulary: Vocabulary): boolean {
  const parts = compiled(vocabulary).bodyPartById();
  const one = parts.get(a);
  const other = parts.get(b);
  if (!one || !other || one.unpaired || other.unpaired) return false;
  return a === b || (!one.nerves && !other.nerves && related(vocabulary, a, b));
}

/** The one side that a side is not; null where it stands for several, or where there are more than two. */
export function oppositeOf(side: string, { sides }: Vocabulary): string | null {
  const others = sides.filter(one => !one.covers && one.id !== side);
  return sides.some(one => one.id === side && !one.covers) && others.length === 1 ? (others[0]?.id ?? null) : null;
}

/**
 * The word for `side`, written as the one at hand, which says another side: "Right-sided" for "Left-sided". Terms and
 * abbreviations of the sides correspond by their order in the vocabulary.
 */
export function wordFor(side: string, written: string, was: string, { sides }: Vocabulary): string {
  const before = sides.find(one => one.id === was);
  const after = sides.find(one => one.id === side);
  const exact = after?.exact?.[before?.exact?.indexOf(written) ?? -1];
  if (exact !== undefined) return exact;
  const term = after?.terms?.[before?.terms?.indexOf(written.toLowerCase().replace('-', ' ')) ?? -1];
  const word = term ?? after?.title ?? side;
  const spelled = written.includes('-') ? word.replace(' ', '-') : word;
  if (written === written.toUpperCase()) return spelled.toUpperCase();
  const isCapital = written.charAt(0) !== written.charAt(0).toLowerCase();
  return isCapital ? `${spelled.charAt(0).toUpperCase()}${spelled.slice(1)}` : spelled;
}
