import type { Field, Item, Sketch } from '../sketch';
import type { Kind, Slip } from '../slip';
import { type Edit, matches, type Span } from '../text';

/** The whole lines that a stretch stands on, with the blank ones behind; other words on them stay. */
function linesOf(text: string, { start, end }: Span): Edit {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const from = text.slice(lineStart, start).trim() === '' ? lineStart : start;
  const behind = /^[ \t]*\n(?:[ \t]*\n)*/.exec(text.slice(end))?.[0] ?? '';
  const isAlone = from === lineStart;
  return { start: from, end: isAlone ? end + behind.length : end, text: '' };
}

function dropField(role: 'claims' | 'reviewer' | 'rationale', rule: string): Kind {
  return {
    id: `drop-${role}`,
    about: `the field "${role}" of an item is lost`,
    rules: [rule],
    plant: ({ items, text }) =>
      items.map((item): Slip => {
        const { label, value }: Field = item[role];
        return { edits: [linesOf(text, { start: label.start, end: value.end })] };
      }),
  };
}

function eachItem(plant: (item: Item, letter: Sketch) => Edit[]): Kind['plant'] {
  return letter =>
    letter.items.map((item): Slip => ({ edits: plant(item, letter) })).filter(slip => slip.edits.length > 0);
}

export const kinds: readonly Kind[] = [
  dropField('claims', 'missing-claims-guideline'),
  dropField('reviewer', 'missing-reviewer-guideline'),
  dropField('rationale', 'missing-rationale'),
  {
    id: 'drop-decision',
    about: 'a title loses its decision, with or without the colon',
    rules: ['missing-decision'],
    plant: (letter, random) =>
      letter.items.map((item): Slip => {
        const colon = random.next() < 0.5 ? ':' : '';
        return { edits: [{ start: item.title.end, end: item.decision.end, text: colon }] };
      }),
  },
  {
    id: 'drop-service',
    about: 'nothing but the decision is left of a title',
    rules: ['missing-title'],
    plant: eachItem(({ title }) => [{ ...title, text: '' }]),
  },
  {
    id: 'drop-title',
    about: 'a title is lost with its decision',
    rules: ['missing-title', 'field-outside-item', 'duplicate-field', 'missing-decision'],
    plant: letter =>
      letter.items.map((item, i): Slip => {
        const above = letter.items[i - 1]?.span;
        const edits = [linesOf(letter.text, { start: item.title.start, end: item.decision.end })];
        return { edits, also: above ? [above] : letter.issues ? [letter.issues.span] : [] };
      }),
  },
  {
    id: 'empty-field',
    about: 'nothing stands behind a label of an item',
    rules: ['empty-field'],
    plant: (letter, random) =>
      letter.items.map((item): Slip => {
        const { value } = item[random.pick(['claims', 'reviewer', 'rationale'] as const)];
        return { edits: [{ ...value, text: '' }] };
      }),
  },
  {
    id: 'drop-heading',
    about: 'a heading is lost',
    rules: ['missing-section'],
    alsoFine: ['missing-credentials', 'missing-items', 'header-field', 'field-outside-item'],
    anywhere: true,
    plant: letter =>
      [letter.howMade, letter.summary, letter.issues].flatMap((section): Slip[] =>
        section ? [{ edits: [{ ...section.heading, text: '' }] }] : [],
      ),
  },
  {
    id: 'drop-items',
    about: 'the section of the disputed items has none',
    rules: ['missing-items'],
    alsoFine: ['missing-section'],
    anywhere: true,
    plant: letter => {
      const [first] = letter.items;
      const [lead] = letter.issues ? matches(letter.text, letter.issues.body, /set forth below:/g) : [];
      if (!first || !lead || !letter.issues) return [];
      return [{ edits: [{ start: lead.end, end: letter.issues.span.end, text: '\n' }] }];
    },
  },
  {
    id: 'drop-credentials',
    about: "a line of the reviewer's credentials is lost",
    rules: ['missing-credentials'],
    plant: letter => {
      if (!letter.howMade) return [];
      const lines = matches(
        letter.text,
        letter.howMade.body,
        /^(?:State\(s\) of Licensure|Certification\(s\)\/Specialty):[^\n]*\n/gm,
      );
      return lines.map(({ start, end }): Slip => ({ edits: [{ start, end, text: '' }] }));
    },
  },
];
