import type { Letter } from '../language/letter';
import type { Finding } from '../rules/rule';
import { fold } from '../text/folded';
import type { Span } from '../text/span';

/** What stands against sending a letter. */
export interface Unfinished {
  /** Findings that are errors, but for those that do no more than point at one of the placeholders. */
  readonly errors: readonly Finding[];
  readonly placeholders: readonly Placeholder[];
}

/** Something still to be filled in, with its brackets; its place in the letter. */
export interface Placeholder extends Span {
  readonly text: string;
}

/** `[[…]]`, at most this long and not across another one; a line of underscores. */
const PLACEHOLDER = /\[\[[^[\]]{0,400}\]\]|_{3,}/g;

export function unfinished(letter: Letter, findings: readonly Finding[]): Unfinished {
  const placeholders = letter.parts.flatMap(({ start, part: { text } }): Placeholder[] => {
    if (!text.includes('[[') && !text.includes('___')) return [];
    const folded = fold(text);
    return [...folded.text.matchAll(PLACEHOLDER)].map(({ index, 0: words }) => {
      const span = folded.source(index, index + words.length);
      return { start: start + span.start, end: start + span.end, text: words };
    });
  });
  const ends = new Map(placeholders.map(({ start, end }) => [start, end]));
  const errors = findings.filter(({ severity, span }) => severity === 'error' && ends.get(span.start) !== span.end);
  return { errors, placeholders };
}
