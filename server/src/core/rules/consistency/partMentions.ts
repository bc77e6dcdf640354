import type { Disputed } from '../../facts/disputed';
import type { Passage } from '../../facts/passages';
import { looksElsewhere, type Region, regionsOf, speaksOfCase } from '../../facts/regions';
import { levelsOf } from '../../facts/spinalLevels';
import { compiled } from '../../vocabulary/compiled';
import { isWithin, related } from '../../vocabulary/regions';
import type { Vocabulary } from '../../vocabulary/schema';
import type { ItemContext } from '../context';
import {
  areOnPrimary,
  bearingOf,
  isAboutTitle,
  namesTreatmentOf,
  otherItemOf,
  type Phrase,
  phrasesAt,
  phrasesIn,
} from './subjects';

/** A place of the rationale that speaks of another body part, or level of the spine, than the title. */
export interface PartMention {
  /** Offsets in the sentence. */
  readonly start: number;
  readonly end: number;
  /** Where its sentence begins in the rationale. */
  readonly sentence: number;
  /** Id of the body part; null for a level of the same part. */
  readonly part: string | null;
  /** The phrase that asks for it; null where the rationale merely speaks of nothing else. */
  readonly phrase: Phrase | null;
}

/** The phrases that ask for what the title asks for, but for another body part or level. */
export function partsAskedFor(rationale: Passage, disputed: Disputed, context: ItemContext): PartMention[] {
  if (disputed.parts.length === 0) return [];
  const { vocabulary } = context;
  const phrases = phrasesIn(rationale);
  const isFound = phrases.some(phrase => phrase.kind === 'finding' && isOwn(phrase, disputed, vocabulary));
  return phrases.flatMap(phrase => {
    // Where nothing is found on the title's service, a finding on another stands in its place.
    const isInPlace = !isFound && phrase.kind === 'finding' && !areOnPrimary(phrase.treatments, disputed);
    if (!isInPlace && !isAboutTitle(phrase, disputed)) return [];
    const other = otherPartOf(phrase, disputed, context) ?? otherLevelOf(phrase, disputed);
    return other ? [{ ...other, sentence: phrase.start, phrase }] : [];
  });
}

/** Whether the phrase names a body part of the title, or its service. */
function isOwn(phrase: Phrase, disputed: Disputed, vocabulary: Vocabulary): boolean {
  return (
    namesTreatmentOf(phrase, disputed) || phrase.regions.some(({ part }) => bearingOf(part, disputed, vocabulary).isOwn)
  );
}

/** The first part that the phrase names, where it names none of the title's. */
function otherPartOf(phrase: Phrase, disputed: Disputed, context: ItemContext) {
  const [first] = phrase.regions.filter(({ basis }) => basis === 'name');
  if (!first) return null;
  const regions = phrase.kind === 'finding' ? phrase.regions : phrase.sentence.of(regionsOf);
  // Of "cervical injection at L4-5" the name counts.
  const bearings = regions
    .filter(({ basis }) => basis !== 'level')
    .map(({ part }) => bearingOf(part, disputed, context.vocabulary));
  const isOther =
    !bearings.some(bearing => bearing.isOwn) ||
    (!bearings.some(bearing => bearing.isNamed) && otherItemOf(phrase, context) !== null);
  return isOther ? { start: first.start, end: first.end, part: first.part } : null;
}

/** A level in the phrase that the title does not have; where one names spaces and the other vertebrae, one apart from all. */
function otherLevelOf({ span, sentence }: Phrase, { levels }: Disputed) {
  const vertebrae = new Set(levels.flatMap(level => level.vertebrae));
  const spaces = new Set(levels.flatMap(level => level.spaces));
  if (vertebrae.size === 0) return null;
  const asked = sentence.of(levelsOf).filter(({ start, end }) => start >= span.start && end <= span.end);
  const other = asked.find(level =>
    spaces.size > 0 && level.spaces.length > 0
      ? level.spaces.some(space => !spaces.has(space))
      : !level.vertebrae.some(vertebra => vertebrae.has(vertebra)),
  );
  return other ? { start: other.start, end: other.end, part: null } : null;
}

/**
 * The places that speak of other body parts, where the rationale nowhere speaks of one that bears on the title's: two
 * sentences of this case must do so; or one that says what would speak for the title's service, or names a part that is
 * foreign to the case.
 */
export function partsSpokenOf(
  rationale: Passage,
  disputed: Disputed,
  isForeign: (part: string) => boolean,
  vocabulary: Vocabulary,
): PartMention[] {
  if (disputed.parts.length === 0) return [];
  const found: PartMention[] = [];
  let isClear = false;
  for (const { start, sentence } of rationale.sentences) {
    const regions = sentence.of(regionsOf).filter(({ part }) => !isLimbOf(part, disputed, vocabulary));
    if (regions.some(({ part }) => bearingOf(part, disputed, vocabulary).bears)) return [];
    const region = regions.find(one => isOfFrame(one, vocabulary));
    if (!region || !sentence.of(speaksOfCase) || sentence.of(looksElsewhere)) continue;
    found.push({ start: region.start, end: region.end, sentence: start, part: region.part, phrase: null });
    isClear ||= isForeign(region.part) || phrasesAt(start, sentence).some(phrase => namesTreatmentOf(phrase, disputed));
  }
  return isClear || found.length >= 2 ? found : [];
}

/** Whether the part is the whole limb of one of the title: what is said of it says little of that one. */
function isLimbOf(part: string, { parts }: Disputed, vocabulary: Vocabulary): boolean {
  const isLimb = compiled(vocabulary).bodyPartById().get(part)?.nerves !== undefined;
  return isLimb && parts.some(own => own !== part && isWithin(vocabulary, own, part));
}

/** Whether the part is paired or a stretch of the spine: of the others, such as the skin or the mind, any item may speak. */
function isOfFrame({ part, basis }: Region, vocabulary: Vocabulary): boolean {
  const entry = compiled(vocabulary).bodyPartById().get(part);
  return basis !== 'diagnosis' && entry !== undefined && (entry.levels !== undefined || entry.unpaired !== true);
}

/** The level in the title that lies in another stretch of the spine than the one it names: "cervical injection at L4-5". */
export function strayLevelOf({ regions }: Disputed, vocabulary: Vocabulary): Region | null {
  const stretches = compiled(vocabulary).bodyPartById();
  const named = regions.filter(({ part, basis }) => basis === 'name' && stretches.get(part)?.levels);
  const levels = regions.filter(({ basis }) => basis === 'level');
  const fits = levels.some(level => named.some(({ part }) => related(vocabulary, part, level.part)));
  return named.length > 0 && !fits ? (levels[0] ?? null) : null;
}
