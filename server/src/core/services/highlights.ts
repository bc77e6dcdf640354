import type { Letter } from '../language/letter';
import type { Setup } from '../setup';
import { contains, type Span, shift } from '../text/span';
import { type Mention, mentionsAt, mentionsOf } from './mentions/mentions';

/** A place of the letter that says the same as the place under the cursor. */
export interface Highlight {
  readonly span: Span;
  /** `statement`: where the letter states it; `mention`: where it comes back to it; `word`: a label or decision. */
  readonly kind: 'statement' | 'mention' | 'word';
}

/** Wherever the letter says what it says at `offset`: a fact, a guideline, a label, a decision. Else nothing. */
export function highlights(letter: Letter, setup: Setup, offset: number): readonly Highlight[] {
  const words = wordsLike(letter, offset);
  if (words.length > 0) return words.map(span => ({ span, kind: 'word' }));
  const [at] = mentionsAt(letter, setup, offset);
  if (!at) return [];
  return mentionsOf(letter, setup, new Set([at.key])).flatMap(mention =>
    mention.spans.map(span => ({ span, kind: states(mention) ? 'statement' : 'mention' }) as const),
  );
}

function states({ place }: Mention): boolean {
  return place !== 'text';
}

/** The labels of the same field, or the decisions that are the same. */
function wordsLike(letter: Letter, offset: number): Span[] {
  const placed = letter.parts.findLast(({ start }) => start <= offset);
  if (!placed) return [];
  const at = offset - placed.start;
  const label = placed.part.fields.find(field => contains(field.label, at));
  if (label) {
    return letter.parts.flatMap(({ start, part }) =>
      part.fields.filter(({ definition }) => definition === label.definition).map(field => shift(field.label, start)),
    );
  }
  const decision = placed.part.kind === 'item' ? placed.part.title.decision : null;
  if (!decision?.definition || !contains(decision.span, at)) return [];
  return letter.items.flatMap(({ start, part }) => {
    const own = part.title.decision;
    return own && own.definition === decision.definition ? [shift(own.span, start)] : [];
  });
}
