import type { Letter } from '../language/letter';
import type { Setup } from '../setup';
import { contains, type Span } from '../text/span';
import { mentionsAt, mentionsOf } from './mentions/mentions';

/**
 * The places that are typed in together with the one at `offset`: the number of the worker's age, the word of a side, a
 * date, wherever the letter states the same fact in the same words. In order; empty where there are not at least two.
 */
export function linkedEditing(letter: Letter, setup: Setup, offset: number): readonly Span[] {
  const { text } = letter.source;
  const here = mentionsAt(letter, setup, offset).filter(({ value }) => value !== null && contains(value, offset));
  const [first] = here;
  if (!first?.value) return [];
  const word = text.slice(first.value.start, first.value.end);
  const places = new Map<number, Span>();
  // One word can be the side of two body parts.
  for (const { value } of mentionsOf(letter, setup, new Set(here.map(({ key }) => key)))) {
    if (value && text.slice(value.start, value.end) === word) places.set(value.start, value);
  }
  return places.size > 1 ? [...places.values()].sort((a, b) => a.start - b.start) : [];
}
