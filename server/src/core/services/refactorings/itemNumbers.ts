import type { TextEdit } from '../../text/span';
import { t } from '../../words/translate';
import { askedItemAt, type Refactoring, type RefactoringPlace } from './refactoring';

const NUMBER = /^(\d{1,3})[.)] /;

/** The titles of the items get numbers, or lose them. */
export function itemNumbers(place: RefactoringPlace): Refactoring[] {
  const { items } = place.letter;
  if (!askedItemAt(place) || items.length < 2) return [];
  const titles = items
    .filter(({ part }) => part.title.span.end > part.title.span.start)
    .map(({ part, start }) => {
      const at = start + part.title.span.start;
      const number = NUMBER.exec(part.text.slice(part.title.span.start, part.title.span.end));
      return { span: { start: at, end: at + (number?.[0].length ?? 0) }, number: number && Number(number[1]) };
    });
  const change = (id: string, title: string, text: (index: number) => string): Refactoring => ({
    id,
    kind: 'rewrite',
    title,
    disabled: null,
    edits: () => titles.map(({ span }, index): TextEdit => ({ span, text: text(index) })),
  });
  const numbered = titles.filter(({ number }) => number !== null).length;
  const isInOrder = titles.every(({ number }, index) => number === index + 1);
  return [
    ...(isInOrder
      ? []
      : [change('number-items', numbered > 0 ? t('Number the items anew') : t('Number the items'), k => `${k + 1}. `)]),
    ...(numbered > 0 ? [change('remove-numbers', t('Remove the numbers of the items'), () => '')] : []),
  ];
}
