import type { Letter } from '../language/letter';
import type { HeaderPart, ItemPart, Part, Placed, SectionPart } from '../language/tree';
import { type Span, shift } from '../text/span';
import { foldSpaces } from '../text/words';
import { t } from '../words/translate';

/** An entry of the letter's outline. */
export interface LetterSymbol {
  readonly kind: 'header' | 'section' | 'item' | 'field';
  readonly name: string;
  /** Of an item its decision, of a field the beginning of its value; empty if there is none. */
  readonly detail: string;
  readonly span: Span;
  /** The name in the text, within `span`. */
  readonly nameSpan: Span;
  readonly children: readonly LetterSymbol[];
}

/** Longer titles and values are cut: an outline is read at a glance. */
const maxName = 120;
const maxDetail = 60;

/** The outline: header and sections, items under the section they stand in, fields under both. */
export function letterSymbols(letter: Letter): LetterSymbol[] {
  const symbols: LetterSymbol[] = [];
  let inSection = false;
  for (const [index, { start, part }] of letter.parts.entries()) {
    if (part.kind === 'header') symbols.push(...headerSymbols({ start, part }));
    else if (part.kind === 'section') {
      inSection = true;
      symbols.push(sectionSymbol({ start, part }, itemsBehind(letter, index)));
    } else if (!inSection) symbols.push(itemSymbol({ start, part }));
  }
  return symbols;
}

/** The items that stand behind the section at `index`, before the next one. */
function itemsBehind(letter: Letter, index: number): LetterSymbol[] {
  const items: LetterSymbol[] = [];
  for (let next = index + 1; next < letter.parts.length; next++) {
    const placed = letter.parts[next];
    if (placed?.part.kind !== 'item') break;
    items.push(itemSymbol({ start: placed.start, part: placed.part }));
  }
  return items;
}

function headerSymbols({ start, part }: Placed<HeaderPart>): LetterSymbol[] {
  const children = fieldSymbols({ start, part });
  const [first] = children;
  if (!first) return [];
  const end = Math.max(...children.map(child => child.span.end));
  return [
    {
      kind: 'header',
      name: t('Header'),
      detail: '',
      span: { start: first.span.start, end },
      nameSpan: first.nameSpan,
      children,
    },
  ];
}

function sectionSymbol(section: Placed<SectionPart>, items: readonly LetterSymbol[]): LetterSymbol {
  const { heading } = section.part;
  const { start, end } = textSpan(section);
  return {
    kind: 'section',
    name: entryName(heading.title),
    detail: '',
    span: { start, end: items.at(-1)?.span.end ?? end },
    nameSpan: within(shift(heading.span, section.start), { start, end }),
    children: [...fieldSymbols(section), ...items],
  };
}

function itemSymbol({ start, part }: Placed<ItemPart>): LetterSymbol {
  const { title } = part;
  const span = textSpan({ start, part });
  return {
    kind: 'item',
    name: entryName(title.text.text),
    detail: title.decision?.word ?? '',
    span,
    nameSpan: within(shift(title.name, start), span),
    children: fieldSymbols({ start, part }),
  };
}

function fieldSymbols({ start, part }: Placed): LetterSymbol[] {
  return part.fields.map(field => ({
    kind: 'field',
    name: field.printed,
    detail: cut(field.text.text, maxDetail),
    span: shift(field.span, start),
    nameSpan: shift(field.label, start),
    children: [],
  }));
}

/** The part without the white space at its ends. */
function textSpan({ start, part }: Placed<Part>): Span {
  const { text } = part;
  const lead = text.length - text.trimStart().length;
  return { start: start + (lead === text.length ? 0 : lead), end: start + text.trimEnd().length };
}

/** An empty title or heading may stand behind the last character of its part. */
function within(inner: Span, outer: Span): Span {
  const start = Math.min(Math.max(inner.start, outer.start), outer.end);
  return { start, end: Math.min(Math.max(inner.end, start), outer.end) };
}

/** The name of an entry, cut to be read at a glance. Never empty: editors refuse such an outline as a whole. */
export function entryName(text: string): string {
  return cut(foldSpaces(text), maxName) || '…';
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  // Never between the halves of a character.
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return `${text.slice(0, end)}…`;
}
