import { type Passage, passagesOf } from '../../facts/passages';
import type { Sentence } from '../../facts/sentence';
import type { Placed } from '../../language/tree';
import { type Span, shift } from '../../text/span';
import type { Vocabulary } from '../../vocabulary/schema';
import type { Mention } from './target';

/** A sentence of the letter with its place. */
export interface Statement {
  readonly passage: Passage;
  readonly sentence: Sentence;
  /** Words of the sentence, with their place in the letter. */
  mention(span: Span): Mention;
}

/** The sentences of these parts in the places asked for, in order. */
export function statementsIn(
  parts: readonly Placed[],
  vocabulary: Vocabulary,
  isAsked: (passage: Passage) => boolean,
): Statement[] {
  return parts.flatMap(placed =>
    passagesOf(placed.part, vocabulary)
      .filter(isAsked)
      .flatMap(passage =>
        passage.sentences.map(({ start, sentence }) => ({
          passage,
          sentence,
          mention: (span: Span) => ({
            span: shift(passage.text.source(start + span.start, start + span.end), placed.start),
            words: sentence.text.slice(span.start, span.end),
          }),
        })),
      ),
  );
}

/** Where a letter speaks of the case in sentences. */
export function isProse({ place }: Passage): boolean {
  return place === 'summary' || place === 'section' || place === 'rationale' || place === 'loose';
}
