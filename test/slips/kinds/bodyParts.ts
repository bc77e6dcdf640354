import { withServiceNamed } from '../conclusion';
import type { Random } from '../random';
import type { Item, Sketch } from '../sketch';
import type { Kind, Slip } from '../slip';
import { type Edit, matches, type Span } from '../text';
import { type BodyPart, bodyParts, partsNamed } from '../words';

/** The one part that the title names. */
function partOf(letter: Sketch, item: Item): BodyPart | null {
  const parts = partsNamed(letter.text, item.title);
  return parts?.length === 1 ? (parts[0] ?? null) : null;
}

/** A part of another region, which the text does not name. */
function otherPart(part: BodyPart, letter: Sketch, span: Span, random: Random): BodyPart | null {
  const free = bodyParts.filter(
    other =>
      other.region !== part.region &&
      other.region !== 'head' &&
      !(part.region === 'head' && other.region === 'neck') &&
      !(part.region === 'neck' && other.region === 'back') &&
      !(part.region === 'back' && other.region === 'neck') &&
      matches(letter.text, span, other.named).length === 0,
  );
  return free.length > 0 ? random.pick(free) : null;
}

/** Every word for the part, with its "spine", by the other part's noun. */
function renamed(part: BodyPart, other: BodyPart, letter: Sketch, span: Span): Edit[] {
  const words = new RegExp(`${part.named.source}(?: spine)?`, 'gi');
  return matches(letter.text, span, words).map(({ start, end }) => ({ start, end, text: other.noun }));
}

/** Where the rationale names no part but the title's: every word for it, in one place of the item, by another one's. */
function renamedWithin(where: (item: Item) => Span): Kind['plant'] {
  return (letter, random) =>
    letter.items.flatMap((item): Slip[] => {
      const part = partOf(letter, item);
      const named = withServiceNamed(letter, item, random);
      if (!part || !named) return [];
      const { base, item: again } = named;
      const parts = partsNamed(base.text, again.rationale.value);
      if (parts?.length !== 1 || parts[0] !== part) return [];
      const other = otherPart(part, base, again.rationale.value, random);
      return other ? [{ base, edits: renamed(part, other, base, where(again)) }] : [];
    });
}

export const kinds: readonly Kind[] = [
  {
    id: 'other-part-conclusion',
    about: 'the conclusion names the service for another part of the body than the title',
    rules: ['other-body-part', 'reused-rationale'],
    plant: (letter, random) =>
      letter.items.flatMap((item): Slip[] => {
        const part = partOf(letter, item);
        const named = withServiceNamed(letter, item, random);
        if (!part || !named) return [];
        const other = otherPart(part, named.base, named.item.rationale.value, random);
        if (!other) return [];
        const edits = renamed(part, other, named.base, named.service);
        return edits.length > 0 ? [{ base: named.base, edits }] : [];
      }),
  },
  {
    id: 'other-part-rationale',
    about: 'the rationale, written for another part of the body, never names that of the title',
    rules: ['other-body-part', 'reused-rationale'],
    plant: renamedWithin(item => item.rationale.value),
  },
  {
    id: 'other-part-title',
    about: 'the title names another part of the body than the rationale and its conclusion',
    rules: ['other-body-part', 'reused-rationale', 'guideline-body-part'],
    alsoFine: ['duplicate-item', 'other-side'],
    plant: renamedWithin(item => item.title),
  },
  {
    id: 'other-chapter',
    about: "the reviewer's only chapter is that of another part of the body",
    rules: ['guideline-body-part'],
    // The rationale may say that the MTUS is silent.
    alsoFine: ['mtus-first'],
    plant: (letter, random) =>
      letter.items.flatMap((item): Slip[] => {
        const part = partOf(letter, item);
        if (!part) return [];
        const other = otherPart(part, letter, item.title, random);
        if (!other?.chapter) return [];
        const text = `Decision based on MTUS ${other.chapter}, Section(s): Special Studies.`;
        return other.id === 'elbow' ? [] : [{ edits: [{ ...item.reviewer.value, text }] }];
      }),
  },
];
