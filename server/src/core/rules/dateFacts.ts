import { type DatedFact, datedFactsOf } from '../facts/dateMeaning';
import type { Passage } from '../facts/passages';
import { type Span, shift } from '../text/span';
import type { Context } from './context';

/** A date of a passage, with its sentence. */
export interface PlacedDate {
  readonly fact: DatedFact;
  /** Relative to the part. */
  readonly span: Span;
  readonly written: string;
  readonly sentence: string;
}

const known = new WeakMap<Passage, { readonly profile: object; readonly dates: readonly PlacedDate[] }>();

/** The dates of a passage, in order. */
export function datesOfPassage(passage: Passage, { profile }: Context): readonly PlacedDate[] {
  const kept = known.get(passage);
  if (kept?.profile === profile) return kept.dates;
  const aspect = datedFactsOf(profile);
  const dates = passage.sentences.flatMap(({ start, sentence }) =>
    sentence.of(aspect).map(fact => {
      const { start: from, end } = shift(fact.span, start);
      const written = sentence.text.slice(fact.span.start, fact.span.end);
      return { fact, span: passage.text.source(from, end), written, sentence: sentence.text };
    }),
  );
  known.set(passage, { profile, dates });
  return dates;
}

/** How the header's field of this role is labelled. */
export function headerLabel(role: string, { profile }: Context): string {
  return profile.profile.header.fields.find(field => field.role === role)?.label ?? role;
}
