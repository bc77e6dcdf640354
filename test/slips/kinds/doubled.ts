import type { Field, Item } from '../sketch';
import type { Kind, Slip } from '../slip';
import { type Edit, matches, type Span } from '../text';

const roles = ['claims', 'reviewer', 'rationale'] as const;

function whole({ label, value }: Field): Span {
  return { start: label.start, end: value.end };
}

/** Two stretches that change places. */
function swapped(text: string, a: Span, b: Span): Edit[] {
  return [
    { ...a, text: text.slice(b.start, b.end) },
    { ...b, text: text.slice(a.start, a.end) },
  ];
}

function copyOf(text: string, { span }: Item): string {
  return `\n \n${text.slice(span.start, span.end)} \n \n`;
}

export const kinds: readonly Kind[] = [
  {
    id: 'double-field',
    about: 'a field of an item stands twice',
    rules: ['duplicate-field'],
    copies: true,
    plant: ({ items, text }, random) =>
      items.map((item): Slip => {
        const { start, end } = whole(item[random.pick(roles)]);
        return { edits: [{ start, end: start, text: `${text.slice(start, end)} \n \n` }] };
      }),
  },
  {
    id: 'swap-fields',
    about: 'two fields of an item change places',
    rules: ['field-order'],
    plant: ({ items, text }, random) =>
      items.map((item): Slip => {
        const [a, b] = random.pick([
          [item.claims, item.reviewer],
          [item.reviewer, item.rationale],
          [item.claims, item.rationale],
        ] as const);
        return { edits: swapped(text, whole(a), whole(b)) };
      }),
  },
  {
    id: 'double-item',
    about: 'an item stands twice',
    rules: ['duplicate-item'],
    copies: true,
    plant: letter =>
      letter.items.flatMap((item): Slip[] => {
        const end = letter.items.at(-1)?.span.end ?? 0;
        return [{ edits: [{ start: end, end, text: copyOf(letter.text, item) }] }];
      }),
  },
  {
    id: 'double-section',
    about: 'a section stands twice',
    rules: ['duplicate-section'],
    anywhere: true,
    alsoFine: ['section-order'],
    plant: letter =>
      [letter.howMade, letter.summary].flatMap((section): Slip[] => {
        if (!section) return [];
        const text = ` \n${letter.text.slice(section.heading.start, section.heading.end)} \nThe records were read again. \n \n`;
        return [{ edits: [{ start: section.span.end, end: section.span.end, text }] }];
      }),
  },
  {
    id: 'swap-sections',
    about: 'two sections change places',
    rules: ['section-order'],
    anywhere: true,
    plant: ({ howMade, summary, text }): Slip[] =>
      howMade && summary ? [{ edits: swapped(text, howMade.span, summary.span) }] : [],
  },
  {
    id: 'field-outside',
    about: 'a field of the first item stands above its title',
    rules: ['field-outside-item'],
    alsoFine: ['missing-claims-guideline', 'missing-reviewer-guideline'],
    plant: (letter, random) => {
      const [item] = letter.items;
      const [lead] = letter.issues ? matches(letter.text, letter.issues.body, /set forth below:/g) : [];
      if (!item || !lead || !letter.issues) return [];
      const { start, end } = whole(item[random.pick(['claims', 'reviewer'] as const)]);
      const text = ` \n \n${letter.text.slice(start, end)}`;
      return [
        {
          edits: [
            { start: lead.end, end: lead.end, text },
            { start, end, text: '' },
          ],
          also: [letter.issues.span],
        },
      ];
    },
  },
];
