import type { TermMatch } from '../vocabulary/matcher';
import type { SideMatch } from '../vocabulary/sides';
import type { Sentence } from './sentence';
import { sidesOf, termsOf } from './terms';

/** A body part that a sentence names, with its side. Offsets in the sentence, UTF-16. */
export interface Region {
  readonly start: number;
  readonly end: number;
  /** Id of the body part in the vocabulary. */
  readonly part: string;
  /** By its name, by a diagnosis that implies it, or by a spinal level. */
  readonly basis: TermMatch['basis'];
  /** The word that says its side; null where none does. */
  readonly side: Pick<SideMatch, 'start' | 'end' | 'side'> | null;
}

/** The body parts that the sentence names, in its order; a word that means several gives one region for each. */
export function regionsOf(sentence: Sentence): readonly Region[] {
  const terms = sentence.of(termsOf).filter(term => term.kind === 'bodyPart');
  const sides = new Map<string, SideMatch>();
  for (const side of sentence.of(sidesOf)) for (const part of side.parts) sides.set(`${part.start} ${part.id}`, side);
  return terms.map(({ start, end, id, basis }) => {
    return { start, end, part: id, basis, side: sides.get(`${start} ${id}`) ?? null };
  });
}

/** Words by which a sentence speaks of this case, its worker, its records, its request. */
const CASE =
  /\b(?:patient|claimant|applicant|worker|employee|member|enrollee|he|she|his|her|records?|notes?|reports?|documentation|documented|examination|exam|physician|provider|request(?:s|ed|ing)?|this case|submitted)\b/i;

/** Whether the sentence speaks of the case, and not of what holds for everyone. */
export function speaksOfCase({ text }: Sentence): boolean {
  return CASE.test(text);
}

/** Words by which a sentence speaks of other times, the other side, or something beside what is asked for. */
const ELSEWHERE =
  /\b(?:prior(?! to)|previous(?:ly)?|past|earlier|already|formerly|history|histories|status post|s\/p|underwent|undergone|contralateral|opposite|uninvolved|unaffected|uninjured|non-?injured|compared?|comparison|comparative|versus|than|in addition to|as well as|another|separate(?:ly)?|other|dominant|compensat\w{1,10})\b/i;

/** Whether the sentence has a reason to name another part or side than the one asked for. */
export function looksElsewhere({ text }: Sentence): boolean {
  return ELSEWHERE.test(text);
}
