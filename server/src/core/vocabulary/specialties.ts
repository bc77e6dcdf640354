import { compiled } from './compiled';
import { matchPhrases } from './matcher';
import type { Vocabulary } from './schema';
import { tokenize } from './tokens';

/** A specialty, or a person who practises it, in a text. Offsets are UTF-16. */
export interface SpecialtyMatch {
  readonly start: number;
  readonly end: number;
  readonly kind: 'specialty' | 'practitioner';
  /** Of the specialty in the vocabulary. */
  readonly id: string;
}

/** All specialties and practitioners of a text in order of their start; linear in the text. */
export function matchSpecialties(text: string, vocabulary: Vocabulary): SpecialtyMatch[] {
  const tokens = tokenize(text);
  const matches: SpecialtyMatch[] = [];
  matchPhrases(tokens, compiled(vocabulary).specialties(), (first, last, { kind, id }) => {
    matches.push({ start: tokens.starts[first] ?? 0, end: tokens.ends[last] ?? 0, kind, id });
  });
  return matches;
}
