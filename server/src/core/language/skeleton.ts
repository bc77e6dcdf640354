import type { Letter } from './letter';
import type { HeaderPart, ItemPart, Part, Placed } from './tree';

/**
 * Stands for all of a letter but the text of each item's last field, as a rule its rationale: the same object for as
 * long as nothing else changed, so that what depends on nothing else can be kept while rationales are typed.
 */
export interface Skeleton {
  readonly parts: number;
}

const known = new WeakMap<HeaderPart, { letter: Letter; readonly skeleton: Skeleton }>();

/** The letter's skeleton. Its cost follows the number of parts. */
export function skeletonOf(letter: Letter): Skeleton {
  const header = letter.header.part;
  const kept = known.get(header);
  if (kept?.letter === letter) return kept.skeleton;
  if (kept && kept.letter.profile === letter.profile && isSame(kept.letter.parts, letter.parts)) {
    kept.letter = letter;
    return kept.skeleton;
  }
  const skeleton = { parts: letter.parts.length };
  known.set(header, { letter, skeleton });
  return skeleton;
}

function isSame(before: readonly Placed[], after: readonly Placed[]): boolean {
  return before.length === after.length && before.every(({ part }, k) => isSamePart(part, (after[k] as Placed).part));
}

function isSamePart(before: Part, after: Part): boolean {
  if (before === after) return true;
  return before.kind === 'item' && after.kind === 'item' && headOf(before) === headOf(after);
}

/**
 * The item's text up to its last field's value, all of it if that is a guideline line, which rules compare; and where its
 * fields begin: the same words are a label where a colon follows, and text where none does.
 */
export function headOf(item: ItemPart): string {
  const fields = item.fields.map(({ label }) => label.start).join();
  return `${item.title.span.end} ${fields} ${item.text.slice(0, endOfHead(item))}`;
}

/** Where the value of the item's last field begins, relative to the item; its end if that is no plain text. */
export function endOfHead(item: ItemPart): number {
  const last = item.fields.at(-1);
  return last?.definition.kind === 'text' ? last.label.end : item.text.length;
}
