import { matchTerms, type TermMatch } from '../vocabulary/matcher';
import { matchSides, type SideMatch } from '../vocabulary/sides';
import type { Sentence } from './sentence';

/** Body parts, drugs and services that the sentence names. */
export function termsOf({ text, vocabulary }: Sentence): readonly TermMatch[] {
  return matchTerms(text, vocabulary);
}

/** The sides it names, each with the body parts it speaks of. */
export function sidesOf(sentence: Sentence): readonly SideMatch[] {
  const bodyParts = sentence.of(termsOf).filter(term => term.kind === 'bodyPart');
  return bodyParts.length > 0 ? matchSides(sentence.text, bodyParts, sentence.vocabulary) : [];
}
