import { paragraphsIn } from '../../facts/paragraphs';
import type { Letter } from '../../language/letter';
import { contains, type Span, shift } from '../../text/span';
import { t } from '../../words/translate';
import { itemAt, type Refactoring, type RefactoringPlace } from './refactoring';

/** Shorter ones are as quickly typed. UTF-16 units. */
const SHORTEST = 60;
const NAME_WORDS = 6;

interface Paragraph {
  readonly text: string;
  readonly span: Span;
  readonly item: number;
}

/** A paragraph that stands in several items is saved to be inserted again. */
export function saveRepeated(place: RefactoringPlace): Refactoring[] {
  if (!itemAt(place)) return [];
  const paragraphs = paragraphsOf(place.letter);
  const here = paragraphs.find(({ span }) => contains(span, place.span.start));
  if (!here || here.text.length < SHORTEST) return [];
  const items = new Set(paragraphs.filter(({ text }) => text === here.text).map(({ item }) => item));
  if (items.size < 2) return [];
  const name = here.text.split(' ').slice(0, NAME_WORDS).join(' ');
  return [
    {
      id: 'save-repeated',
      kind: 'extract',
      title: t('Save this paragraph, which stands in {0} items, as a snippet', items.size),
      disabled: null,
      edits: () => [],
      snippet: { name, text: here.text },
    },
  ];
}

/** The paragraphs of the items' fields that hold plain text. */
function paragraphsOf({ items }: Letter): Paragraph[] {
  return items.flatMap(({ part, start }, item) =>
    part.fields
      .filter(({ definition }) => definition.kind === 'text')
      .flatMap(({ text }) => {
        const starts = [0, ...paragraphsIn(part, text), text.text.length];
        return starts.slice(1).map((end, index) => {
          const from = starts[index] ?? 0;
          const words = text.text.slice(from, end).trimEnd();
          return { text: words, span: shift(text.source(from, from + words.length), start), item };
        });
      }),
  );
}
