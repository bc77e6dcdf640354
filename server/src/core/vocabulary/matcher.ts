import { type CompiledVocabulary, compiled } from './compiled';
import { levelsAt } from './levels';
import type { PhraseIndex } from './phrases';
import type { Vocabulary } from './schema';
import { type Tokens, tokenize } from './tokens';

/** A term of the vocabulary in a text. Offsets are UTF-16. */
export interface TermMatch {
  readonly start: number;
  readonly end: number;
  readonly kind: 'bodyPart' | 'drug' | 'drugClass' | 'service';
  /** Of the entry in the vocabulary. */
  readonly id: string;
  /** How it is named: by its name, by a diagnosis that implies it, or by a spinal level. */
  readonly basis: 'name' | 'diagnosis' | 'level';
}

export type TermKind = 'bodyPart' | 'drug' | 'service';

const allKinds: readonly TermKind[] = ['bodyPart', 'drug', 'service'];

/**
 * All terms of a text in order of their start, in time linear in the text. Body parts, drugs and services are each found
 * on their own, the longest term first, so that "rotator cuff repair" is a service and names a body part too. Of one
 * kind no two matches overlap, but a term that means several entries gives one match for each. `kinds` leaves out what
 * is not needed; drug classes come with the drugs.
 */
export function matchTerms(text: string, vocabulary: Vocabulary, kinds: readonly TermKind[] = allKinds): TermMatch[] {
  const tokens = tokenize(text);
  const index = compiled(vocabulary);
  const matches: TermMatch[] = [];
  if (kinds.includes('bodyPart')) matchBodyParts(tokens, index, matches);
  if (kinds.includes('drug')) {
    matchPhrases(tokens, index.drugs(), (first, last, { kind, id }) => {
      matches.push(matchOf(tokens, first, last, kind, id));
    });
  }
  if (kinds.includes('service')) {
    matchPhrases(tokens, index.services(), (first, last, { id }) => {
      matches.push(matchOf(tokens, first, last, 'service', id));
    });
  }
  return matches.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The phrases of one index in a text, the longest first, none within another; their first and last words by index. */
export function matchPhrases<T>(
  tokens: Tokens,
  index: PhraseIndex<T>,
  visit: (first: number, last: number, value: T) => void,
): void {
  for (let first = 0; first < tokens.words.length; first++) {
    const found = index.longestAt(tokens, first);
    if (!found) continue;
    for (const value of found.values) visit(first, found.last, value);
    first = found.last;
  }
}

function matchBodyParts(tokens: Tokens, index: CompiledVocabulary, matches: TermMatch[]): void {
  const words = index.bodyParts();
  const levels = index.levels();
  for (let first = 0; first < tokens.words.length; first++) {
    const found = words.longestAt(tokens, first) ?? levelsAt(tokens, first, levels);
    if (!found) continue;
    for (const { part, basis } of found.values) {
      matches.push(matchOf(tokens, first, found.last, 'bodyPart', part.id, basis));
    }
    first = found.last;
  }
}

function matchOf(
  { starts, ends }: Tokens,
  first: number,
  last: number,
  kind: TermMatch['kind'],
  id: string,
  basis: TermMatch['basis'] = 'name',
): TermMatch {
  return { start: starts[first] ?? 0, end: ends[last] ?? 0, kind, id, basis };
}
