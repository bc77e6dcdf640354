import type { Letter } from '../language/letter';
import type { DecisionDefinition } from '../profile/schema';

/** What items may know of each other. */
export interface ItemHead {
  /** The disputed service as the title names it. */
  readonly title: string;
  readonly decision: DecisionDefinition | null;
}

export interface ItemHeads {
  readonly items: readonly ItemHead[];
  /** Equal keys mean equal titles and decisions. */
  readonly key: string;
}

/** Titles and decisions of all items. */
export function itemHeads(letter: Letter): ItemHeads {
  const items = letter.items.map(({ part }) => ({
    title: part.title.text.text,
    decision: part.title.decision?.definition ?? null,
  }));
  return { items, key: items.map(({ title, decision }) => `${decision?.word ?? ''}:${title}`).join('\n') };
}
