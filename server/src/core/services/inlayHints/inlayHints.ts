import type { Display } from '../../config/display';
import { letterFacts } from '../../language/facts';
import type { Letter } from '../../language/letter';
import type { Setup } from '../../setup';
import { type Span, touches } from '../../text/span';
import { citationHints } from './citationHints';
import type { Hint } from './hint';
import { injuryHints } from './injuryHints';

/** What is shown in a range of the letter beside its text, in order. Only the parts that the range touches are looked at. */
export function inlayHints(letter: Letter, setup: Setup, range: Span, shows: Display['inlayHints']): Hint[] {
  const facts = letterFacts(letter);
  const items = letter.items.filter(({ start, part }) => touches({ start, end: start + part.text.length }, range));
  const hints = [
    ...(shows.daysSinceInjury ? injuryHints(letter, setup, facts, range) : []),
    ...items.flatMap(item => citationHints(item, setup, facts, range, shows)),
  ];
  return hints.sort((a, b) => a.offset - b.offset);
}
