import { readied, withServiceNamed } from '../conclusion';
import type { Random } from '../random';
import type { Item, Sketch } from '../sketch';
import type { Kind, Slip } from '../slip';
import { type Edit, matches, type Span } from '../text';
import { otherSide, sideWord } from '../words';

interface Sided {
  readonly base: Sketch;
  readonly item: Item;
  readonly service: Span;
}

/** Items whose title names one side, whose conclusion names the service, and whose rationale knows no other side. */
function sidedItems(letter: Sketch, random: Random): Sided[] {
  return letter.items.flatMap((item): Sided[] => {
    if (sidesIn(letter, item.title).length !== 1) return [];
    const named = withServiceNamed(letter, item, random);
    if (!named) return [];
    const { base, item: again, service } = named;
    const all = sidesIn(base, again.rationale.value).map(place => place.groups[0]?.toLowerCase());
    if (new Set(all).size !== 1 || matches(base.text, again.rationale.value, /\bbilateral\w*|\bboth\b/gi).length > 0)
      return [];
    return [{ base, item: again, service }];
  });
}

function sidesIn({ text }: Sketch, span: Span) {
  return matches(text, span, sideWord);
}

function turned(letter: Sketch, span: Span): Edit[] {
  return sidesIn(letter, span).map(place => ({ ...place, text: otherSide(place.groups[0] ?? '') }));
}

export const kinds: readonly Kind[] = [
  {
    id: 'swap-side-title',
    about: 'the title names the other side than the rationale and its conclusion',
    rules: ['other-side', 'reused-rationale'],
    plant: (letter, random) =>
      sidedItems(letter, random).map(({ base, item }): Slip => ({ base, edits: turned(base, item.title) })),
  },
  {
    id: 'swap-side-conclusion',
    about: 'the conclusion names the other side than the title',
    rules: ['other-side', 'reused-rationale'],
    plant: (letter, random) =>
      sidedItems(letter, random).map(({ base, service }): Slip => ({ base, edits: turned(base, service) })),
  },
  {
    id: 'swap-side-rationale',
    about: 'the rationale speaks only of the other side than the title',
    rules: ['other-side', 'reused-rationale'],
    plant: (letter, random) =>
      sidedItems(letter, random).map(({ base, item }): Slip => ({ base, edits: turned(base, item.rationale.value) })),
  },
  {
    id: 'swap-side-finding',
    about: 'a sentence of the conclusion in other words names the other side',
    rules: ['other-side', 'reused-rationale'],
    plant: (letter, random) =>
      letter.items.flatMap((item): Slip[] => {
        const [side, ...others] = sidesIn(letter, item.title);
        const named = sidesIn(letter, item.rationale.value).map(place => place.groups[0]?.toLowerCase());
        if (others.length > 0 || named.some(word => word !== side?.groups[0]?.toLowerCase())) return [];
        const [part] = matches(
          letter.text,
          item.title,
          /\b(?:shoulder|knee|elbow|wrist|hand|hip|ankle|foot|finger)\b/gi,
        );
        if (!side || !part) return [];
        const verb = letter.text.slice(item.decision.start, item.decision.end) === 'Upheld' ? 'is not' : 'is';
        const sentence = (which: string) =>
          ` ${random.pick(['Treatment', 'The requested service', 'This service'])} for the ${which} ${part.groups[0]?.toLowerCase()} ${verb} medically necessary.`;
        const { end } = item.rationale.value;
        const text = sentence(side.groups[0]?.toLowerCase() ?? '');
        const ready = readied(letter, item, [{ start: end, end, text }]);
        if (!ready) return [];
        const place = { start: end, end: ready.item.rationale.value.end };
        return [{ base: ready.base, edits: turned(ready.base, place) }];
      }),
  },
];
