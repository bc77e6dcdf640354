import type { Letter } from '../language/letter';
import { guidelinesCited } from '../services/mentions/guidelineMentions';
import type { Setup } from '../setup';
import { ownCopy } from '../text/ownCopy';
import { type Span, shift } from '../text/span';
import { foldSpaces } from '../text/words';

/**
 * What is kept of a letter that is not open: enough to find it and its items, and nothing else of its text. A place is
 * whatever the caller makes of a span of the letter.
 */
export interface LetterEntry<P> {
  readonly caseNumber: { readonly text: string; readonly place: P } | null;
  readonly items: readonly ItemEntry<P>[];
  readonly citations: readonly CitationEntry<P>[];
}

export interface ItemEntry<P> {
  readonly title: string;
  /** As the profile words it, or as written where that is no decision; empty if there is none. */
  readonly decision: string;
  readonly place: P;
}

/** A guideline on one of the guideline lines. */
export interface CitationEntry<P> {
  readonly guideline: string;
  readonly place: P;
}

/** Beyond these a letter is no letter, and the rest of it is left out. */
const maxItems = 200;
const maxCitations = 1000;
const maxText = 120;

export function letterEntry<P>(letter: Letter, setup: Setup, place: (span: Span) => P): LetterEntry<P> {
  const { start, part } = letter.header;
  const field = part.fields.find(({ definition, text }) => definition.role === 'caseNumber' && text.text !== '');
  const items = letter.items.slice(0, maxItems);
  return {
    caseNumber: field ? { text: short(field.text.text), place: place(shift(field.value, start)) } : null,
    items: items.map(({ start, part: { title } }) => ({
      title: short(title.text.text),
      decision: title.decision?.definition?.word ?? short(title.decision?.word ?? ''),
      place: place(shift(title.name, start)),
    })),
    citations: items
      .flatMap(({ start, part }) =>
        guidelinesCited(part, setup).map(({ guideline, span }) => ({
          guideline: guideline.id,
          span: shift(span, start),
        })),
      )
      .slice(0, maxCitations)
      .map(({ guideline, span }) => ({ guideline, place: place(span) })),
  };
}

/** A copy that does not keep the text of the letter alive. */
function short(text: string): string {
  const folded = foldSpaces(text);
  return ownCopy(
    folded.length <= maxText ? folded : `${folded.slice(0, maxText - 1).replace(/[\ud800-\udbff]$/, '')}…`,
  );
}
