import type { Letter } from '../../language/letter';
import type { ItemPart, Placed } from '../../language/tree';
import type { Setup } from '../../setup';
import { contains, type Span, type TextEdit } from '../../text/span';

/** Something that the writer may do to a letter that is no fix of a problem. */
export interface Refactoring {
  /** What tells it apart from the others that are offered at the same place. */
  readonly id: string;
  /** `source` is about the letter as a whole. */
  readonly kind: 'rewrite' | 'moveUp' | 'moveDown' | 'extract' | 'source';
  readonly title: string;
  /** Why it cannot be done here; null where it can. */
  readonly disabled: string | null;
  /** What it does to the letter; asked only where it can be done. */
  edits(): readonly TextEdit[];
  /** What it saves for other letters. */
  readonly snippet?: Snippet;
}

/** Text that is saved to be inserted again. */
export interface Snippet {
  readonly name: string;
  readonly text: string;
}

/** Where in which letter refactorings are asked for. */
export interface RefactoringPlace {
  readonly letter: Letter;
  readonly setup: Setup;
  readonly span: Span;
  /** The writer asks what can be done; else only what is about the very place is looked for. */
  readonly isAsked: boolean;
  /** The writer asks for what is about the letter as a whole. */
  readonly isSourceAsked: boolean;
}

/** The item that holds the start of the place; null outside of items. */
export function itemAt({ letter, span }: RefactoringPlace): { item: Placed<ItemPart>; index: number } | null {
  const index = letter.items.findLastIndex(({ start }) => start <= span.start);
  const item = letter.items[index];
  return item && contains({ start: item.start, end: item.start + item.part.text.length }, span.start)
    ? { item, index }
    : null;
}

/** The same, but only of a title where the writer does not ask. */
export function askedItemAt(place: RefactoringPlace): ReturnType<typeof itemAt> {
  const at = itemAt(place);
  if (!at || place.isAsked) return at;
  const { title } = at.item.part;
  return contains(title.span, place.span.start - at.item.start) ? at : null;
}

const none = () => [];

export function disabled(of: Pick<Refactoring, 'id' | 'kind' | 'title'>, reason: string): Refactoring {
  return { ...of, disabled: reason, edits: none };
}
