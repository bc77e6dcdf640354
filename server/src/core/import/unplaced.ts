import type { Letter } from '../language/letter';
import { lineAt } from '../language/letterText';
import type { Block, ItemPart, Part, SectionPart } from '../language/tree';
import { foldSpaces } from '../text/words';

/** Text that belongs to no part of a letter. */
export interface Unplaced {
  /** From 0, in the imported text. */
  readonly line: number;
  /** White space folded. */
  readonly text: string;
  readonly why: UnplacedReason;
}

export type UnplacedReason =
  /** Before the first heading, and no field of the header. */
  | 'header'
  /** A heading that the profile does not have. */
  | 'heading'
  /** Among the items, and part of none. */
  | 'items'
  /** In an item, under none of its labels. */
  | 'item'
  /** A label of an item where no item stands. */
  | 'label';

/** What the writer should look at, in the order of the letter. */
export function unplacedIn(letter: Letter): Unplaced[] {
  const hasItems = letter.items.length > 0;
  return letter.parts.flatMap(({ start, part }) =>
    placesIn(part, hasItems).map(({ at, text, why }) => ({
      line: lineAt(letter.source, start + at),
      text: foldSpaces(text),
      why,
    })),
  );
}

interface Place {
  readonly at: number;
  readonly text: string;
  readonly why: UnplacedReason;
}

function placesIn(part: Part, hasItems: boolean): readonly Place[] {
  if (part.kind === 'header') return part.blocks.filter(isParagraph).map(block => place(part, block, 'header'));
  return part.kind === 'item' ? inItem(part) : inSection(part, hasItems);
}

function inSection(part: SectionPart, hasItems: boolean): Place[] {
  const { heading, strayLabels, sectionKind, text } = part;
  const unknown: Place[] = heading.match ? [] : [{ at: heading.span.start, text: heading.title, why: 'heading' }];
  const labels = strayLabels.map(
    ({ span }): Place => ({ at: span.start, text: text.slice(span.start, span.end), why: 'label' }),
  );
  // The first paragraph introduces the items.
  const paragraphs = sectionKind === 'issues' && hasItems ? part.blocks.filter(isParagraph).slice(1) : [];
  const others = paragraphs.map(block => place(part, block, 'items'));
  return [...unknown, ...labels, ...others].sort((a, b) => a.at - b.at);
}

/** The paragraphs behind an item's last label belong to it. */
function inItem(part: ItemPart): Place[] {
  const first = part.fields[0]?.span.start ?? part.text.length;
  return part.blocks
    .filter(block => isParagraph(block) && block.span.start < first)
    .map(block => place(part, block, 'item'));
}

function isParagraph({ kind }: Block): boolean {
  return kind === 'paragraph';
}

function place({ text }: Part, { span }: Block, why: UnplacedReason): Place {
  return { at: span.start, text: text.slice(span.start, span.end), why };
}
