import type { Letter } from '../language/letter';
import type { ItemPart, Placed, SectionPart } from '../language/tree';
import type { Setup } from '../setup';
import type { Span } from '../text/span';
import { squeeze } from '../text/words';
import { change, moved } from './changes';
import { byWeight, type Change, type ChangeGroup, type Comparison, type Said } from './comparison';
import { credentialChanges, headerChanges, sectionChanges } from './frameChanges';
import { itemChanges } from './itemChanges';
import { pairItems } from './itemPairs';
import { movedPairs, type Pairing, pairByKey } from './pairing';

/**
 * What two letters say differently; nothing where only white space, line breaks, the form of the markup or the order of
 * the header's fields differ. Each letter may have a profile of its own; the rest of the setup is that of the second one.
 * Its cost follows the size of the letters.
 */
export function compareLetters(before: Letter, after: Letter, setup: Setup): Comparison {
  const groups = [
    group('header', '', headerChanges(before, after, setup)),
    group('credentials', '', credentialChanges(before, after)),
    ...sectionGroups(before, after, setup),
    ...itemGroups(before, after, setup),
  ];
  const withChanges = groups.filter(({ changes }) => changes.length > 0);
  return { groups: byWeight(withChanges, ({ changes }) => changes[0]?.weight ?? 'wording') };
}

function group(
  part: ChangeGroup['part'],
  name: string,
  changes: readonly Change[],
  before: ChangeGroup['before'] = null,
  after: ChangeGroup['after'] = null,
): ChangeGroup {
  return { part, name, before, after, changes: byWeight(changes, ({ weight }) => weight) };
}

function sectionGroups(before: Letter, after: Letter, setup: Setup): ChangeGroup[] {
  const keysOf = (sections: Letter['sections']) => sections.map(({ part }) => sectionKey(part));
  const pairing = pairByKey(keysOf(before.sections), keysOf(after.sections), key => key);
  const headOf = ({ part, start }: Placed<SectionPart>): Said =>
    placedSaid(part.heading.title, part.heading.span, start);
  return groupsOf('section', 'section', before.sections, after.sections, pairing, headOf, (was, is) =>
    sectionChanges({ letter: before, placed: was }, { letter: after, placed: is }, setup),
  );
}

/** Sections that the letter knows are the same whatever they are called. */
function sectionKey({ sectionKind, heading }: SectionPart): string {
  return sectionKind === 'other' ? `other ${squeeze(heading.title)}` : sectionKind;
}

function itemGroups(before: Letter, after: Letter, setup: Setup): ChangeGroup[] {
  const pairing = pairItems(before, after, setup.vocabulary);
  const headOf = ({ part, start }: Placed<ItemPart>): Said => placedSaid(part.title.text.text, part.title.span, start);
  return groupsOf('item', 'item', before.items, after.items, pairing, headOf, (was, is) =>
    itemChanges({ placed: was, profile: before.profile }, { placed: is, profile: after.profile }, setup),
  );
}

function placedSaid(text: string, span: Span, start: number): Said {
  return { text, span: { start: start + span.start, end: start + span.end } };
}

/** Parts of two letters, in the order of the second one; those that are gone follow what they followed. */
function groupsOf<P>(
  part: ChangeGroup['part'],
  kind: 'section' | 'item',
  old: readonly P[],
  now: readonly P[],
  pairing: Pairing,
  headOf: (one: P) => Said,
  changesOf: (was: P, is: P) => readonly Change[],
): ChangeGroup[] {
  const pairs = pairing.pairs();
  const hasMoved = new Set([...movedPairs(pairs)].map(({ after }) => after));
  const place = (head: Said, index: number) => ({ index, span: head.span });
  const ordered: { readonly at: number; readonly group: ChangeGroup }[] = [];
  for (const { before, after } of pairs) {
    const [was, is] = [old[before] as P, now[after] as P];
    const [oldHead, head] = [headOf(was), headOf(is)];
    const changes = [...changesOf(was, is), ...(hasMoved.has(after) ? [moved(kind, oldHead, head)] : [])];
    const name = head.text || oldHead.text;
    ordered.push({ at: after, group: group(part, name, changes, place(oldHead, before), place(head, after)) });
  }
  for (const index of pairing.added()) {
    const head = headOf(now[index] as P);
    ordered.push({ at: index, group: group(part, head.text, [change(kind, null, head)], null, place(head, index)) });
  }
  let follows = -1;
  for (const [index, each] of old.entries()) {
    const partner = pairing.after(index);
    if (partner !== undefined) {
      follows = partner;
      continue;
    }
    const head = headOf(each);
    const gone = group(part, head.text, [change(kind, head, null)], place(head, index), null);
    ordered.push({ at: follows + 0.5, group: gone });
  }
  return ordered.sort((a, b) => a.at - b.at).map(each => each.group);
}
